/** Risk clues. Names and telephones of people who are not registered are stored encrypted. */

/** $1 county, $2 clue. */
export const knownClue = 'select c.content_hash from risk_clue c where c.county_code = $1 and c.id = $2';
/** $1 row as JSON. */
export const insertClue = 'insert into risk_clue select r.* from jsonb_populate_record(null::risk_clue, $1::jsonb) r';
/** $1 county, $2 household. */
export const clueHousehold = 'select h.village_code, h.status, h.head_name from household h where h.county_code = $1 and h.id = $2';
/** $1 county, $2 clue. */
export const lockClue = 'select c.* from risk_clue c where c.county_code = $1 and c.id = $2 for no key update';
export const findClue = `
select c.*, h.head_name, s.head_name as settled_head_name
from risk_clue c
left join household h on h.county_code = c.county_code and h.id = c.household_id
left join household s on s.county_code = c.county_code and s.id = c.settled_household_id
where c.county_code = $1 and c.id = $2`;
/** $1 county, $2 clue, $3 changed columns as JSON. */
export const updateClue = `
update risk_clue c set (status, checked_by, checked_by_name, result, finding, settled_household_id, settled_by, settled_by_name, settled_at, version) = (
  select p.status, p.checked_by, p.checked_by_name, p.result, p.finding, p.settled_household_id, p.settled_by, p.settled_by_name, p.settled_at, c.version + 1
  from jsonb_populate_record(c, $3::jsonb) p)
where c.county_code = $1 and c.id = $2`;
/** The same line is not added twice. $1 county, $2 clue, $3 line. */
export const appendToClue = `
update risk_clue c set description = c.description || e'\\n' || $3, version = c.version + 1
where c.county_code = $1 and c.id = $2 and position($3 in c.description) = 0
returning c.version`;
/** $1 county, $2 household, $3 village. */
export const carryClues = 'update risk_clue c set village_code = $3 where c.county_code = $1 and c.household_id = $2 and c.village_code <> $3';

export interface ClueRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string | null;
  subject_name_enc: string | null;
  subject_phone_enc: string | null;
  subject_phone_masked: string | null;
  place: string | null;
  channel: string;
  kind: string;
  severity: string;
  description: string;
  attachment_ids: string[];
  occurred_at: Date;
  reported_by: string;
  reported_by_name: string;
  reported_at: Date;
  device_id: string | null;
  status: 'OPEN' | 'CHECKING' | 'SETTLED';
  checked_by: string | null;
  checked_by_name: string | null;
  result: string | null;
  finding: string | null;
  settled_household_id: string | null;
  settled_by: string | null;
  settled_by_name: string | null;
  settled_at: Date | null;
  content_hash: string;
  version: number;
  head_name: string | null;
  settled_head_name: string | null;
}
