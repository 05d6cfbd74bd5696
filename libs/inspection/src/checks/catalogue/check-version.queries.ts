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
 * Hits of every check in the villages $1 to $2 that are found now, how many of them a person found true or false, and how many came
 * and went with the last run that touched them.
 */
export const countsOfChecks = `
with newest as (
  select distinct on (v.county_code, v.check_code, v.hit_key) v.county_code, v.check_code, v.hit_key, v.verdict
  from check_verdict v where v.village_code >= $1 and v.village_code < $2
  order by v.county_code, v.check_code, v.hit_key, v.id desc
),
last_run as (select h.check_code, max(h.last_seen_at) as seen_at, max(h.gone_at) as gone_at from check_hit h where h.village_code >= $1 and h.village_code < $2 group by 1)
select h.check_code, count(*) filter (where h.gone_at is null)::integer as open,
  count(*) filter (where h.gone_at is null and h.first_seen_at = l.seen_at)::integer as new_hits,
  count(*) filter (where h.gone_at = greatest(l.seen_at, l.gone_at))::integer as gone_hits,
  count(*) filter (where h.gone_at is null and n.verdict = 'TRUE')::integer as judged_true,
  count(*) filter (where h.gone_at is null and n.verdict = 'FALSE_ALARM')::integer as judged_false,
  greatest(max(l.seen_at), max(l.gone_at)) as last_run_at
from check_hit h
join last_run l on l.check_code = h.check_code
left join newest n on n.county_code = h.county_code and n.check_code = h.check_code and n.hit_key = h.hit_key
where h.village_code >= $1 and h.village_code < $2
group by h.check_code`;

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
