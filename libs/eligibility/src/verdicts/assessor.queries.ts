/** Every change of a household begins with this lock, so whoever holds it decides on facts that stand still. $1 county, $2 household. */
export const lockHousehold = `select h.id from household h where h.county_code = $1 and h.id = $2 for update`;

/** Holds all households of a village in place; in the order of their ids, so that two decisions cannot block each other. */
export const lockVillage = `select h.id from household h where h.county_code = $1 and h.village_code = $2 order by h.id for share`;
