/**
 * Help that is recorded, of the villages $2 of county $1: assignments delivered whose time touches the years from $from to $to,
 * and payments that were not taken back whose term lies in them. Without dates an assignment counts for its own year, and
 * what is paid once counts for the year of payment. The window opens with the newest year that facts are recorded of and
 * ends with the running year, so that help given today closes a gap before the facts of today are recorded.
 */
export function receiptCte(from: string, to: string): string {
  return `
receipt as materialized (
  select a.household_id, a.member_id, a.measure_code
  from assignment a
  where a.county_code = $1 and a.village_code = any($2::text[]) and a.status in ('DELIVERED', 'CLOSED')
    and coalesce(a.starts_on, make_date(a.year, 1, 1)) <= make_date(${to}::integer, 12, 31)
    and coalesce(a.ends_on, make_date(a.year, 12, 31)) >= make_date(${from}::integer, 1, 1)
  union
  select p.household_id, p.member_id, p.measure_code
  from payment p
  where p.county_code = $1 and p.village_code = any($2::text[]) and p.reverses_id is null and p.reversed_by_id is null
    and case when p.term = 'once' then extract(year from p.paid_on) else left(p.term, 4)::integer end between ${from} and ${to}
)`;
}

/** The same of one household: $1 county, $2 household, $3 first year, $4 last year. */
export const receiptsOfHousehold = `
select a.member_id, a.measure_code
from assignment a
where a.county_code = $1 and a.household_id = $2 and a.status in ('DELIVERED', 'CLOSED')
  and coalesce(a.starts_on, make_date(a.year, 1, 1)) <= make_date($4::integer, 12, 31)
  and coalesce(a.ends_on, make_date(a.year, 12, 31)) >= make_date($3::integer, 1, 1)
union
select p.member_id, p.measure_code
from payment p
where p.county_code = $1 and p.household_id = $2 and p.reverses_id is null and p.reversed_by_id is null
  and case when p.term = 'once' then extract(year from p.paid_on) else left(p.term, 4)::integer end between $3 and $4`;

export interface ReceiptRow {
  member_id: string | null;
  measure_code: string;
}
