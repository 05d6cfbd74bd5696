/**
 * Before each list. The policy's range comes from a sub-select, which the planner cannot look into: it expects a handful of rows,
 * collects and sorts all of them. Without bitmaps and full sorts it walks the index by village and stops after a page.
 */
export const walkInOrder = `select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;

/** Range and cursor of a list: $1 from village, $2 to village, $3 county or null, $4 cursor village or null, $5 cursor id; $6 is the limit. */
export const inRange = (alias: string): string => `
  ${alias}.village_code >= $1 and ${alias}.village_code < $2
  and ($3::text is null or ${alias}.county_code = $3)
  and ($4::text is null or ${alias}.village_code >= $4)
  and ($4::text is null or (${alias}.village_code, ${alias}.id) > ($4, $5::uuid))`;

/** Order and end of a list. */
export const pageOrder = (alias: string): string => `order by ${alias}.village_code, ${alias}.id limit $6`;

/** Head of the household by key; `offset 0` keeps the planner from joining the whole territory. */
export const headOf = (alias: string): string => `
  left join lateral (
    select h.head_name, h.status as household_status from household h where h.county_code = ${alias}.county_code and h.id = ${alias}.household_id offset 0
  ) h on true`;
