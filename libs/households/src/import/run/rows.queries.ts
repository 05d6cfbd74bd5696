import type { CellFault } from '#domain';
import type { Outcome } from '../judge/verdict.js';

export interface ImportRowRow {
  county_code: string;
  id: string;
  n: number;
  household_row: number;
  outcome: Outcome;
  corrected: boolean;
  cells_enc: string;
  faults: CellFault[];
  version: number;
}

const columns = 'r.county_code, r.id, r.n, r.household_row, r.outcome, r.corrected, r.cells_enc, r.faults, r.version';

/** $1 county, $2 batch. */
export const deleteRows = 'delete from import_row r where r.county_code = $1 and r.batch_id = $2';
/** $1 rows as a JSON array. */
export const insertRows = 'insert into import_row select r.* from jsonb_populate_recordset(null::import_row, $1::jsonb) r';
export const correctedRows = `select ${columns} from import_row r where r.county_code = $1 and r.batch_id = $2 and r.corrected`;
/** $3 outcome or null, $4 row after which the page begins, $5 limit. */
export const pageOfRows = `
select ${columns} from import_row r
where r.county_code = $1 and r.batch_id = $2 and ($3::text is null or r.outcome = $3) and r.n > $4
order by r.n limit $5`;
/** $3 row. */
export const findRow = `select ${columns} from import_row r where r.county_code = $1 and r.batch_id = $2 and r.n = $3 for update`;
/** $3 first row of the household. */
export const rowsOfHousehold = `select ${columns} from import_row r where r.county_code = $1 and r.batch_id = $2 and r.household_row = $3 order by r.n for update`;
/** $3 id, $4 outcome, $5 corrected, $6 cells, $7 faults as JSON. */
export const updateRow = `
update import_row r set outcome = $4, corrected = $5, cells_enc = $6, faults = $7::jsonb, version = r.version + 1
where r.county_code = $1 and r.batch_id = $2 and r.id = $3`;
/** Faults of rows $3 to $4, to mark them in the error file. */
export const faultsBetween = `
select r.n, r.faults, r.outcome, r.corrected, r.cells_enc, r.id from import_row r
where r.county_code = $1 and r.batch_id = $2 and r.n between $3 and $4 order by r.n`;
