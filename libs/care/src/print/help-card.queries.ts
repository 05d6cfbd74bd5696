/** What a card shows of the household. $1 county, $2 household. */
export interface CardRow {
  readonly household_code: string | null;
  readonly head_name: string;
  readonly village_code: string;
  readonly member_count: number;
  readonly status: string;
}
export const cardOf = 'select h.household_code, h.head_name, h.village_code, h.member_count, h.status from household h where h.county_code = $1 and h.id = $2';

export interface CardMember {
  readonly name: string;
  readonly relation_to_head: string | null;
}
export const cardMembers = `
select m.name, m.relation_to_head from member m where m.county_code = $1 and m.household_id = $2 and m.member_status = 'ACTIVE' order by m.relation_to_head, m.id`;
