/** Rows of a household follow it to its new village. The tables are those that carry the household's village. $1 county, $2 household, $3 village. */
const follow = (table: string): string => `update ${table} t set village_code = $3 where t.county_code = $1 and t.household_id = $2`;
export const followHousehold = ['help_plan', 'help_plan_item', 'assignment', 'payment', 'payment_batch_row', 'asset_distribution', 'project_beneficiary', 'help_event'].map(follow);
/** An asset of the household keeps its division in step. */
export const followAssets = `update asset t set village_code = $3, division_code = $3 where t.county_code = $1 and t.household_id = $2`;
