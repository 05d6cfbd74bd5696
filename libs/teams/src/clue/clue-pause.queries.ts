export interface CluePauseRow {
  county_code: string;
  clue_id: string;
  reason: string;
  paused_on: string;
  paused_by_name: string;
  resumed_on: string | null;
  resumed_by_name: string | null;
}

/** $1 row as JSON. */
export const insertPause = 'insert into clue_pause select r.* from jsonb_populate_record(null::clue_pause, $1::jsonb) r';
/** $1 county, $2 clue. */
export const runningPause = 'select p.* from clue_pause p where p.county_code = $1 and p.clue_id = $2 and p.resumed_on is null';
/** $1 county, $2 clue, $3 first day that counts again, $4 user, $5 name. */
export const endPause = `
update clue_pause p set resumed_on = $3::date, resumed_by = $4, resumed_by_name = $5, version = p.version + 1
where p.county_code = $1 and p.clue_id = $2 and p.resumed_on is null returning p.id`;
/** $1 counties, $2 clues. */
export const pausesOf = 'select p.* from clue_pause p where p.county_code = any($1::text[]) and p.clue_id = any($2::uuid[]) order by p.id';
/** $1 county, $2 household, $3 village. */
export const carryPauses = 'update clue_pause p set village_code = $3 where p.county_code = $1 and p.household_id = $2 and p.village_code <> $3';
