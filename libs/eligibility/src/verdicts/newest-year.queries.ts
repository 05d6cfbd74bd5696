/**
 * The newest year for which at least half of the computed villages of a range have data, so that the first village that begins a
 * new year does not empty every answer about the region; null where nothing was computed. $1 and $2 are the ends of the range.
 */
export const newestYear = `
select percentile_disc(0.5) within group (order by s.newest_year desc) as year from recalculation_state s
where s.village_code >= $1 and s.village_code < $2 and s.newest_year is not null and s.village_code <> rpad(s.county_code, 12, '0')`;

export interface NewestYearRow {
  year: number | null;
}
