import { checkCatalogue, checkParameterValues, RULE_PARAMETERS, snakeCase, type CheckParameter, type CheckReach, type CheckValue, type ParameterValues, type Rule } from '#domain';
import { memberFactCtes, memberSubjectIn } from '#eligibility';
import { quantifierParts, SqlBinder, toSql, type QuantifierParts } from '#platform';

/** A version of a check as it runs. */
export interface RunningCheck {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly subject: string;
  readonly parameters: readonly CheckParameter[];
  readonly registers: readonly string[];
  readonly reach: CheckReach;
  readonly shown: readonly CheckValue[];
  readonly rule_level: 'household' | 'member' | null;
  readonly rule: Rule | null;
  readonly sql: string | null;
}

/** Over what a check runs. Villages from `from` up to, not including, `to`. */
export interface CheckFrame {
  readonly from: string;
  readonly to: string;
  readonly year: number;
  readonly today: string;
  /** Policy numbers by county, for rules. */
  readonly countyParameters: readonly { readonly countyCode: string; readonly values: ParameterValues }[];
}

/** A statement that answers county_code, village_code, household_id, member_id, subject_id, key, vals, met; met null = unproven. */
export interface CheckStatement {
  readonly sql: string;
  /** Of $1 to $5 and up. */
  readonly values: readonly unknown[];
}

const FIXED = 5;

/** What the check finds, as one select. Every value has a type even where the statement does not ask for it. */
export function checkStatement(check: RunningCheck, frame: CheckFrame): CheckStatement {
  return check.rule === null ? ofStatement(check, frame) : ofRule(check, check.rule, frame);
}

function ofStatement({ sql, parameters }: RunningCheck, { from, to, year, today }: CheckFrame): CheckStatement {
  return {
    sql: `with asked as (select $1::text as a, $2::text as b, $3::integer as c, $4::date as d, $5::jsonb as e)
select f.county_code, f.village_code, f.household_id, f.member_id, f.subject_id, f.key::text as key, f.vals, true as met from (
${sql ?? ''}
) f`,
    values: [from, to, year, today, JSON.stringify(checkParameterValues(parameters))],
  };
}

function ofRule({ rule_level: level, parameters, shown }: RunningCheck, rule: Rule, frame: CheckFrame): CheckStatement {
  if (level === null) throw new Error('a rule without level');
  const binder = new SqlBinder(Array.from({ length: FIXED }, () => null));
  const members = new MemberCounts();
  const related = { members: { parts: (where: (alias: string) => string) => members.parts(where('m')) } };
  const alias = level === 'household' ? 'f' : 'm';
  const { sql: met } = toSql(rule, { catalogue: checkCatalogue(parameters), level, alias, related, parameters: { alias: 'p' }, binder });
  const names = [...RULE_PARAMETERS.map(({ name }) => name), ...parameters.map(({ name }) => name)];
  const vals = `jsonb_build_object(${shown.map(({ name }) => `'${name}', ${alias}.${snakeCase(name)}`).join(', ')})`;
  const asksMembers = level === 'member' || members.asked;
  const own = checkParameterValues(parameters);
  const sql = `with asked as (select $4::date as d),
county_parameter as (select p.* from jsonb_to_recordset($5::jsonb) as p(county_code text, ${names.map((name) => `${name} bigint`).join(', ')})),
fact as materialized (select f.* from household_fact f where f.village_code >= $1::text and f.village_code < $2::text and f.year = any($3::integer[]))${asksMembers ? `,
${memberFactCtes('range', members.asked ? '' : 'not materialized ')},
${memberSubjectIn('fact', members.asked ? 'several' : 'one')}` : ''}${members.cte()}
select ${alias}.county_code, ${alias}.village_code, ${alias}.household_id, ${level === 'member' ? 'm.member_id' : 'null::uuid as member_id'}, null::uuid as subject_id, null::text as key, ${vals} as vals, ${met} as met
from ${level === 'household' ? 'fact f' : 'member_subject m'}
left join county_parameter p on p.county_code = ${alias}.county_code${members.join()}
where (${met}) is not false`;
  const rows = frame.countyParameters.map(({ countyCode, values }) => ({ ...own, ...values, county_code: countyCode }));
  return { sql, values: [frame.from, frame.to, [frame.year], frame.today, JSON.stringify(rows), ...binder.values.slice(FIXED)] };
}

/** Conditions over the members of a household, counted for all households in one pass. */
class MemberCounts {
  private readonly counted: string[] = [];

  get asked(): boolean {
    return this.counted.length > 0;
  }

  parts(where: string): QuantifierParts {
    const i = this.counted.includes(where) ? this.counted.indexOf(where) : this.counted.push(where) - 1;
    const column = (name: string): string => `q.${partColumn(name, i)}`;
    const number = (name: string): string => `coalesce(${column(name)}, 0)`;
    return { rows: number('rows'), anyTrue: column('anyTrue'), anyFalse: column('anyFalse'), allKnown: column('allKnown'), sure: number('sure'), possible: number('possible') };
  }

  cte(): string {
    if (!this.asked) return '';
    const columns = this.counted.map((_, i) => Object.entries(quantifierParts(`x.w${i}`)).map(([name, sql]) => `${sql} as ${partColumn(name, i)}`).join(', '));
    return `,
counted as materialized (
  select x.county_code, x.household_id, ${columns.join(', ')}
  from (select m.county_code, m.household_id, ${this.counted.map((sql, i) => `${sql} as w${i}`).join(', ')} from member_subject m left join county_parameter p on p.county_code = m.county_code offset 0) x
  group by x.county_code, x.household_id)`;
  }

  join(): string {
    return this.asked ? ' left join counted q on q.county_code = f.county_code and q.household_id = f.household_id' : '';
  }
}

const partColumn = (name: string, i: number): string => `${name.toLowerCase()}_${i}`;
