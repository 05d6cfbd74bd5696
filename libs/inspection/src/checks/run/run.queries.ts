/** A run as stored. */
export interface CheckRunRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly division_code: string;
  readonly codes: string[];
  readonly year: number;
  readonly as_of: string;
  readonly state: CheckRunState;
  readonly progress: number;
  readonly cancel_requested: boolean;
  readonly versions: Readonly<Record<string, { readonly id: string; readonly version: number }>>;
  readonly totals: Readonly<Record<string, number>>;
  readonly failure: { readonly code: string; readonly zh: string; readonly en: string } | null;
  readonly actor: { readonly userId: string; readonly name: string; readonly role: string; readonly division: string };
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly created_at: Date;
  readonly version: number;
}
export const checkRunStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type CheckRunState = (typeof checkRunStates)[number];

/** Something without which a check could not find what it looks for. */
export interface MissingInput {
  readonly kind: 'parameter' | 'register';
  /** Name of the parameter, code of the register. */
  readonly name: string;
  /** Counties that were never compared with the register. */
  readonly counties?: readonly string[];
}

export interface CheckResultRow {
  readonly check_code: string;
  readonly division_code: string;
  readonly hits: number;
  readonly new_hits: number;
  readonly gone_hits: number;
  readonly unproven: number;
  readonly missing: MissingInput[];
  readonly ms: number;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

const columns = `r.county_code, r.id, r.village_code, r.division_code, r.codes, r.year, r.as_of, r.state, r.progress, r.cancel_requested, r.versions, r.totals, r.failure, r.actor, r.started_at,
  r.finished_at, r.created_at, r.version`;

/** $1 county, $2 id, $3 village, $4 division, $5 codes, $6 year, $7 day, $8 versions, $9 actor. */
export const insertRun = `
insert into check_run as r (county_code, id, village_code, division_code, codes, year, as_of, versions, actor)
values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb) returning ${columns}`;

export const findRun = `select ${columns} from check_run r where r.county_code = $1 and r.id = $2`;

/** Runs of the villages $1 to $2, newest first, after $3, at most $4. */
export const listRuns = `
select ${columns} from check_run r
where r.village_code >= $1 and r.village_code < $2 and ($3::uuid is null or r.id < $3::uuid)
order by r.id desc limit $4`;

/** A run that waits, or that somebody began and did not end. */
export const beginRun = `
update check_run r set state = 'running', started_at = coalesce(r.started_at, $3), version = r.version + 1
where r.county_code = $1 and r.id = $2 and r.state in ('queued', 'running') returning ${columns}`;

export const requestCancel = `
update check_run r set cancel_requested = true, state = case when r.state = 'queued' then 'cancelled' else r.state end,
  finished_at = case when r.state = 'queued' then $3::timestamptz end, version = r.version + 1
where r.county_code = $1 and r.id = $2 and r.state in ('queued', 'running') returning ${columns}`;

export const isCancelled = `select r.cancel_requested or r.state <> 'running' as cancelled from check_run r where r.county_code = $1 and r.id = $2`;

/** Statements of one's own role that run in another transaction. */
export const stopStatement = `select pg_cancel_backend($1)`;
export const backend = `select pg_backend_pid() as pid`;

/** Checks of a run that are counted already. */
export const countedChecks = `
select s.check_code from check_result s join check_run r on r.county_code = s.county_code and r.id = s.run_id
where s.county_code = $1 and s.run_id = $2 and s.division_code = r.division_code`;

/** $1 county, $2 village, $3 run, $4 check, $5 rows as JSON. */
export const insertResults = `
insert into check_result (county_code, id, village_code, run_id, check_code, division_code, hits, new_hits, gone_hits, unproven, missing, ms, failure)
select $1, app.uuid_v7(), $2, $3, $4, c.division, c.hits, c.new_hits, c.gone_hits, c.unproven, c.missing, c.ms, nullif(c.failure, 'null')
from jsonb_to_recordset($5::jsonb) c(division text, hits integer, new_hits integer, gone_hits integer, unproven integer, missing jsonb, ms integer, failure jsonb)`;

/** Share of the checks that are counted. */
export const setProgress = `
update check_run r set progress = least(100, 100 * (select count(*) from check_result s where s.county_code = r.county_code and s.run_id = r.id and s.division_code = r.division_code) / cardinality(r.codes))
where r.county_code = $1 and r.id = $2 returning r.progress`;

/** $3 state, $4 failure, $5 time. Totals are those of the rows that are there. */
export const endRun = `
update check_run r set state = $3, failure = $4::jsonb, finished_at = $5, version = r.version + 1, totals = (
  select jsonb_build_object('checks', count(*), 'hits', coalesce(sum(s.hits), 0), 'newHits', coalesce(sum(s.new_hits), 0), 'goneHits', coalesce(sum(s.gone_hits), 0),
    'unproven', coalesce(sum(s.unproven), 0), 'missing', count(*) filter (where s.missing <> '[]'), 'failed', count(*) filter (where s.failure is not null), 'ms', coalesce(sum(s.ms), 0))
  from check_result s where s.county_code = r.county_code and s.run_id = r.id and s.division_code = r.division_code)
where r.county_code = $1 and r.id = $2 and r.state = 'running' returning ${columns}`;

export const resultsOfRun = `
select s.check_code, s.division_code, s.hits, s.new_hits, s.gone_hits, s.unproven, s.missing, s.ms, s.failure
from check_result s where s.county_code = $1 and s.run_id = $2 order by s.check_code, s.division_code`;

/** Counties with households in the villages $1 to $2. */
export const countiesWithin = `
with recursive county as (
  (select h.county_code from household h where h.village_code >= $1 and h.village_code < $2 order by h.village_code limit 1)
  union all
  select (select h.county_code from household h where h.village_code >= $1 and h.village_code < $2 and h.village_code > c.county_code || '999999' order by h.village_code limit 1)
  from county c where c.county_code is not null
)
select c.county_code as code from county c where c.county_code is not null`;

/** Registers $1 with those of the counties $2 whose part of the villages $3 to $4 no comparison covers. */
export const uncovered = `
select r.code as name, array_agg(c.code order by c.code) as counties
from unnest($1::text[]) r(code) cross join unnest($2::text[]) c(code)
where not exists (
  select 1 from register_coverage v
  where v.county_code = c.code and v.register_code = r.code and v.from_code <= rpad(greatest($3::text, c.code), 12, '0') and v.to_code >= least($4::text, c.code || '999999'))
group by r.code`;
