/** Households of a county in the territory, locked in the order of ids. $1 county, $2 ids. */
export const lockHouseholds = `
select h.county_code, h.id, h.village_code, h.status, h.head_name from household h where h.county_code = $1 and h.id = any($2::uuid[]) order by h.id for update`;

/** $1 county, $2 ids of members. */
export const membersByIds = 'select m.id, m.household_id, m.name, m.member_status from member m where m.county_code = $1 and m.id = any($2::uuid[])';

export interface HelpedHousehold {
  county_code: string;
  id: string;
  village_code: string;
  status: string;
  head_name: string;
}
export interface HelpedMember {
  id: string;
  household_id: string;
  name: string;
  member_status: string;
}
