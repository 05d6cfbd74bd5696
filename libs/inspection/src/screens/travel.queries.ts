export interface PairRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly household_id: string;
  readonly visited_at: Date;
  readonly position_enc: string;
  readonly before_county: string;
  readonly before_id: string;
  readonly before_village: string;
  readonly before_at: Date;
  readonly before_position: string;
}
/**
 * Visits with a position, each with the one before of whoever made both, at another household and not longer ago than the limit.
 * $1 from, $2 to, $3 year, $4 hours, $5 group's prefix, $6 limit.
 */
export const visitPairs = `
with placed as (
  select v.county_code, v.id, v.village_code, v.household_id, v.visited_at, v.position_enc,
    lag(v.county_code) over w as before_county, lag(v.id) over w as before_id, lag(v.village_code) over w as before_village, lag(v.household_id) over w as before_household,
    lag(v.visited_at) over w as before_at, lag(v.position_enc) over w as before_position
  from visit v
  where v.village_code >= $1 and v.village_code < $2 and v.visited_on >= make_date($3::integer, 1, 1) and v.visited_on <= make_date($3::integer, 12, 31)
    and v.recorded_on >= make_date($3::integer, 1, 1) and v.position_enc is not null and not v.clock_ahead and v.correction_no = 0
  window w as (partition by v.visitor_id order by v.visited_at, v.id)
)
select p.county_code, p.id, p.village_code, p.household_id, p.visited_at, p.position_enc, p.before_county, p.before_id, p.before_village, p.before_at, p.before_position
from placed p
where p.before_id is not null and p.before_household <> p.household_id and p.visited_at - p.before_at <= make_interval(hours => $4::integer) and starts_with(p.village_code, $5)
order by p.id limit $6`;
