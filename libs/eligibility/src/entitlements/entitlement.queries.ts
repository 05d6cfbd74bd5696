import { entitledStatuses, FACT_CATALOGUE, factColumns, type JudgedMeasureLevel, type JudgingMeasure, type Need } from '#domain';
import { quantifierParts, SqlBinder, toSql, type QuantifierParts } from '#platform';
import { memberFactCtes, memberSubjectIn } from '../facts/household-facts.queries.js';
import { parameterCte } from '../recalculation/judgement.queries.js';
import { receiptCte } from './receipts.queries.js';

/** What entitlements of a county are judged by. */
export interface EntitlementBasis {
  /** The newest year that something is recorded of. */
  readonly year: number;
  /** The running year: registration is that of its end. */
  readonly running: number;
  readonly measures: readonly JudgingMeasure[];
  readonly needs: readonly Need[];
}

/** A select with the CTEs before it and the values from $5 on; $1 county, $2 villages, $3 years (one), $4 parameters by year. */
export interface EntitlementSelect {
  readonly ctes: readonly string[];
  readonly select: string;
  readonly values: readonly unknown[];
}

const PLACES = 4;
export const entitlementKey = ['county_code', 'household_id', 'subject_id'] as const;
const arrays = ['met', 'unproven', 'receiving', 'lacking', 'improper', 'unanswered'] as const;
export const entitlementColumns = ['village_code', 'year', ...arrays] as const;

/** Facts as `presentFacts` gives them: of the newest year, with the registration of the running year. */
const presentCte = (running: string): string => `
present as materialized (
  select f.county_code, f.household_id, f.village_code, ${factColumns(FACT_CATALOGUE, 'household').map(({ name }) => `${name === 'status' || name === 'exit_year' ? 'n' : 'f'}.${name}`).join(', ')}
  from household_fact f
  join household_fact n on n.county_code = f.county_code and n.household_id = f.household_id and n.year = ${running}
  where f.county_code = $1 and f.village_code = any($2::text[]) and f.year = any($3::integer[])
)`;

/**
 * Entitlements of the households of villages and of their persons. One pass over the households and one over the persons, with
 * a boolean column for every rule: the arrays are put together from columns, so that no condition is computed twice. The
 * specification is `entitlementsOf` of libs/domain.
 */
export function entitlementSelect({ year, running, measures, needs }: EntitlementBasis): EntitlementSelect {
  const binder = new SqlBinder(Array.from({ length: PLACES }, () => null));
  const [from, to] = [binder.bind('int8', year), binder.bind('int8', running)];
  const rules = new RuleCompiler(binder);
  const household = pass('household', measures, rules);
  const member = pass('member', measures, rules);
  const asked = needs.map((need, i) => ({ ...need, column: `n${i}`, answers: binder.bind('text', need.answeredBy), sql: rules.sql(need.rule, 'household') }));
  const entitled = binder.bind('text', [...entitledStatuses]);
  const relevant = `coalesce(f.status = any(${entitled}), false) as relevant`;
  const relevantPerson = `coalesce(m.household_status = any(${entitled}), false) as relevant`;
  const keys = 'f.county_code, f.household_id, f.village_code, f.year';
  const ctes = [
    memberFactCtes('villages', 'not materialized '), presentCte(to), memberSubjectIn('present'), parameterCte, receiptCte(from, to),
    `receipt_of_household as (
      select r.household_id, ${codesOf(household.codes, binder)} as codes, ${codesOf(member.codes, binder, 'r.member_id is null and ')} as for_all
      from receipt r group by r.household_id)`,
    `receipt_of_member as (select r.member_id, ${codesOf(member.codes, binder)} as codes from receipt r where r.member_id is not null group by r.member_id)`,
    ...rules.countedCtes(),
    // offset 0 keeps each rule computed once: the planner would copy it into every array.
    `household_judged as (
      select ${[keys, 'f.household_id as subject_id', relevant, ...household.columns, ...asked.map(({ sql, column }) => `${sql} as ${column}`)].join(', ')}
      from present f left join parameter_of_year p on p.year = f.year${rules.countedJoin()} offset 0)`,
    `household_row as materialized (
      select j.*, x.receiving from household_judged j left join receipt_of_household r on r.household_id = j.household_id
      cross join lateral (select ${union(household.received, `r.codes`)} as receiving) x)`,
    `member_judged as (
      select ${['m.county_code, m.household_id, m.village_code, m.year, m.member_id as subject_id', relevantPerson, ...member.columns].join(', ')}
      from member_subject m left join parameter_of_year p on p.year = m.year offset 0)`,
    `member_row as materialized (
      select j.*, x.receiving from member_judged j
      left join receipt_of_member r on r.member_id = j.subject_id left join receipt_of_household a on a.household_id = j.household_id
      cross join lateral (select ${union(member.received, `coalesce(r.codes, '{}') || coalesce(a.for_all, '{}')`)} as receiving) x)`,
    `answered as (select m.household_id, ${asked.map(({ column, answers }) => `bool_or(m.receiving && ${answers}) as ${column}`).join(', ') || '1'} from member_row m where m.receiving <> '{}' group by m.household_id)`,
  ];
  const unanswered = list(asked.map(({ code, column, answers }) => `case when j.${column} and not j.receiving && ${answers} and a.${column} is not true then ${binder.bind('text', code)} end`));
  const row = (arraysOf: Pass, open: string): string => `
    j.county_code, j.household_id, j.subject_id, j.village_code, j.year, ${arraysOf.met} as met, case when j.relevant then ${arraysOf.unproven} else '{}' end as unproven, j.receiving,
    ${arraysOf.lacking} as lacking, case when j.receiving = '{}' then '{}' else ${arraysOf.improper} end as improper, ${open} as unanswered`;
  const select = `
select c.* from (
  select ${row(household, unanswered)} from household_row j left join answered a on a.household_id = j.household_id
  union all
  select ${row(member, `'{}'::text[]`)} from member_row j
) c
where not (c.met = '{}' and c.unproven = '{}' and c.receiving = '{}' and c.unanswered = '{}')`;
  return { ctes, select, values: binder.values.slice(PLACES) };
}

interface Pass {
  readonly codes: readonly string[];
  /** Columns of the judging select. */
  readonly columns: readonly string[];
  readonly met: string;
  readonly unproven: string;
  readonly lacking: string;
  readonly improper: string;
  /** Codes that a fact shows as received. */
  readonly received: string;
}

function pass(level: JudgedMeasureLevel, measures: readonly JudgingMeasure[], rules: RuleCompiler): Pass {
  const own = measures.filter((measure) => measure.level === level).map((measure, i) => ({ ...measure, i }));
  // Bound where it is used: a value that stands nowhere in a statement has no type.
  const bound = (code: string): string => rules.binder.bind('text', code);
  const ruled = own.filter(({ eligibility }) => eligibility !== null);
  const apart = ruled.filter(({ eligibility, standing }) => JSON.stringify(eligibility) !== JSON.stringify(standing)).map(({ i }) => i);
  const shown = own.filter(({ receivedWhen }) => receivedWhen !== null);
  const columns = [
    ...ruled.map(({ eligibility, i }) => `${rules.sql(eligibility, level)} as e${i}`),
    ...ruled.filter(({ i }) => apart.includes(i)).map(({ standing, i }) => `${rules.sql(standing, level)} as s${i}`),
    ...shown.map(({ receivedWhen, i }) => `${rules.sql(receivedWhen, level)} as r${i}`),
  ];
  return {
    codes: own.map(({ code }) => code), columns,
    met: list(ruled.map(({ i, code }) => `case when j.e${i} then ${bound(code)} end`)),
    unproven: list(ruled.map(({ i, code }) => `case when j.e${i} is null then ${bound(code)} end`)),
    lacking: list(ruled.filter(({ delivery }) => delivery === 'CLAIM').map(({ i, code }) => `case when j.e${i} and ${bound(code)} <> all(j.receiving) then ${bound(code)} end`)),
    improper: list(ruled.map(({ i, code }) => `case when not j.${apart.includes(i) ? 's' : 'e'}${i} and ${bound(code)} = any(j.receiving) then ${bound(code)} end`)),
    received: list(shown.map(({ i, code }) => `case when j.r${i} then ${bound(code)} end`)),
  };
}

/** Compiles rules of households (alias f) and persons (alias m); conditions over the members of a household are counted once for all. */
class RuleCompiler {
  private readonly counted: string[] = [];
  constructor(readonly binder: SqlBinder) {}

  sql(rule: unknown, level: JudgedMeasureLevel): string {
    const related = { members: { parts: (where: (alias: string) => string) => this.parts(where('m')) } };
    return toSql(rule, { catalogue: FACT_CATALOGUE, level, alias: level === 'household' ? 'f' : 'm', related, parameters: { alias: 'p' }, binder: this.binder }).sql;
  }

  /** One pass over the persons for all conditions; none where no rule asks. */
  countedCtes(): string[] {
    if (this.counted.length === 0) return [];
    const columns = this.counted.map((_, i) => `${Object.entries(quantifierParts(`x.w${i}`)).map(([name, sql]) => `${sql} as ${partColumn(name, i)}`).join(', ')}`);
    return [`counted as materialized (
      select x.household_id, ${columns.join(', ')}
      from (select m.household_id, ${this.counted.map((sql, i) => `${sql} as w${i}`).join(', ')} from member_subject m left join parameter_of_year p on p.year = m.year offset 0) x
      group by x.household_id)`];
  }

  countedJoin(): string {
    return this.counted.length === 0 ? '' : ' left join counted q on q.household_id = f.household_id';
  }

  private parts(where: string): QuantifierParts {
    const i = this.counted.includes(where) ? this.counted.indexOf(where) : this.counted.push(where) - 1;
    const column = (name: string): string => `q.${partColumn(name, i)}`;
    const number = (name: string): string => `coalesce(${column(name)}, 0)`;
    return { rows: number('rows'), anyTrue: column('anyTrue'), anyFalse: column('anyFalse'), allKnown: column('allKnown'), sure: number('sure'), possible: number('possible') };
  }
}

const partColumn = (name: string, i: number): string => `${name.toLowerCase()}_${i}`;

/** An array of the codes whose case holds, in their order. */
function list(cases: readonly string[]): string {
  return cases.length === 0 ? `'{}'::text[]` : `array_remove(array[${cases.join(', ')}], null)`;
}

/** What facts show beside what is recorded, each code once and in order. */
function union(shown: string, recorded: string): string {
  return `case when coalesce(${recorded}, '{}') = '{}' then ${shown}
    else array(select distinct c.code from unnest(${shown} || coalesce(${recorded}, '{}')) c(code) order by c.code) end`;
}

function codesOf(codes: readonly string[], binder: SqlBinder, condition = ''): string {
  return `array_agg(distinct r.measure_code) filter (where ${condition}r.measure_code = any(${binder.bind('text', codes)}))`;
}

/** Writes the rows that changed, removes those of which nothing can be said any longer, and says how many. */
export function writeEntitlements({ ctes, select }: EntitlementSelect): string {
  const values = (alias: string): string => `(${entitlementColumns.map((name) => `${alias}.${name}`).join(', ')})`;
  const names = [...entitlementKey, ...entitlementColumns];
  return `
with ${[...ctes, `fresh as materialized (${select})`].join(', ')},
written as (
  insert into entitlement (${names.join(', ')})
  select ${names.map((name) => `c.${name}`).join(', ')}
  from fresh c
  left join entitlement s on s.county_code = c.county_code and s.household_id = c.household_id and s.subject_id = c.subject_id
  where s.county_code is null or ${values('s')} is distinct from ${values('c')}
  on conflict (${entitlementKey.join(', ')}) do update set ${entitlementColumns.map((name) => `${name} = excluded.${name}`).join(', ')}
  returning 1
),
gone as (
  delete from entitlement e
  where e.county_code = $1 and e.village_code = any($2::text[]) and not exists (select 1 from fresh c where c.household_id = e.household_id and c.subject_id = e.subject_id)
  returning 1
)
select (select count(*) from written w)::integer + (select count(*) from gone g)::integer as changed`;
}

/** Gaps one by one, from the stored arrays of the villages $2 of county $1. */
export const gapSelect = `
select e.county_code, e.household_id, e.subject_id, k.kind, c.code, e.village_code, e.year
from entitlement e
cross join lateral (values ('LACKING', e.lacking), ('IMPROPER', e.improper), ('UNANSWERED', e.unanswered)) k(kind, codes)
cross join lateral unnest(k.codes) c(code)
where e.county_code = $1 and e.village_code = any($2::text[])`;
export const gapKey = ['county_code', 'household_id', 'subject_id', 'kind', 'code'] as const;
export const gapColumns = ['village_code', 'year'] as const;

export const writeGaps = `
with fresh as materialized (${gapSelect}),
written as (
  insert into entitlement_gap (county_code, household_id, subject_id, kind, code, village_code, year)
  select c.county_code, c.household_id, c.subject_id, c.kind, c.code, c.village_code, c.year
  from fresh c
  left join entitlement_gap s on s.county_code = c.county_code and s.household_id = c.household_id and s.subject_id = c.subject_id and s.kind = c.kind and s.code = c.code
  where s.county_code is null or (s.village_code, s.year) is distinct from (c.village_code, c.year)
  on conflict (county_code, household_id, subject_id, kind, code) do update set village_code = excluded.village_code, year = excluded.year
  returning 1
),
gone as (
  delete from entitlement_gap g
  where g.county_code = $1 and g.village_code = any($2::text[])
    and not exists (select 1 from fresh c where c.household_id = g.household_id and c.subject_id = g.subject_id and c.kind = g.kind and c.code = g.code)
  returning 1
)
select (select count(*) from written w)::integer + (select count(*) from gone g)::integer as changed`;

/** Takes away what is kept of the villages $2 of county $1. */
export const dropEntitlements = ['entitlement', 'entitlement_gap'].map((table) => `delete from ${table} e where e.county_code = $1 and e.village_code = any($2::text[])`);
