export interface ParameterRow {
  id: string;
  name: string;
  year: number | null;
  division_code: string | null;
  basis: string | null;
  subject: string | null;
  value: number | null;
  value_text: string | null;
  effective_from: string | null;
  effective_to: string | null;
  source: string;
  note: string | null;
  recorded_at: Date;
  recorded_by: string;
  sequence: number;
}

/**
 * Of rows with the same key, the one in force on a day: the latest beginning wins, then the latest record. A row without a
 * value takes its key out of force. $1 names, $2 year (null: any), $3 division, $4 day, $5 known at.
 */
const inForce = `
  select distinct on (p.name, p.year, p.division_code, p.basis, p.subject) p.*
  from parameter p
  where p.name = any ($1::text[]) and ($2::smallint is null or p.year is null or p.year = $2)
    and (p.division_code is null or starts_with($3::text, p.division_code))
    and (p.effective_from is null or p.effective_from <= $4::date) and (p.effective_to is null or p.effective_to > $4::date)
    and ($5::timestamptz is null or p.recorded_at <= $5)
  order by p.name, p.year, p.division_code, p.basis, p.subject, p.effective_from desc nulls last, p.sequence desc`;

/** Every key in force, also those that were taken back (value null). */
export const parametersInForce = `${inForce}`;

/**
 * The one value that answers a question, for each name: the more specific key wins (subject, then division, then year); of
 * several bases the first of $8. $6 subject, $7 basis (null: any). A question without a year is answered by rows without one.
 */
export const effectiveParameters = `
  with in_force as (${inForce})
  select distinct on (f.name) f.*
  from in_force f
  where (f.value is not null or f.value_text is not null) and (f.year is null or f.year = $2)
    and (f.subject is null or f.subject = $6) and (f.basis is null or $7::text is null or f.basis = $7)
  order by f.name, f.subject is null, coalesce(length(f.division_code), 0) desc, f.year is null, array_position($8::text[], f.basis)`;

/** All records of one parameter, newest first, before the sequence $2. */
export const parameterHistory = `
  select p.* from parameter p where p.name = $1 and p.sequence < $2 order by p.sequence desc limit $3`;

/** Newest record of exactly this key; 0 when there is none. Its sequence is the version a writer must have seen. */
export const newestOfKey = `
  select coalesce(max(p.sequence), 0) as sequence from parameter p
  where p.name = $1 and p.year is not distinct from $2::smallint and p.division_code is not distinct from $3::text
    and p.basis is not distinct from $4::text and p.subject is not distinct from $5::text`;

/** Writers of one parameter queue here, so that two of them cannot both write over the same version. */
export const lockParameter = `select pg_advisory_xact_lock(hashtextextended('bangfu.parameter.' || $1, 0))`;

export const insertParameter = `
  insert into parameter (id, name, year, division_code, basis, subject, value, value_text, effective_from, effective_to, source, note)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  returning *`;
