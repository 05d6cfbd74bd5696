export interface AreaDecisionRow {
  outcome: 'EXITED' | 'NOT_EXITED';
  decided_on: string;
}

/** What was decided last about a village or county. $1 county, $2 padded code. */
export const lastDecision = `
select d.outcome, d.decided_on from area_decision d where d.county_code = $1 and d.village_code = $2 order by d.year desc, d.decided_on desc, d.id desc limit 1`;

/** Published exits stay as they were published. $1 county, $2 year, $3 day of the announcement. */
export const closeDesignations = `
update poverty_designation g set exit_year = $2::smallint, exit_announced = $3 where g.division_code = $1 and g.exit_year is null`;
