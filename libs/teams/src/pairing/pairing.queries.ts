/** Helpers and their households. Nothing is overwritten: a hand-over ends one row and begins the next. */

/** $1 county, $2 helper. */
export const knownHelper = 'select h.content_hash from helper h where h.county_code = $1 and h.id = $2';
export const insertHelper = 'insert into helper select r.* from jsonb_populate_record(null::helper, $1::jsonb) r';
/** Locks the helper: two new pairings at once cannot both be the last one below the limit. */
export const lockHelper = 'select h.* from helper h where h.county_code = $1 and h.id = $2 for no key update';
/** $1 county, $2 helper: after the lock, so that nothing of another transaction is missed. */
export const loadOfHelper = 'select count(*)::integer as n from pairing p where p.county_code = $1 and p.helper_id = $2 and p.ended_on is null';
/** Helpers of the counties of a territory: $1 from and $2 to code, $3 county and $4 id of the cursor, $5 limit. */
export const helpersOfDivision = `
with page as (
  select h.* from helper h
  where h.village_code >= $1 and h.village_code < $2 and ($3::text is null or h.village_code >= $3) and ($3::text is null or (h.village_code, h.id) > ($3, $4::uuid))
  order by h.village_code, h.id limit $5)
select h.*, (select count(*)::integer from pairing p where p.county_code = h.county_code and p.helper_id = h.id and p.ended_on is null) as households
from page h order by h.village_code, h.id`;

/** $1 county, $2 pairing. */
export const knownPairing = 'select p.content_hash from pairing p where p.county_code = $1 and p.id = $2';
export const insertPairings = 'insert into pairing select r.* from jsonb_populate_recordset(null::pairing, $1::jsonb) r';
export const lockPairing = 'select p.* from pairing p where p.county_code = $1 and p.id = $2 for no key update';
export const lockPairingsOfHelper = 'select p.* from pairing p where p.county_code = $1 and p.helper_id = $2 and p.ended_on is null order by p.id for no key update';
/** $1 county, $2 ids, $3 day, $4 reason. */
export const endPairings = `
update pairing p set ended_on = $3, end_reason = $4, version = p.version + 1, updated_at = app.now()
where p.county_code = $1 and p.id = any($2::uuid[])`;

const withHousehold = (page: string, order: string) => `
with page as (${page})
select p.*, (select h.head_name from household h where h.county_code = p.county_code and h.id = p.household_id) as head_name from page p order by ${order}`;
export const findPairing = withHousehold('select p.* from pairing p where p.county_code = $1 and p.id = $2', 'p.id');
/** All of a household, those that ended too: $1 county, $2 household, $3 id of the cursor, $4 limit. */
export const pairingsOfHousehold = withHousehold(`
  select p.* from pairing p where p.county_code = $1 and p.household_id = $2::uuid and ($3::uuid is null or p.id < $3::uuid) order by p.id desc limit $4`, 'p.id desc');
/** Those that hold in a division: $1 from and $2 to village, $3 county or null, $4 village and $5 id of the cursor, $6 limit. */
export const pairingsOfDivision = withHousehold(`
  select p.* from pairing p
  where p.ended_on is null and p.village_code >= $1 and p.village_code < $2 and ($3::text is null or p.county_code = $3)
    and ($4::text is null or p.village_code >= $4) and ($4::text is null or (p.village_code, p.id) > ($4, $5::uuid))
  order by p.village_code, p.id limit $6`, 'p.village_code, p.id');

/**
 * How many households each helper has in each village, the villages in order: $1 from and $2 to village, $3 county or null, $4 last
 * village of the page before or null, $5 villages.
 */
export const pairingMatrix = `
with page as (
  select distinct p.village_code from pairing p
  where p.ended_on is null and p.village_code >= $1 and p.village_code < $2 and ($3::text is null or p.county_code = $3) and ($4::text is null or p.village_code > $4)
  order by p.village_code limit $5)
select p.county_code, p.village_code, p.helper_id, p.helper_name, p.helper_unit, p.helper_rank, count(*)::integer as households
from pairing p join page v on v.village_code = p.village_code
where p.ended_on is null and p.village_code >= $1 and p.village_code < $2 and ($3::text is null or p.county_code = $3)
group by 1, 2, 3, 4, 5, 6 order by p.village_code, p.helper_name, p.helper_id`;
export interface MatrixRow {
  county_code: string;
  village_code: string;
  helper_id: string;
  helper_name: string;
  helper_unit: string;
  helper_rank: string | null;
  households: number;
}
/** All households of helpers, as far as they are to be seen from here: $1 county, $2 helpers. */
export const loadOfHelpers = `
select p.helper_id, count(*)::integer as households from pairing p
where p.county_code = $1 and p.helper_id = any($2::uuid[]) and p.ended_on is null group by 1 order by 1`;
/** Those of a hand-over, in the order of their ids so that two hand-overs never wait for each other: $1 county, $2 ids. */
export const lockPairings = 'select p.* from pairing p where p.county_code = $1 and p.id = any($2::uuid[]) order by p.id for no key update';
/** $1 county, $2 ids. */
export const knownPairings = 'select p.id, p.content_hash from pairing p where p.county_code = $1 and p.id = any($2::uuid[]) order by p.id';

/** A household that moved within its county keeps its helpers. $1 county, $2 household, $3 village. */
export const carryPairings = 'update pairing p set village_code = $3 where p.county_code = $1 and p.household_id = $2 and p.village_code <> $3';
/** One that went to another county leaves them. $1 county, $2 household, $3 day. */
export const endPairingsOfHousehold = `
update pairing p set ended_on = greatest(p.started_on, $3::date), end_reason = '该户迁往其他旗县', version = p.version + 1, updated_at = app.now()
where p.county_code = $1 and p.household_id = $2 and p.ended_on is null`;

export interface HelperRow {
  county_code: string;
  id: string;
  village_code: string;
  name: string;
  unit: string;
  affiliation: string | null;
  rank: string | null;
  user_id: string | null;
  phone_masked: string | null;
  content_hash: string;
  households: number;
}
export interface PairingRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  helper_id: string;
  helper_name: string;
  helper_unit: string;
  helper_rank: string | null;
  helper_phone_masked: string | null;
  started_on: string;
  ended_on: string | null;
  end_reason: string | null;
  predecessor_id: string | null;
  version: number;
  head_name: string | null;
}
