import fc from 'fast-check';
import pg from 'pg';
import { FACT_CATALOGUE, FACT_LEVELS, evaluate, explain, factColumns } from '#domain';
import type { FactValues } from '#domain';
import { SqlBinder, compileRule, leafText, toSql, verdictText } from '#platform';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { TEST_CATALOGUE, rules } from '../support/rules/rule-arbitraries.js';

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

const villageColumns = factColumns(FACT_CATALOGUE, 'village').map(({ name, sqlType }) => `${name} ${sqlType}`).join(', ');

async function askVillage(rule: unknown, facts: FactValues, parameters: Record<string, number | null> = {}): Promise<[evaluated: string, bySql: string | undefined]> {
  const { sql, values } = toSql(rule, { catalogue: FACT_CATALOGUE, level: 'village', alias: 'v', parameters: { values: parameters }, binder: new SqlBinder([JSON.stringify(facts)]) });
  const { rows } = await client.query<{ verdict: string }>(`select ${verdictText(sql)} as verdict from jsonb_to_record($1) as v(${villageColumns})`, values);
  return [evaluate(rule, { catalogue: FACT_CATALOGUE, level: 'village', subject: { facts }, parameters }), rows[0]?.verdict];
}

describe('rules at the edges', () => {
  it.each([
    [2_147_483_647, 2_147_483_646, 1_000_000], [2_147_483_646, 2_147_483_647, 9999], [2_147_483_647, 2_147_483_647, 10_000], [1, 2_147_483_647, 0],
    [-1, 3, 0], [5, 0, 0], [5, -5, 0], [0, 5, 0],
  ])('compares the rate %i / %i with %i basis points exactly and without overflow', async (poor, population, points) => {
    for (const operator of ['<', '<=', '=', '>=', '>']) {
      const [evaluated, bySql] = await askVillage({ field: 'incidence', operator, value: points }, { poor_persons: poor, rural_resident_population: population });
      expect(bySql).toBe(evaluated);
    }
  });

  it('takes an absurd parameter without overflow', async () => {
    const facts = { poor_persons: 2_147_483_647, rural_resident_population: 2_147_483_647 };
    const rule = { field: 'incidence', operator: '<', value: { param: 'exit_village_incidence' } };
    expect(await askVillage(rule, facts, { exit_village_incidence: Number.MAX_SAFE_INTEGER })).toEqual(['met', 'met']);
    expect(await askVillage(rule, facts, { exit_village_incidence: 0.5 })).toEqual(['unproven', 'unproven']);
    expect(await askVillage({ field: 'collective_income_fen', operator: '<=', value: Number.MAX_SAFE_INTEGER }, { collective_income_fen: Number.MAX_SAFE_INTEGER })).toEqual(['met', 'met']);
    expect(await askVillage({ field: 'year', operator: '<', value: Number.MAX_SAFE_INTEGER }, { year: 2020 })).toEqual(['met', 'met']);
  });

  it.each(["year; drop table household", 'year"', "' or true --", '__proto__', 'pg_sleep(1)'])('leaves the name %j unproven and lets none of it into the SQL', async (name) => {
    for (const rule of [{ field: name, operator: '=', value: 1 }, { field: 'year', operator: name, value: 1 }, { field: 'year', operator: '=', value: { param: name } }, { field: 'year', operator: '=', value: { fact: name } }]) {
      expect(toSql(rule, { catalogue: FACT_CATALOGUE, level: 'village', alias: 'v', parameters: { alias: 'p' } })).toEqual({ sql: 'null::boolean', values: [] });
      expect(await askVillage(rule, { year: 2020 })).toEqual(['unproven', 'unproven']);
    }
  });

  it('binds texts, however they read', async () => {
    const reason = { over: 'members', quantifier: 'some', where: { field: 'dropout_reason', operator: 'in', value: ["'; select 1; --", '{"a"}', '甲'] } };
    const { sql, values } = toSql(reason, { catalogue: FACT_CATALOGUE, level: 'household', alias: 'h', parameters: { values: {} }, related: { members: { relation: 'm', join: ['id'] } } });
    expect(sql).not.toContain('select 1');
    const { rows } = await client.query<{ verdict: boolean }>(`with m(id, dropout_reason) as (values (1, '{"a"}'), (1, null), (2, 'x')) select ${sql} as verdict from (values (1), (2)) h(id)`, values);
    expect(rows.map(({ verdict }) => verdict)).toEqual([true, false]);
  });

  it('refuses an alias or a relation that is no plain identifier', () => {
    const rule = { over: 'members', quantifier: 'some', where: { field: 'age', operator: 'null' } };
    expect(() => toSql(rule, { catalogue: FACT_CATALOGUE, level: 'household', alias: 'h', parameters: { alias: 'p' }, related: { members: { relation: 'm; drop', join: ['id'] } } })).toThrow('identifier');
    expect(() => toSql({ field: 'year', operator: '=', value: 1 }, { catalogue: FACT_CATALOGUE, level: 'household', alias: 'H"', parameters: { alias: 'p' } })).toThrow('identifier');
  });

  it('leaves a condition over a collection that the statement does not have unproven', () => {
    const { sql } = toSql({ over: 'members', quantifier: 'all', where: { field: 'age', operator: 'notNull' } }, { catalogue: FACT_CATALOGUE, level: 'household', alias: 'h', parameters: { alias: 'p' } });
    expect(sql).toBe('null::boolean');
  });

  it('compiles any JSON to SQL that runs and says what evaluate says', async () => {
    const words = fc.constantFrom('combinator', 'and', 'or', 'not', 'rules', 'field', 'operator', 'value', 'param', 'fact', 'year', 'incidence', 'clinic', '=', '<', 'in', 'between', 'null', 'exit_village_incidence', '2020-01-01');
    const junk = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' }, words, fc.jsonValue(),
        fc.record({ field: words, operator: words, value: fc.oneof(words, fc.integer(), tie('value')) }),
        fc.record({ combinator: fc.constantFrom('and', 'or'), rules: fc.array(tie('value'), { maxLength: 3 }) }),
      ),
    })).value;
    await fc.assert(fc.asyncProperty(junk, async (rule) => {
      const [evaluated, bySql] = await askVillage(rule, { year: 2020, clinic: true, poor_persons: 1, rural_resident_population: 3 }, { exit_village_incidence: 300 });
      expect(bySql).toBe(evaluated);
    }), { numRuns: 300 });
  });

  it('gives the same verdict and leaf text when the leaves are columns of a subquery', async () => {
    await fc.assert(fc.asyncProperty(rules, async (rule) => {
      const binder = new SqlBinder([JSON.stringify({ integer_a: 1, money_fen_a: 2, boolean_a: true })]);
      const { leaves, combine, values } = compileRule(rule, { catalogue: TEST_CATALOGUE, level: 'household', alias: 's', parameters: { values: { whole: 1 } }, binder });
      const columns = factColumns(TEST_CATALOGUE, 'household').map(({ name, sqlType }) => `${name} ${sqlType}`).join(', ');
      const names = leaves.map((_, index) => `l${index}`);
      const { rows } = await client.query<{ verdict: string; leaves: string }>(`
        select ${verdictText(combine(names))} as verdict, ${leafText(names)} as leaves
        from (select ${leaves.map((leaf, index) => `${leaf} as l${index}`).join(', ')} from jsonb_to_record($1) as s(${columns}) offset 0) answered`, values);
      const explanation = explain(rule, { catalogue: TEST_CATALOGUE, level: 'household', subject: { facts: { integer_a: 1, money_fen_a: 2, boolean_a: true } }, parameters: { whole: 1 } });
      expect(rows[0]).toEqual({ verdict: explanation.verdict, leaves: explanation.leafResults });
    }), { numRuns: 200 });
  });
});

describe('the fact catalogue and the fact tables', () => {
  it.each(FACT_LEVELS.filter((level) => level !== 'member'))('agree on names and types of the facts of a %s', async (level) => {
    const { rows } = await client.query<{ name: string; sqlType: string }>(
      `select a.attname as name, format_type(a.atttypid, a.atttypmod) as "sqlType" from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`, [`${level}_fact`]);
    expect(rows).toEqual(expect.arrayContaining(factColumns(FACT_CATALOGUE, level)));
  });
});
