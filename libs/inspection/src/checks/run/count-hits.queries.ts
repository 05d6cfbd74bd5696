import { isYearlyCheck } from '#domain';
import type { CheckStatement, RunningCheck } from './check-statement.queries.js';

/** Counts of one child division, or of the whole division of the run. */
export interface ChildCountRow {
  readonly division: string;
  readonly hits: number;
  readonly new_hits: number;
  readonly gone_hits: number;
  readonly unproven: number;
}

export interface HitRun {
  readonly from: string;
  readonly to: string;
  /** Digits of the child divisions by which it is counted. */
  readonly childLength: number;
  readonly runId: string;
  readonly year: number;
  /** Territory of the person who asked. */
  readonly scope: string;
  readonly now: Date;
}

/**
 * One check over its division in one statement: finds, writes new hits, marks those seen again and those gone, carries verdicts
 * along with households that moved, and counts by child division. A hit that was gone and is found again counts as new. Hits of a
 * check that looks beyond the division are only gone when this run sees as far as the one that saw them.
 */
export function countHits(check: RunningCheck, found: CheckStatement, run: HitRun): CheckStatement {
  const values = [...found.values];
  const bind = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const [code, version, runId, scope] = [bind(check.code, 'text'), bind(check.id, 'uuid'), bind(run.runId, 'uuid'), bind(run.scope, 'text')];
  const [now, year, subject, digits] = [bind(run.now, 'timestamptz'), bind(run.year, 'smallint'), bind(check.subject, 'text'), bind(run.childLength, 'integer')];
  const [from, to] = [bind(run.from, 'text'), bind(run.to, 'text')];
  const yearly = isYearlyCheck(check);
  const tail = 'coalesce(r.key, r.subject_id::text, r.member_id::text, r.household_id::text)';
  const sql = `
with raw as materialized (
${found.sql}
),
found as materialized (
  select distinct on (1, 2) r.county_code, ${code} || ':' || ${tail}${yearly ? ` || '@' || ${year}` : ''} as hit_key, r.village_code, r.household_id, r.member_id, r.subject_id, r.vals
  from raw r where r.met order by 1, 2
),
known as materialized (
  select h.county_code, h.id, h.hit_key, h.village_code, h.gone_at, h.seen_from from check_hit h
  where h.check_code = ${code} and h.village_code >= ${from} and h.village_code < ${to}${yearly ? ` and h.year = ${year}` : ''}
),
seen as (
  insert into check_hit as h (county_code, id, village_code, check_code, hit_key, version_id, year, subject, household_id, member_id, subject_id, vals, seen_from,
    first_run_id, first_seen_at, last_run_id, last_seen_at)
  select f.county_code, app.uuid_v7(), f.village_code, ${code}, f.hit_key, ${version}, ${year}, ${subject}, f.household_id, f.member_id, f.subject_id, f.vals, ${scope}, ${runId}, ${now}, ${runId}, ${now}
  from found f
  on conflict (county_code, check_code, hit_key) do update set village_code = excluded.village_code, version_id = excluded.version_id, year = excluded.year, household_id = excluded.household_id,
    member_id = excluded.member_id, subject_id = excluded.subject_id, vals = excluded.vals, seen_from = excluded.seen_from, last_run_id = excluded.last_run_id,
    last_seen_at = excluded.last_seen_at, gone_at = null, gone_run_id = null
),
lost as materialized (
  select k.* from known k left join found f on f.county_code = k.county_code and f.hit_key = k.hit_key
  where k.gone_at is null and f.hit_key is null${check.reach === 'territory' ? ` and starts_with(k.seen_from, ${scope})` : ''}
),
gone as (
  update check_hit h set gone_at = ${now}, gone_run_id = ${runId} from lost l where h.county_code = l.county_code and h.id = l.id
),
carried as (
  update check_verdict v set village_code = f.village_code from found f
  where v.county_code = f.county_code and v.check_code = ${code} and v.hit_key = f.hit_key and v.village_code <> f.village_code
),
counted as (
  select f.village_code, 1 as hits, case when k.gone_at is null and k.id is not null then 0 else 1 end as new_hits, 0 as gone_hits, 0 as unproven
  from found f left join known k on k.county_code = f.county_code and k.hit_key = f.hit_key
  union all select l.village_code, 0, 0, 1, 0 from lost l
  union all select r.village_code, 0, 0, 0, 1 from raw r where r.met is null
)
select left(c.village_code, ${digits}) as division, sum(c.hits)::integer as hits, sum(c.new_hits)::integer as new_hits, sum(c.gone_hits)::integer as gone_hits, sum(c.unproven)::integer as unproven
from counted c group by 1 order by 1`;
  return { sql, values };
}

/** One check of one run at a time, and one run of a check: whoever waits finds it counted. */
export const lockCheck = `select pg_advisory_xact_lock(hashtextextended('bangfu.check.' || $1, 0))`;

/** Many households: hashing is cheaper than looking rows up, which the planner cannot know below row security. */
export const joins = {
  whole: `set local enable_nestloop = off; set local enable_mergejoin = off; set local work_mem = '64MB'`,
  few: `set local enable_mergejoin = off`,
} as const;
