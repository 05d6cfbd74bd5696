import { judge, type JudgingRule } from '../recalculation/judgement.queries.js';
import { levelTables, type JudgedLevel } from '../levels.js';
import type { Verdict } from '#domain';

export interface FlipCountRow {
  county_code: string;
  before: Verdict | null;
  after: Verdict | null;
  subjects: number;
}

export interface FlipRow {
  county_code: string;
  village_code: string;
  subject: string;
  name: string | null;
  before: Verdict | null;
  after: Verdict | null;
}

interface SimulationSql {
  readonly sql: string;
  /** Values of $5 and up. */
  readonly values: readonly unknown[];
}

const subjectColumn: Readonly<Record<JudgedLevel, string>> = { household: 'household_id', village: 'village_code', county: 'county_code' };
const names: Readonly<Record<JudgedLevel, string>> = {
  household: '(select h.head_name from household h where h.county_code = x.county_code and h.id::text = x.subject)',
  village: '(select d.name from division d where d.code = x.subject)',
  county: '(select d.name from division d where d.code = x.subject)',
};

/**
 * The stored verdicts of a rule beside those of a candidate, over the stored facts of a division. $1 division, $2 its counties,
 * $3 years (one), $4 parameters by year. Writes nothing.
 */
function compared(level: JudgedLevel, candidate: JudgingRule): { ctes: string; values: unknown[] } {
  const { verdict, key } = levelTables[level];
  const { ctes, select, values } = judge(level, [candidate], { scope: 'division' });
  const subject = subjectColumn[level];
  const code = `$${5 + values.length}`;
  const all = [
    ...ctes,
    `fresh as (${select})`,
    `kept as (select v.* from ${verdict} v where v.county_code = any($2::text[]) and v.village_code >= $1 and v.village_code < $1 || ':' and v.year = any($3::integer[]) and v.rule_code = ${code})`,
    `compared as (
      select coalesce(c.county_code, s.county_code) as county_code, coalesce(c.village_code, s.village_code) as village_code,
        coalesce(c.${subject}, s.${subject})::text as subject, s.verdict as before, c.verdict as after
      from fresh c full join kept s on ${key.map((name) => `s.${name} = c.${name}`).join(' and ')}
    )`,
  ];
  return { ctes: `with ${all.join(', ')}`, values: [...values, candidate.code] };
}

/** How many, by county and by what becomes of what. */
export function flipCounts(level: JudgedLevel, candidate: JudgingRule): SimulationSql {
  const { ctes, values } = compared(level, candidate);
  return { sql: `${ctes} select x.county_code, x.before, x.after, count(*)::integer as subjects from compared x group by 1, 2, 3 order by 1, 2, 3`, values };
}

/** Which ones change; the last three values are county and subject of the last row of the page before, and the number of rows. */
export function flips(level: JudgedLevel, candidate: JudgingRule): SimulationSql {
  const { ctes, values } = compared(level, candidate);
  const n = 5 + values.length;
  const sql = `${ctes}
select x.county_code, x.village_code, x.subject, ${names[level]} as name, x.before, x.after
from compared x
where x.before is distinct from x.after and (x.county_code, x.subject) > ($${n}::text, $${n + 1}::text)
order by x.county_code, x.subject
limit $${n + 2}::integer`;
  return { sql, values };
}

/** Region-wide simulation takes a second or two, more than a desk's statement may. */
export const roomForSimulation = `set local statement_timeout = 60000`;
