/** A household to whose file the photographs are added. */
export const anyHousehold = `select h.county_code, h.id, h.village_code from household h order by h.county_code, h.id limit 1`;
