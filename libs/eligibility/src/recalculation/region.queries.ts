export const regionCode = `select i.region_code as code from installation i`;

/** Counties of division $1 that have been computed at least once. */
export const computedCounties = `
select s.county_code from recalculation_state s
where s.years is not null and s.village_code >= $1 and s.village_code < $1 || ':' and s.county_code || '000000' = s.village_code order by 1`;

/** Marks whole counties $1 for recalculation. */
export const markCounties = `
insert into dirty_village (county_code, village_code, cause) select c.code, rpad(c.code, 12, '0'), 'WHOLE' from unnest($1::text[]) c(code)`;

/** Marks the villages of a township, or one village: division $2 of county $1. */
export const markVillages = `
insert into dirty_village (county_code, village_code, cause)
select distinct $1, h.village_code, 'REQUEST' from household h
where h.county_code = $1 and h.village_code >= $2 and h.village_code < $2 || ':'`;

/** Tells the commit which counties to wake. */
export const touchDirty = `select app.touch('app.dirty', $1::text[])`;

/** Counties of division $1 with households. */
export const countiesWithHouseholds = `
select c.code as county_code from division c
where length(c.code) = 6 and c.code >= $1 and c.code < $1 || ':' and exists (select 1 from household h where h.county_code = c.code) order by c.code`;
