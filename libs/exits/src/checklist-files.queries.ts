export interface ChecklistFileRow {
  county_code: string;
  id: string;
  village_code: string;
  year: number;
  item: string;
  attachment_id: string;
  file_hash: string;
  file_name: string | null;
  mime: string;
  added_by: string;
  added_by_name: string;
  added_at: Date;
}

/** $1 county, $2 village, $3 year. */
export const filesOf = `
select f.* from checklist_file f where f.county_code = $1 and f.village_code = $2 and f.year = $3 order by f.item, f.id`;

/** $1 the row as JSON. Nothing when the same file stands there already. */
export const insertFile = `
insert into checklist_file select r.* from jsonb_populate_record(null::checklist_file, $1::jsonb) r
on conflict (county_code, village_code, year, item, file_hash) do nothing`;

/** Holds the running exit of a village, so that no file comes in while it is decided. $1 county, $2 village. */
export const holdExit = `
select c.id from case_file c where c.county_code = $1 and c.division_code = $2 and c.pack_code = 'village_exit' and c.status = 'OPEN' for update`;
