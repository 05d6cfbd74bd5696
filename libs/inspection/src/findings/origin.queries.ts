/** What findings are raised from: rows of the other rooms, read and copied, never changed. */

export interface HitOrigin {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly check_code: string;
  readonly household_id: string | null;
  readonly member_id: string | null;
  readonly head_name: string | null;
  readonly member_name: string | null;
  readonly vals: Record<string, unknown>;
  readonly name: { readonly zh: string };
  readonly basis: readonly { readonly zh: string }[];
  readonly shown: readonly { readonly name: string; readonly label: { readonly zh: string }; readonly type: string; readonly codeList?: string }[];
  readonly severity: 'E' | 'W';
  readonly hit_key: string;
  readonly year: number;
  readonly verdict: string | null;
  readonly gone: boolean;
}
/** $1 county, $2 ids. */
export const hitOrigins = `
select h.county_code, h.id, h.village_code, h.check_code, h.hit_key, h.year, h.household_id, h.member_id, c.head_name, m.name as member_name, h.vals, v.name, v.basis, v.shown,
  v.severity, d.verdict, h.gone_at is not null as gone
from check_hit h
join check_version v on v.id = h.version_id
left join household c on c.county_code = h.county_code and c.id = h.household_id
left join member m on m.county_code = h.county_code and m.id = h.member_id
left join lateral (
  select j.verdict from check_verdict j where j.county_code = h.county_code and j.check_code = h.check_code and j.hit_key = h.hit_key order by j.decided_at desc, j.id desc limit 1
) d on true
where h.county_code = $1 and h.id = any($2::uuid[])`;

export interface MatchOrigin {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly register_code: string;
  readonly list_on: string;
  readonly household_id: string;
  readonly member_id: string;
  readonly head_name: string;
  readonly member_name: string;
  readonly strength: 'ID' | 'NAME_BIRTH' | 'DOUBTFUL';
  readonly detail: Record<string, unknown>;
  readonly department: string;
  readonly verdict: string | null;
}
/** $1 county, $2 ids. */
export const matchOrigins = `
select t.county_code, t.id, t.village_code, t.register_code, t.list_on, t.household_id, t.member_id, c.head_name, m.name as member_name, t.strength, t.detail,
  coalesce(k.department, '') as department, d.verdict
from comparison_match t
join household c on c.county_code = t.county_code and c.id = t.household_id
join member m on m.county_code = t.county_code and m.id = t.member_id
left join comparison k on k.county_code = t.county_code and k.id = t.comparison_id
left join lateral (
  select j.verdict from comparison_verdict j where j.county_code = t.county_code and j.register_code = t.register_code and j.match_key = t.match_key
  order by j.decided_at desc, j.id desc limit 1
) d on true
where t.county_code = $1 and t.id = any($2::uuid[])`;

export interface AnswerOrigin {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly household_id: string;
  readonly head_name: string;
  readonly differences: unknown;
  readonly answered_on: string;
  readonly newest: boolean;
}
/** Only where answer and record differ is copied, never what people said besides. $1 county, $2 ids. */
export const answerOrigins = `
select a.county_code, a.id, a.village_code, a.household_id, c.head_name, a.differences, (a.saved_at at time zone 'Asia/Shanghai')::date::text as answered_on,
  not exists (select 1 from sample_answer n where n.county_code = a.county_code and n.task_id = a.task_id and n.version > a.version) as newest
from sample_answer a
join household c on c.county_code = a.county_code and c.id = a.household_id
where a.county_code = $1 and a.id = any($2::uuid[])`;
