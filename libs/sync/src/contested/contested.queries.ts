/** $1 rows as a JSON array. */
export const insertContested = `
insert into contested_field (county_code, id, village_code, household_id, entity, entity_id, year, field, operation_id, device_id, base_value, recorded_value,
  recorded_version, proposed_value, proposed_enc, proposed_by, proposed_by_name, occurred_at, reason)
select c.county_code, c.id, c.village_code, c.household_id, c.entity, c.entity_id, c.year, c.field, c.operation_id, c.device_id, c.base_value, c.recorded_value,
  c.recorded_version, c.proposed_value, c.proposed_enc, c.proposed_by, c.proposed_by_name, c.occurred_at, c.reason
from jsonb_to_recordset($1::jsonb) as c (county_code text, id uuid, village_code text, household_id uuid, entity text, entity_id uuid, year smallint, field text,
  operation_id uuid, device_id uuid, base_value jsonb, recorded_value jsonb, recorded_version integer, proposed_value jsonb, proposed_enc text, proposed_by uuid,
  proposed_by_name text, occurred_at timestamptz, reason text)`;

export interface ContestedRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  head_name: string;
  entity: 'household' | 'member' | 'householdYear' | 'memberYear';
  entity_id: string;
  member_name: string | null;
  year: number | null;
  field: string;
  base_value: unknown;
  recorded_value: unknown;
  proposed_value: unknown;
  proposed_enc: string | null;
  proposed_by_name: string;
  occurred_at: Date | null;
  received_at: Date;
  reason: string | null;
  status: 'OPEN' | 'CHOSEN';
  choice: 'recorded' | 'proposed' | null;
  chosen_by_name: string | null;
  chosen_at: Date | null;
  version: number;
  /** The whole row as it stands now, for the value that is on record today. */
  row_now: Record<string, unknown> | null;
}

const contested = `
select c.county_code, c.id, c.village_code, c.household_id, h.head_name, c.entity, c.entity_id, m.name as member_name, c.year, c.field, c.base_value, c.recorded_value,
  c.proposed_value, c.proposed_enc, c.proposed_by_name, c.occurred_at, c.received_at, c.reason, c.status, c.choice, c.chosen_by_name, c.chosen_at, c.version,
  case c.entity when 'household' then to_jsonb(h) when 'member' then to_jsonb(m) when 'householdYear' then to_jsonb(y) else to_jsonb(p) end as row_now
from contested_field c
join household h on h.county_code = c.county_code and h.id = c.household_id
left join member m on c.entity in ('member', 'memberYear') and m.county_code = c.county_code and m.id = c.entity_id
left join household_year y on c.entity = 'householdYear' and y.county_code = c.county_code and y.household_id = c.household_id and y.year = c.year and y.superseded_at is null
left join member_year p on c.entity = 'memberYear' and p.county_code = c.county_code and p.member_id = c.entity_id and p.year = c.year and p.superseded_at is null`;

/** $1 division as a range start, $2 its end, $3 status or null, $4 county or null, $5 household or null, $6 id of the last one or null, $7 limit. */
export const listContested = `${contested}
where c.village_code >= $1 and c.village_code < $2 and ($3::text is null or c.status = $3) and ($4::text is null or (c.county_code = $4 and c.household_id = $5::uuid))
  and ($6::uuid is null or c.id > $6::uuid)
order by c.id limit $7`;
/** $1 county, $2 id. */
export const findContested = `${contested} where c.county_code = $1 and c.id = $2`;
export const lockContested = 'select c.status, c.version, c.household_id from contested_field c where c.county_code = $1 and c.id = $2 for update';
/** $1 county, $2 id, $3 choice, $4 by, $5 name. */
export const markChosen = `
update contested_field set status = 'CHOSEN', choice = $3, chosen_by = $4, chosen_by_name = $5, chosen_at = app.now(), proposed_enc = null, version = version + 1
where county_code = $1 and id = $2`;
/** $1 county, $2 household, $3 village. */
export const carryContested = 'update contested_field set village_code = $3 where county_code = $1 and household_id = $2 and village_code <> $3';
