/** Households by number. $1 counties, $2 numbers, pairwise. */
export const householdsByCode = `
select h.county_code, h.id, h.household_code
from unnest($1::text[], $2::text[]) k (county, code)
join household h on h.county_code = k.county and h.household_code = k.code`;
export interface CodeRow {
  county_code: string;
  id: string;
  household_code: string;
}

/** Registered persons that the territory shows. $1 hashes. */
export const registeredPersons = 'select i.id_hash, i.county_code, i.household_id, i.member_id from identity_register i where i.id_hash = any($1)';
export interface RegisteredRow {
  id_hash: string;
  county_code: string;
  household_id: string;
  member_id: string;
}

/** Which of these are registered anywhere in the region; says yes or no and nothing else. $1 hashes. */
export const takenIdentities = 'select t.id_hash from app.identities_taken($1) as t (id_hash)';

/** Open households by village and name of the head, with the head's hash. $1 villages, $2 names, pairwise. */
export const householdsByHead = `
select h.county_code, h.id, h.village_code, h.head_name, h.household_code, m.id_no_bidx
from unnest($1::text[], $2::text[]) k (village, name)
join household h on h.county_code = left(k.village, 6) and h.village_code = k.village and h.head_name = k.name
left join member m on m.county_code = h.county_code and m.household_id = h.id and m.relation_to_head = '01' and m.member_status = 'ACTIVE'
where h.status not in ('CLEARED_OUT', 'DEREGISTERED')`;
export interface HeadRow extends Omit<CodeRow, 'household_code'> {
  village_code: string;
  head_name: string;
  household_code: string | null;
  id_no_bidx: string | null;
}

/** Owners of person numbers. $1 counties, $2 numbers, pairwise. */
export const membersByCode = `
select m.county_code, m.member_code, m.id, m.household_id
from unnest($1::text[], $2::text[]) k (county, code)
join member m on m.county_code = k.county and m.member_code = k.code`;
export interface MemberCodeRow {
  county_code: string;
  member_code: string;
  id: string;
  household_id: string;
}

/** Whole rows with ciphertext. $1 counties, $2 households; the lock keeps the order of ids so that two imports never wait crosswise. */
export const wholeHouseholds = 'select h.* from household h where h.county_code = any($1) and h.id = any($2::uuid[]) order by h.county_code, h.id';
export const lockHouseholds = `${wholeHouseholds} for update`;
export const wholeMembers = 'select m.* from member m where m.county_code = any($1) and m.household_id = any($2::uuid[]) order by m.county_code, m.id';
/** $3 years. */
export const wholeYears = `
select y.* from household_year y where y.county_code = any($1) and y.household_id = any($2::uuid[]) and y.year = any($3::smallint[]) and y.superseded_at is null`;
export const wholeMemberYears = `
select y.* from member_year y where y.county_code = any($1) and y.household_id = any($2::uuid[]) and y.year = any($3::smallint[]) and y.superseded_at is null`;

export interface WholeRow {
  [column: string]: unknown;
  county_code: string;
  id: string;
  village_code: string;
  version: number;
}
