/** $1 claims as a JSON array, in the order of their hashes so that two registrations never wait for each other crosswise. */
export const claimIdentities = `
insert into identity_register (id_hash, county_code, village_code, household_id, member_id, registered_at)
select c.id_hash, c.county_code, c.village_code, c.household_id, c.member_id, app.now()
from jsonb_to_recordset($1::jsonb) as c (id_hash text, county_code text, village_code text, household_id uuid, member_id uuid)
order by c.id_hash
on conflict (id_hash) do nothing
returning id_hash`;

/** Row security leaves only households of the reader's territory: of the others not even the county is told. $1 hashes. */
export const visibleOwners = `
select i.id_hash, h.county_code, h.id, h.village_code, h.head_name, m.name as member_name
from identity_register i
join household h on h.county_code = i.county_code and h.id = i.household_id
join member m on m.county_code = i.county_code and m.id = i.member_id
where i.id_hash = any($1)`;
export interface OwnerRow {
  id_hash: string;
  county_code: string;
  id: string;
  village_code: string;
  head_name: string;
  member_name: string;
}

/** $1 county, $2 members. */
export const releaseIdentities = 'delete from identity_register where county_code = $1 and member_id = any($2)';

/** $1 moves as a JSON array: the member of the old row, and where the person is from now on. */
export const moveIdentities = `
update identity_register i
set county_code = c.to_county, village_code = c.to_village, household_id = c.to_household, member_id = c.to_member
from jsonb_to_recordset($1::jsonb) as c (county_code text, member_id uuid, to_county text, to_village text, to_household uuid, to_member uuid)
where i.county_code = c.county_code and i.member_id = c.member_id`;
