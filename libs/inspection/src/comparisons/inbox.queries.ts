import type { ListValue, MatchDoubt, MatchStrength, MatchVerdict } from '#domain';

export interface MatchRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly comparison_id: string;
  readonly register_code: string;
  readonly list_on: string;
  readonly line_n: number;
  readonly household_id: string;
  readonly member_id: string;
  readonly strength: MatchStrength;
  readonly doubt: MatchDoubt | null;
  readonly match_key: string;
  readonly list_name: string | null;
  readonly list_birth_date: string | null;
  readonly list_id_no_masked: string | null;
  readonly detail: Record<string, ListValue>;
  readonly expired: boolean;
  readonly head_name: string;
  readonly household_status: string;
  readonly member_name: string;
  readonly birth_date: string | null;
  readonly id_no_masked: string | null;
  readonly member_status: string;
  readonly left_on: string | null;
  readonly verdict: MatchVerdict | null;
  readonly reason: string | null;
  readonly recheck_on: string | null;
  readonly decided_at: Date | null;
  readonly decided_by_name: string | null;
  /** Decided about an earlier list. */
  readonly remembered: boolean | null;
}

const matches = `
select m.county_code, m.id, m.village_code, m.comparison_id, m.register_code, m.list_on, m.line_n, m.household_id, m.member_id, m.strength, m.doubt, m.match_key,
  m.list_name, m.list_birth_date, m.list_id_no_masked, m.detail, coalesce(c.expired_at is not null, false) as expired,
  h.head_name, h.status as household_status, p.name as member_name, p.birth_date, p.id_no_masked, p.member_status, p.left_on,
  v.verdict, v.reason, v.recheck_on, v.decided_at, v.display_name as decided_by_name, v.match_id <> m.id as remembered
from comparison_match m
join household h on h.county_code = m.county_code and h.id = m.household_id
join member p on p.county_code = m.county_code and p.id = m.member_id
left join comparison_coverage c on c.county_code = m.county_code and c.comparison_id = m.comparison_id
left join lateral (
  select d.verdict, d.reason, d.recheck_on, d.decided_at, d.match_id, u.display_name from comparison_verdict d left join app_user u on u.id = d.decided_by
  where d.county_code = m.county_code and d.register_code = m.register_code and d.match_key = m.match_key
  order by d.decided_at desc, d.id desc limit 1
) v on true`;

/**
 * $1 comparison, $2 strengths, $3 from village, $4 to village, $5 verdict, 'NONE' for what nobody decided, or null for all, $6 only persons who are in their
 * household, $7 line and $8 id of the last of the
 * page before or null, $9 limit.
 */
export const pageOfMatches = `${matches}
where m.comparison_id = $1::uuid and m.strength = any($2) and m.village_code >= $3 and m.village_code < $4 and ($5::text is null or coalesce(v.verdict, 'NONE') = $5)
  and (not $6::boolean or p.member_status <> 'REMOVED') and ($7::integer is null or (m.line_n, m.id) > ($7::integer, $8::uuid))
order by m.line_n, m.id limit $9`;

/** $1 county, $2 match. */
export const findMatch = `${matches} where m.county_code = $1 and m.id = $2`;
/** One verdict at a time on a match. */
export const lockMatch = 'select m.id from comparison_match m where m.county_code = $1 and m.id = $2 for update';

/** Open ones whose day of re-check has come, once each. $1 from village, $2 to village, $3 today, $4 day and $5 id of the last of the page before or null, $6 limit. */
export const dueMatches = `${matches}
join comparison_verdict l on l.county_code = m.county_code and l.match_id = m.id
where l.village_code >= $1 and l.village_code < $2 and l.recheck_on <= $3::date and v.verdict = 'OPEN'
  and not exists (select 1 from comparison_verdict n where n.county_code = l.county_code and n.register_code = l.register_code and n.match_key = l.match_key
    and (n.decided_at, n.id) > (l.decided_at, l.id))
  and ($4::date is null or (l.recheck_on, m.id) > ($4::date, $5::uuid))
order by l.recheck_on, m.id limit $6`;

export interface CountRow {
  readonly tab: 'hit' | 'doubtful';
  readonly matches: number;
  readonly undecided: number;
  readonly found_true: number;
  readonly false_alarms: number;
  readonly open: number;
}

/** $1 comparison, $2 from village, $3 to village. */
export const countMatches = `
with newest as (
  select distinct on (d.county_code, d.register_code, d.match_key) d.county_code, d.register_code, d.match_key, d.verdict
  from comparison_verdict d where d.village_code >= $2 and d.village_code < $3
  order by d.county_code, d.register_code, d.match_key, d.decided_at desc, d.id desc
)
select case when m.strength = 'DOUBTFUL' then 'doubtful' else 'hit' end as tab, count(*)::integer as matches, count(*) filter (where v.verdict is null)::integer as undecided,
  count(*) filter (where v.verdict = 'TRUE')::integer as found_true, count(*) filter (where v.verdict = 'FALSE_ALARM')::integer as false_alarms,
  count(*) filter (where v.verdict = 'OPEN')::integer as open
from comparison_match m
left join newest v on v.county_code = m.county_code and v.register_code = m.register_code and v.match_key = m.match_key
where m.comparison_id = $1::uuid and m.village_code >= $2 and m.village_code < $3
group by 1 order by 1 desc`;

export const insertVerdict = `
insert into comparison_verdict (county_code, id, village_code, register_code, match_key, match_id, verdict, reason, recheck_on)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::date)`;

/** What a deleted list said goes when it is no longer found true. $1 county, $2 match. */
export const forgetMatch = `
update comparison_match m set list_name = null, list_birth_date = null, list_id_no_masked = null, detail = '{}' where m.county_code = $1 and m.id = $2`;

/** Matches and verdicts go with their household to another village of the county. $1 county, $2 household, $3 village. */
export const carryMatches = [
  `update comparison_verdict v set village_code = $3 from comparison_match m
   where m.county_code = $1 and m.household_id = $2 and v.county_code = m.county_code and v.match_id = m.id and v.village_code <> $3`,
  'update comparison_match m set village_code = $3 where m.county_code = $1 and m.household_id = $2 and m.village_code <> $3',
] as const;
