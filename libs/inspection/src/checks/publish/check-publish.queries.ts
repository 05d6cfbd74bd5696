import { isYearlyCheck } from '#domain';
import type { CheckStatement, RunningCheck } from '../run/check-statement.queries.js';

/** How many hits a candidate would add and take away in a county, beside what is found now. */
export interface ChangeRow {
  readonly county_code: string;
  readonly now: number;
  readonly then: number;
  readonly come: number;
  readonly go: number;
}

/** What the candidate finds beside the hits of its check that are found now. Writes nothing. */
export function changesBy(check: RunningCheck, found: CheckStatement, { from, to, year }: { from: string; to: string; year: number }): CheckStatement {
  const values = [...found.values];
  const bind = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const code = bind(check.code, 'text');
  const asked = bind(year, 'smallint');
  const yearly = isYearlyCheck(check);
  const sql = `
with raw as materialized (
${found.sql}
),
candidate as (
  select distinct r.county_code, ${code} || ':' || coalesce(r.key, r.subject_id::text, r.member_id::text, r.household_id::text)${yearly ? ` || '@' || ${asked}` : ''} as hit_key from raw r where r.met
),
kept as (
  select h.county_code, h.hit_key from check_hit h
  where h.check_code = ${code} and h.village_code >= ${bind(from, 'text')} and h.village_code < ${bind(to, 'text')} and h.gone_at is null and (not ${bind(yearly, 'boolean')} or h.year = ${asked})
)
select coalesce(c.county_code, k.county_code) as county_code, count(k.hit_key)::integer as now, count(c.hit_key)::integer as then,
  count(*) filter (where k.hit_key is null)::integer as come, count(*) filter (where c.hit_key is null)::integer as go
from candidate c full join kept k on k.county_code = c.county_code and k.hit_key = c.hit_key
group by 1 order by 1`;
  return { sql, values };
}

/** Nobody publishes the same check at the same time. */
export const lockVersions = `select pg_advisory_xact_lock(hashtextextended('bangfu.check-version.' || $1, 0))`;
export const endVersion = `update check_version v set valid_to = $2::date where v.id = $1`;

/** A version in rule form: everything that is not given is that of version $1. $2 id, $3 changed columns as JSON. */
export const insertVersion = `
insert into check_version (id, code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, shown, rule_level, rule, examples, valid_from, valid_to)
select $2, v.code, v.version + 1, v.ordinal, v.severity, v.room, v.subject, c.name, c.meaning, c.basis, c.parameters, v.registers, v.reach, c.shown, v.rule_level, c.rule, c.examples, c.valid_from, c.valid_to
from check_version v, jsonb_to_record($3::jsonb) c(name jsonb, meaning jsonb, basis jsonb, parameters jsonb, shown jsonb, rule jsonb, examples jsonb, valid_from date, valid_to date)
where v.id = $1`;

export const roomForSimulation = 'set local statement_timeout = 60000';

/** A version with other numbers and everything else of version $1. $2 id, $3 values by name, $4 where they come from, $5 basis to add, $6 first day. */
export const setParameters = 'select app.set_check_parameters($1, $2, $3, $4, $5, $6::date)';
