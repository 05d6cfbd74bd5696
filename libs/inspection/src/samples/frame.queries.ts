/** Households of a county with their persons, both parted by commas, in one order. */
export interface PersonsRow {
  readonly county_code: string;
  readonly keys: string;
  readonly counts: string;
}

/** Persons of the households of a division. $1 from, $2 to. */
export const personsOf = `
select h.county_code, string_agg(h.id::text, ',' order by h.id) as keys, string_agg(h.member_count::text, ',' order by h.id) as counts
from household h where h.village_code >= $1 and h.village_code < $2 and h.member_count > 0 group by h.county_code`;

/** Poor households of villages as the facts of the year have them. $1 villages, $2 year. */
export const poorHouseholdsOf = `
select f.village_code, f.poor_households as figure from village_fact f
where f.county_code = any(select distinct left(v, 6) from unnest($1::text[]) v) and f.village_code = any($1::text[]) and f.year = $2 and f.poor_households is not null`;

/** Clues of a danger of falling back that nobody has settled, as of now; 0 where there is none. $1 villages. */
export const openCluesOf = `
select v.code as village_code, count(c.id)::integer as figure from unnest($1::text[]) v(code)
left join risk_clue c on c.village_code = v.code and c.county_code = left(v.code, 6) and c.status <> 'SETTLED' group by v.code`;

/** $1 villages, $2 year. */
export const incidenceOf = `
select f.village_code, (f.poor_persons::bigint * 10000 / f.rural_resident_population)::integer as figure
from village_fact f
where f.county_code = any(select distinct left(v, 6) from unnest($1::text[]) v) and f.village_code = any($1::text[]) and f.year = $2
  and f.rural_resident_population > 0 and f.poor_persons is not null`;
