/** All divisions in one statement; parents come before children because codes sort that way. */
export const upsertDivisions = `
  insert into division (code, name, kind, parent_code, pinyin_initials, source)
  select given.code, given.name, given.kind, given.parent_code, given.initials, $6
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (code, name, kind, parent_code, initials)
  order by given.code collate "C"
  on conflict (code) do update set name = excluded.name, kind = excluded.kind, pinyin_initials = excluded.pinyin_initials, source = excluded.source
  where (division.name, division.kind, division.pinyin_initials, division.source)
    is distinct from (excluded.name, excluded.kind, excluded.pinyin_initials, excluded.source)`;

/** Ids are derived from the natural key, so that every installation bears the same ones and a repeat changes nothing. */
export const upsertDesignations = `
  insert into poverty_designation (id, division_code, level, contiguous_area, exit_year, exit_announced, source)
  select md5('poverty_designation/' || given.code || '/' || given.level)::uuid, given.code, given.level, given.area, given.exit_year, given.announced, $6
  from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::text[]) as given (code, level, area, exit_year, announced)
  on conflict (division_code, level) do nothing`;

/** A value that is already there is left alone; a changed seed is a further row of the history. */
export const insertParameters = `
  insert into parameter (id, name, year, division_code, basis, subject, value, value_text, effective_from, effective_to, source, note)
  select md5('parameter/' || given::text)::uuid, given.name, given.year, given.division, given.basis, given.subject, given.value, given.text,
    given.effective_from, given.effective_to, given.source, given.note
  from jsonb_to_recordset($1::jsonb) as given (name text, year smallint, division text, basis text, subject text, value bigint, text text,
    effective_from date, effective_to date, source text, note text)
  on conflict (id) do nothing`;

export const insertHolidays = `
  insert into holiday (day, kind, name, source)
  select given.day, given.kind, given.name, given.source
  from jsonb_to_recordset($1::jsonb) as given (day date, kind text, name text, source text)
  on conflict (day) do nothing`;
