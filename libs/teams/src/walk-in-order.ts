/**
 * Before each list. The range of the territory's policy comes from a sub-select, which the planner cannot look into: it expects
 * a handful of rows, collects and sorts all of them, and that is slow just when there are many. Without bitmaps and full sorts it
 * walks the index in the order of the list, sorts within a village or a day at most, and stops after a page.
 */
export const walkInOrder = `select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;
