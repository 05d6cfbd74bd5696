/**
 * What a household was paid in a year, by measure: money that has arrived by the day it arrived, the rest apart.
 * $1 county, $2 household, $3 first day, $4 last day.
 */
export const paidInYear = `
select p.id, p.measure_code, p.term, p.amount_fen, coalesce(p.settled_on, p.paid_on) as on_day, p.settlement
from payment p
where p.county_code = $1 and p.household_id = $2 and p.reverses_id is null and p.reversed_by_id is null and coalesce(p.settled_on, p.paid_on) between $3::date and $4::date
order by p.id`;

/** Shares of assets in a year. Same parameters. */
export const sharesInYear = `
select d.id, a.name as asset_name, d.amount_fen, d.paid_on as on_day
from asset_distribution d left join asset a on a.county_code = d.county_code and a.id = d.asset_id
where d.county_code = $1 and d.household_id = $2 and d.paid_on between $3::date and $4::date order by d.id`;

export interface PaidRow {
  id: string;
  measure_code: string;
  term: string;
  amount_fen: number;
  on_day: string;
  settlement: string;
}
export interface ReceivedShareRow {
  id: string;
  asset_name: string | null;
  amount_fen: number;
  on_day: string;
}
