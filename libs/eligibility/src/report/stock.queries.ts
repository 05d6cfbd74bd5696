export interface StockRow {
  county_code: string;
  name: string | null;
  prefecture_code: string;
  prefecture_name: string | null;
  year: number;
  registered_households: number | null;
  registered_persons: number | null;
  poor_households: number | null;
  poor_persons: number | null;
  rural_resident_population: number | null;
  as_of: Date | null;
}

/** Stock by county from the sums of recalculation: a row a county, however many households there are. $1 division, $2 year. */
export const stockByCounty = `
select f.county_code, c.name, left(f.county_code, 4) as prefecture_code, p.name as prefecture_name, f.year, f.registered_households, f.registered_persons,
  f.poor_households, f.poor_persons, f.rural_resident_population, s.computed_at as as_of
from county_fact f
left join division c on c.code = f.county_code
left join division p on p.code = left(f.county_code, 4)
left join recalculation_state s on s.county_code = f.county_code and s.village_code = f.village_code
where f.village_code >= $1 and f.village_code < $1 || ':' and f.year = $2
order by f.county_code`;

/** $1 division. */
export const divisionName = `select d.name from division d where d.code = $1`;
