/** $1 county, $2 household. */
export const currentHousehold = 'select h.* from household h where h.county_code = $1 and h.id = $2';
/** $1 county, $2 member, $3 household. */
export const currentMember = 'select m.* from member m where m.county_code = $1 and m.id = $2 and m.household_id = $3';
/** $1 county, $2 household, $3 year. */
export const currentHouseholdYear = 'select y.* from household_year y where y.county_code = $1 and y.household_id = $2 and y.year = $3 and y.superseded_at is null';
/** $4 member. */
export const currentMemberYear =
  'select y.* from member_year y where y.county_code = $1 and y.household_id = $2 and y.year = $3 and y.member_id = $4 and y.superseded_at is null';
