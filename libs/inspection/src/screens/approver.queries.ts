/** Decisions of offices on cases, as the log of the cases has them. */

export interface PostRow {
  readonly unit: string;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly decisions: number;
  readonly negative: number;
  readonly fast: number;
  readonly median_seconds: number | null;
  readonly largest_batch: number;
  readonly in_batches: number;
}

/**
 * Decisions of the year with when the case came to that step, how long after the post's decision before, and in which run of
 * decisions each of which follows the one before within the gap. $1 from, $2 to, $3 year, $4 roles, $5 seconds between.
 */
const decided = `
with acted as (
  select e.county_code, e.id, e.case_id, e.village_code, e.household_id, e.step, e.seq, e.actor_id, e.actor_role, e.unit, e.action, e.at,
    lag(e.at) over (partition by e.county_code, e.case_id order by e.seq) as arrived
  from case_event e where e.village_code >= $1 and e.village_code < $2 and e.at < make_timestamptz($3::integer + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')
),
decided as (
  select a.*, extract(epoch from a.at - a.arrived)::double precision as seconds,
    extract(epoch from a.at - lag(a.at) over (partition by a.unit, a.actor_id order by a.at, a.id))::double precision as since
  from acted a
  where a.action in ('agree', 'return', 'refuse') and a.actor_role = any($4::text[]) and a.at >= make_timestamptz($3::integer, 1, 1, 0, 0, 0, 'Asia/Shanghai')
),
numbered as (select d.*, count(*) filter (where d.since is null or d.since > $5) over (partition by d.unit, d.actor_id order by d.at, d.id) as run from decided d),
batched as (select n.*, count(*) over (partition by n.unit, n.actor_id, n.run) as batch from numbered n)`;

/** $6 least size of a batch, $7 seconds that are few. */
export const posts = `${decided}
select b.unit, b.actor_id::text as actor_id, b.actor_role, count(*)::integer as decisions, count(*) filter (where b.action <> 'agree')::integer as negative,
  count(*) filter (where b.seconds < $7)::integer as fast, percentile_cont(0.5) within group (order by b.seconds) as median_seconds,
  max(b.batch)::integer as largest_batch, count(*) filter (where b.batch >= $6)::integer as in_batches
from batched b group by b.unit, b.actor_id, b.actor_role`;

export interface DecisionRow {
  readonly county_code: string;
  readonly id: string;
  readonly case_id: string;
  readonly household_id: string | null;
  readonly village_code: string;
  readonly action: string;
  readonly at: string;
  readonly seconds: number | null;
  readonly batch: number;
  readonly code: string;
}
/** $8 unit, $9 person, $10 role, $11 figure, $12 cursor, $13 limit. */
export const decisionRows = `${decided}
select b.county_code, b.id, b.case_id, b.household_id, b.village_code, b.action, to_char(b.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at, b.seconds, b.batch::integer as batch,
  (select c.pack_code from case_file c where c.county_code = b.county_code and c.id = b.case_id) as code
from batched b
where b.unit = $8 and b.actor_id = $9::uuid and b.actor_role = $10 and ($12::uuid is null or b.id > $12::uuid)
  and case $11::text when 'negative' then b.action <> 'agree' when 'fast' then b.seconds < $7 when 'inBatches' then b.batch >= $6 else true end
order by b.id limit $13`;
