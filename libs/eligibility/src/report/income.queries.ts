export interface IncomeBinRow {
  bin: number;
  households: number;
}

/**
 * Households by net income per head in steps of $4 fen, the last bin ($5) open upwards; candidates and those without a recorded
 * income are counted as bin -1. $1 from village, $2 to village, $3 year.
 */
export const incomeBins = `
select coalesce(least(floor(greatest(f.net_income_per_capita_fen, 0) / $4::numeric)::integer, $5::integer), -1) as bin, count(*)::integer as households
from household_fact f
where f.village_code >= $1 and f.village_code < $2 and f.year = $3 and f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
group by 1 order by 1`;
