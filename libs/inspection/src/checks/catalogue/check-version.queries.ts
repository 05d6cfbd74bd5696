import type { CheckBasis, CheckRoom, CheckSeverity, LocalText, RuleExample } from '#domain';
import type { RunningCheck } from '../run/check-statement.queries.js';

/** A published version as stored. */
export interface CheckVersionRow extends RunningCheck {
  readonly ordinal: number;
  readonly severity: CheckSeverity;
  readonly room: CheckRoom;
  readonly name: LocalText;
  readonly meaning: LocalText;
  readonly basis: readonly CheckBasis[];
  readonly examples: readonly RuleExample[];
  readonly sql_sha256: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly published_at: Date;
}

const columns = `v.id, v.code, v.version, v.ordinal, v.severity, v.room, v.subject, v.name, v.meaning, v.basis, v.parameters, v.registers, v.reach, v.shown, v.rule_level, v.rule, v.examples,
  v.sql, v.sql_sha256, v.valid_from, v.valid_to, v.published_at`;

/** The version of every check in force on day $1; of these codes only where $2 is not null. */
export const checksInForce = `
select ${columns} from check_version v
where v.valid_from <= $1::date and (v.valid_to is null or v.valid_to > $1::date) and ($2::text[] is null or v.code = any($2::text[]))
order by v.ordinal, v.code`;

/** All versions of check $1, newest first. */
export const versionsOfCheck = `select ${columns} from check_version v where v.code = $1 order by v.version desc`;

export const versionsById = `select ${columns} from check_version v where v.id = any($1::uuid[]) order by v.ordinal`;

export interface CheckCountRow {
  readonly check_code: string;
  readonly open: number;
  readonly new_hits: number;
  readonly gone_hits: number;
  readonly judged_true: number;
  readonly judged_false: number;
  readonly last_run_at: Date | null;
}

/**
 * What every check found in division $3 (villages $1 to $2): the counts of the newest run that counted it by that division; where
 * there was none, its hits are counted. How many of those found now a person judged true or false.
 */
export const countsOfChecks = `
with latest as (
  select distinct on (s.check_code) s.check_code, s.hits as open, s.new_hits, s.gone_hits, coalesce(r.finished_at, r.started_at) as last_run_at
  from check_result s
  join check_run r on r.county_code = s.county_code and r.id = s.run_id
  where s.division_code = $3 and s.failure is null
  order by s.check_code, r.id desc
),
counted as (
  select v.code as check_code, c.*
  from (select distinct code from check_version) v
  cross join lateral (
    select count(*) filter (where h.gone_at is null)::integer as open, count(*) filter (where h.gone_at is null and h.first_run_id = h.last_run_id)::integer as new_hits,
      count(*) filter (where h.gone_at is not null)::integer as gone_hits, max(h.last_seen_at) as last_run_at
    from check_hit h where h.check_code = v.code and h.village_code >= $1 and h.village_code < $2
  ) c
  where v.code not in (select l.check_code from latest l) and c.last_run_at is not null
),
newest as (
  select distinct on (v.county_code, v.check_code, v.hit_key) v.county_code, v.check_code, v.hit_key, v.verdict
  from check_verdict v where v.village_code >= $1 and v.village_code < $2
  order by v.county_code, v.check_code, v.hit_key, v.id desc
),
judged as (
  select n.check_code, count(*) filter (where n.verdict = 'TRUE')::integer as judged_true, count(*) filter (where n.verdict = 'FALSE_ALARM')::integer as judged_false
  from newest n
  join check_hit h on h.county_code = n.county_code and h.check_code = n.check_code and h.hit_key = n.hit_key and h.gone_at is null
  group by n.check_code
)
select a.*, coalesce(j.judged_true, 0) as judged_true, coalesce(j.judged_false, 0) as judged_false
from (select l.* from latest l union all select c.* from counted c) a
left join judged j on j.check_code = a.check_code`;

export interface AreaCountRow {
  readonly division: string;
  readonly open: number;
}

/** Hits of check $3 found now in the villages $1 to $2, by the first $4 digits of the division. */
export const countsByArea = `
select left(h.village_code, $4::integer) as division, count(*)::integer as open
from check_hit h
where h.check_code = $3 and h.village_code >= $1 and h.village_code < $2 and h.gone_at is null
group by 1 order by 1`;
