/** Every table of this slice whose rows follow a household to another village of its county; the house stays where it is. $1 county, $2 household, $3 village. */
export const moveRows = [
  `update household t set village_code = $3, house_position = null, version = t.version + 1, updated_at = app.now() where t.county_code = $1 and t.id = $2`,
  ...['household_link', 'episode', 'member', 'household_year', 'member_year', 'identity_register'].map(
    (table) => `update ${table} t set village_code = $3 where t.county_code = $1 and t.household_id = $2`),
];

/** $1 link as JSON. */
export const insertLink = `
insert into household_link (county_code, id, village_code, household_id, other_county_code, other_household_id, kind, occurred_on, reason)
select l.county_code, l.id, l.village_code, l.household_id, l.other_county_code, l.other_household_id, l.kind, l.occurred_on, l.reason
from jsonb_populate_record(null::household_link, $1::jsonb) l`;

/**
 * Years of persons whose rows were written anew: nothing typed is asked twice. $1 pairs of old and new rows as JSON,
 * $2 county of the old rows, $3 one year or null for all.
 */
export const copyMemberYears = `
insert into member_year
select r.* from member_year y
join jsonb_to_recordset($1::jsonb) as c (from_member uuid, county_code text, village_code text, household_id uuid, member_id uuid) on c.from_member = y.member_id
cross join lateral jsonb_populate_record(y, jsonb_build_object('id', app.uuid_v7(), 'county_code', c.county_code, 'village_code', c.village_code,
  'household_id', c.household_id, 'member_id', c.member_id, 'version', 1, 'correction_reason', null, 'recorded_at', app.now())) r
where y.county_code = $2 and y.superseded_at is null and ($3::integer is null or y.year = $3)`;

/** $1 county, $2 household, $3 the new household as JSON. */
export const copyHouseholdYears = `
insert into household_year
select r.* from household_year y
cross join lateral jsonb_populate_record(y, $3::jsonb || jsonb_build_object('id', app.uuid_v7(), 'version', 1, 'correction_reason', null, 'recorded_at', app.now())) r
where y.county_code = $1 and y.household_id = $2 and y.superseded_at is null`;
