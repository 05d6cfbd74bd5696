/**
 * How many households have a record of each year, as the recalculation counted them: never the records themselves. A state of an earlier
 * release has no counts; there its newest year counts as one household.
 */
const recorded = `
select r.year, sum(r.households)::integer as households
from recalculation_state s
cross join lateral unnest(coalesce(s.recorded_years, array[s.newest_year]), coalesce(s.recorded_households, array[1])) r(year, households)`;

/** Of a county or above it: the rows of counties, a hundred for the region. $1 and $2 the ends of the range. */
export const recordedInCounties = `${recorded}
where s.years is not null and s.village_code >= $1 and s.village_code < $2 and s.village_code = rpad(s.county_code, 12, '0') and r.year is not null
group by r.year order by r.year`;

/** Of a township or village: its own rows. $1 and $2 the ends of the range, $3 county. */
export const recordedInVillages = `${recorded}
where s.county_code = $3 and s.village_code >= $1 and s.village_code < $2 and s.village_code <> rpad($3, 12, '0') and r.year is not null
group by r.year order by r.year`;

/** The newest year on record in the county, which each of its villages carries, for those that have no record. $1 and $2 the ends of the range, $3 county. */
export const yearOfCounty = `
select max(s.newest_year) as year from recalculation_state s where s.county_code = $3 and s.village_code >= $1 and s.village_code < $2`;

export interface NewestYearRow {
  year: number | null;
}
