import fc from 'fast-check';
import pg from 'pg';
import { SEMANTICS, evaluate, explain, kleeneOr } from '#domain';
import type { FactValues, ParameterValues, Rule, RuleSubject, Semantics } from '#domain';
import { SQL_SEMANTICS, SqlBinder, leafResultsSql, toSql, verdictText } from '#platform';
import type { ParameterSource, RuleSqlOptions, SqlSemantics } from '#platform';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { TEST_CATALOGUE, parameterValues, rules, subjects } from '../support/rules/rule-arbitraries.js';
import { oracle } from '../support/rules/rule-oracle.js';

const columns = ['a', 'b'].map((suffix) => `integer_${suffix} integer, money_fen_${suffix} bigint, boolean_${suffix} boolean, code_${suffix} text,
  codes_${suffix} text[], date_${suffix} date, text_${suffix} text`).join(', ');

interface Case {
  rule: Rule;
  subjects: RuleSubject[];
  parameters: ParameterValues;
  /** Parameters as columns of a joined relation instead of bound values. */
  joined: boolean;
}
const cases: fc.Arbitrary<Case> = fc.record({ rule: rules, subjects: fc.array(subjects, { minLength: 1, maxLength: 6 }), parameters: parameterValues, joined: fc.boolean() });

interface Answer {
  verdict: string;
  leaves: string;
}

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.adminUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function answerBySql({ rule, subjects: asked, parameters, joined }: Case, semantics: SqlSemantics): Promise<Answer[]> {
  const binder = new SqlBinder([JSON.stringify(asked.map(({ facts }, id) => ({ id, ...facts }))), rowsOf(asked, 'members'), rowsOf(asked, 'visits'), JSON.stringify([parameters])]);
  const source: ParameterSource = joined ? { alias: 'p' } : { values: parameters };
  const related = { members: { relation: 'member_row', join: ['id'] }, visits: { relation: 'visit_row', join: ['id'] } };
  const options: RuleSqlOptions = { catalogue: TEST_CATALOGUE, level: 'household', alias: 's', related, parameters: source, binder };
  const { rows } = await client.query<Answer>(`
    with subject as (select * from jsonb_to_recordset($1) as t(id integer, ${columns})),
    member_row as (select * from jsonb_to_recordset($2) as t(id integer, ${columns})),
    visit_row as (select * from jsonb_to_recordset($3) as t(id integer, ${columns})),
    parameter as (select * from jsonb_to_recordset($4) as t(whole bigint, line bigint, ceiling bigint, unset bigint))
    select ${verdictText(toSql(rule, options, semantics).sql)} as verdict, ${leafResultsSql(rule, options, semantics).sql} as leaves
    from subject s cross join parameter p order by s.id`, binder.values);
  return rows;
}

function rowsOf(asked: readonly RuleSubject[], collection: string): string {
  return JSON.stringify(asked.flatMap(({ related }, id) => (related?.[collection] ?? []).map((facts: FactValues) => ({ id, ...facts }))));
}

/** The property: evaluator, compiler, stored leaves and the naive reading say the same of every subject. */
async function agrees(asked: Case, semantics: Semantics = SEMANTICS, sqlSemantics: SqlSemantics = SQL_SEMANTICS): Promise<boolean> {
  const bySql = await answerBySql(asked, sqlSemantics);
  return asked.subjects.every((subject, index) => {
    const question = { catalogue: TEST_CATALOGUE, level: 'household' as const, subject, parameters: asked.parameters };
    const verdict = evaluate(asked.rule, question, semantics);
    const { verdict: explained, leafResults } = explain(asked.rule, question);
    const answer = bySql[index];
    return verdict === answer?.verdict && verdict === explained && leafResults === answer.leaves && verdict === oracle(asked.rule, subject, asked.parameters);
  });
}

const mutants: Record<string, { semantics?: Partial<Semantics>; sql?: Partial<SqlSemantics> }> = {
  'evaluator: <= becomes <': { semantics: { compare: { ...SEMANTICS.compare, '<=': SEMANTICS.compare['<'] } } },
  'evaluator: >= becomes >': { semantics: { compare: { ...SEMANTICS.compare, '>=': SEMANTICS.compare['>'] } } },
  'evaluator: and becomes or': { semantics: { and: kleeneOr } },
  'evaluator: unknown counts as false': { semantics: { missing: false } },
  'evaluator: all over no members is met': { semantics: { emptyAll: { ...SEMANTICS.emptyAll, unknown: true } } },
  'evaluator: all over no visits is not met': { semantics: { emptyAll: { ...SEMANTICS.emptyAll, empty: false } } },
  'evaluator: not keeps its value': { semantics: { not: (value) => value } },
  'compiler: <= becomes <': { sql: { compare: { ...SQL_SEMANTICS.compare, '<=': '<' } } },
  'compiler: >= becomes >': { sql: { compare: { ...SQL_SEMANTICS.compare, '>=': '>' } } },
  'compiler: and becomes or': { sql: { and: ' or ' } },
  'compiler: or becomes and': { sql: { or: ' and ' } },
  'compiler: null counts as false': { sql: { leaf: (sql) => `coalesce(${sql}, false)` } },
  'compiler: all over no members is met': { sql: { emptyAll: { ...SQL_SEMANTICS.emptyAll, unknown: 'true' } } },
  'compiler: all over no visits is not met': { sql: { emptyAll: { ...SQL_SEMANTICS.emptyAll, empty: 'false' } } },
};

describe('one rule language on the phone, in the API and in the database', () => {
  it('gives the same verdict and the same leaf results for random rules over random facts', async () => {
    let compared = 0;
    await fc.assert(fc.asyncProperty(cases, async (asked) => {
      compared += asked.subjects.length;
      expect(await agrees(asked)).toBe(true);
    }), { numRuns: 800 });
    expect(compared).toBeGreaterThan(1500);
  });

  it.each(Object.entries(mutants))('notices the planted fault "%s"', async (_, { semantics, sql }) => {
    const planted = fc.asyncProperty(cases, (asked) => agrees(asked, { ...SEMANTICS, ...semantics }, { ...SQL_SEMANTICS, ...sql }));
    const { failed, counterexample } = await fc.check(planted, { numRuns: 3000, endOnFailure: true });
    expect(failed).toBe(true);
    // the fault, not an error of the harness, is what was noticed
    expect(counterexample && await agrees(counterexample[0])).toBe(true);
  });
});
