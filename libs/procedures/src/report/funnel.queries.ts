export interface FunnelRow {
  step: string;
  /** Cases that have come as far as this step. */
  reached: number;
  /** Cases that stand at it now. */
  waiting: number;
}

/**
 * How far the cases of a procedure came that were begun in a year. A step counts as reached when something was done at it or the
 * case stands at it. $1 from village, $2 to village, $3 procedure, $4 first day, $5 day after the last.
 */
export const funnelOf = `
with begun as (
  select c.county_code, c.id, c.current_step from case_file c
  where c.village_code >= $1 and c.village_code < $2 and c.pack_code = $3 and c.started_at >= $4::timestamptz and c.started_at < $5::timestamptz
), touched as (
  select e.case_id, e.step from begun b join case_event e on e.county_code = b.county_code and e.case_id = b.id
  union
  select b.id, b.current_step from begun b where b.current_step is not null
)
select t.step, count(*)::integer as reached, (select count(*)::integer from begun b where b.current_step = t.step) as waiting from touched t group by t.step`;

export interface OutcomeRow {
  status: string;
  cases: number;
}

/** The same cases by where they stand. */
export const outcomesOf = `
select c.status, count(*)::integer as cases from case_file c
where c.village_code >= $1 and c.village_code < $2 and c.pack_code = $3 and c.started_at >= $4::timestamptz and c.started_at < $5::timestamptz
group by c.status order by c.status`;
