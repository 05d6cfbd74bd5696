import fc from 'fast-check';
import {
  columnsOf, datasetNames, datasetOf, evaluate, fieldsOfRelation, questionCatalogue, QUESTION_CODE_LISTS, codeLists, ROW_LEVEL,
  type DatasetName, type FactValue, type FactValues, type QuestionField, type RelationName, type Rule, type RuleSubject,
} from '#domain';
import { QuestionService } from '#inspection';
import { currentContext, SqlBinder, systemActor } from '#platform';
import { relationOf, relationSelect } from '../../libs/inspection/src/questions/datasets/index.js';
import { placeOf } from '../../libs/inspection/src/questions/question.queries.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { questionPopulation } from '../support/questions/population.js';

const RUNS = Number(process.env['QUESTION_RUNS'] ?? 25);
const YEAR = 2020;
/** A day that is over, and one that is not. */
const PAST = '2026-11-01';
type Row = FactValues & { county_code: string; household_id: string | null; member_id?: string | null };

let app: TestApp;
let today: string;
const system = systemActor('15');
beforeAll(async () => {
  app = await startTestApp();
  await questionPopulation(app);
  today = await app.db.run({ actor: system, readOnly: true }, () => Promise.resolve(currentContext().today));
}, 120_000);
afterAll(() => app.close());

/** All rows of a relation with all its fields, as the statement of a question reads them. */
async function rowsOf(name: RelationName, year: number | null, past: boolean): Promise<Row[]> {
  const binder = new SqlBinder();
  const fields = fieldsOfRelation(name).filter(({ askable }) => askable).map((field) => field.name);
  const sql = relationSelect(relationOf(name), fields, { binder, place: placeOf('15'), year, on: past ? PAST : today, at: past ? '2026-11-02T00:00:00+08:00' : null });
  return app.db.run({ actor: system, readOnly: true }, () => app.db.query<Row>(sql, binder.values));
}

/** A value of a field: one that occurs, or one beside it. */
function valueOf(field: QuestionField, rows: readonly Row[]): fc.Arbitrary<number | string | boolean> | null {
  const seen = [...new Set(rows.slice(0, 400).flatMap((row) => (row[field.name] ?? []) as FactValue | FactValue[]).filter((value) => value !== null && value !== ''))].slice(0, 40) as (number | string | boolean)[];
  if (field.type === 'boolean') return fc.boolean();
  if (field.type === 'code' || field.type === 'codes') {
    const codes = [...QUESTION_CODE_LISTS, ...codeLists].find(({ name }) => name === field.codeList)?.items.map(({ code }) => code) ?? seen.map(String);
    return codes.length > 0 ? fc.constantFrom(...codes) : null;
  }
  if (seen.length === 0) return field.type === 'date' ? fc.constant('2020-01-01') : field.type === 'text' ? fc.constant('无') : fc.integer({ min: 0, max: 3 });
  return fc.constantFrom(...seen);
}

function chipOf(field: QuestionField, rows: readonly Row[]): fc.Arbitrary<Rule> {
  const value = valueOf(field, rows);
  const known = fc.constantFrom<Rule>({ field: field.name, operator: 'null' }, { field: field.name, operator: 'notNull' });
  if (!value) return known;
  if (field.type === 'codes') return fc.oneof({ weight: 4, arbitrary: value.map((code): Rule => ({ field: field.name, operator: 'contains', value: code })) }, known);
  const equal = fc.record({ field: fc.constant(field.name), operator: fc.constantFrom('=' as const, '!=' as const), value });
  if (field.type === 'boolean') return fc.oneof(equal, known);
  const list = fc.record({ field: fc.constant(field.name), operator: fc.constantFrom('in' as const, 'notIn' as const), value: fc.array(value, { minLength: 1, maxLength: 3 }) });
  if (field.type === 'code' || field.type === 'text') return fc.oneof(equal, list, known);
  const ordered = fc.record({ field: fc.constant(field.name), operator: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const), value });
  const between = fc.tuple(value, value).map(([a, b]): Rule => ({ field: field.name, operator: 'between', value: a <= b ? [a, b] : [b, a] }));
  return fc.oneof({ weight: 3, arbitrary: ordered }, equal, list, between, known);
}

function groupOf(chips: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> {
  return fc.record({ combinator: fc.constantFrom('and' as const, 'or' as const), not: fc.boolean(), rules: fc.array(chips, { minLength: 1, maxLength: 3 }) });
}

const chipsOver = (fields: readonly QuestionField[], rows: readonly Row[]): fc.Arbitrary<Rule> => fc.oneof(...fields.filter(({ askable }) => askable).map((field) => chipOf(field, rows)));

describe('a question answers what its conditions say of every row', () => {
  it.each(datasetNames.flatMap((name) => [[name, 'today'], [name, 'on an earlier day']] as [DatasetName, string][]))('over %s, for random conditions, %s', async (name, when) => {
    const past = when !== 'today';
    const dataset = datasetOf(name);
    const year = dataset.year === 'facts' ? YEAR : null;
    const rows = await rowsOf(name, year, past);
    expect(rows.length).toBeGreaterThan(name === 'team' || name === 'project' ? 2 : 50);
    const related = new Map<string, { rows: Row[]; by: Map<string, Row[]> }>();
    for (const { name: collection, relation, by } of dataset.collections) {
      const found = await rowsOf(relation, relation === 'member' ? YEAR : null, past);
      const index = new Map<string, Row[]>();
      for (const row of found) {
        const key = `${row.county_code} ${row[by] as string}`;
        index.set(key, [...(index.get(key) ?? []), row]);
      }
      related.set(collection, { rows: found, by: index });
      expect([collection, found.length > 0]).toEqual([collection, true]);
    }
    const subjects = rows.map((facts): RuleSubject => ({
      facts, related: Object.fromEntries(dataset.collections.map(({ name: collection, by }) => [collection, related.get(collection)?.by.get(`${facts.county_code} ${facts[by] as string}`) ?? []])),
    }));
    const own = chipsOver(dataset.fields, rows);
    const quantified = dataset.collections.map(({ name: collection, relation }) => {
      const where = fc.oneof(chipsOver(fieldsOfRelation(relation), related.get(collection)?.rows ?? []), groupOf(chipsOver(fieldsOfRelation(relation), related.get(collection)?.rows ?? [])));
      return fc.oneof(
        fc.record({ over: fc.constant(collection), quantifier: fc.constantFrom('some' as const, 'all' as const, 'none' as const), where }),
        fc.record({ over: fc.constant(collection), quantifier: fc.constant('count' as const), where, count: fc.record({ operator: fc.constantFrom('=' as const, '!=' as const, '<' as const, '>=' as const), value: fc.integer({ min: 0, max: 3 }) }) }),
      ) as fc.Arbitrary<Rule>;
    });
    const leaves = fc.oneof({ weight: 3, arbitrary: own }, ...quantified.map((arbitrary) => ({ weight: 1, arbitrary })));
    const chips = groupOf(fc.oneof({ weight: 3, arbitrary: leaves }, groupOf(leaves)));
    const catalogue = questionCatalogue(name);
    let met = 0;
    await fc.assert(fc.asyncProperty(chips, async (rule) => {
      const answer = await app.db.run({ actor: system, readOnly: true }, () => app.app.get(QuestionService, { strict: false }).answer({ dataset: name, chips: rule, asOf: { on: past ? PAST : today, ...(year === null ? {} : { year }) } }));
      const verdicts = subjects.map((subject) => evaluate(rule, { catalogue, level: ROW_LEVEL, subject, parameters: {} }));
      const expected = verdicts.filter((verdict) => verdict === 'met').length;
      met += expected;
      expect({ number: answer.number, unproven: answer.unproven, total: answer.total }).toEqual({ number: expected, unproven: verdicts.filter((verdict) => verdict === 'unproven').length, total: rows.length });
      expect(answer.rows).toHaveLength(Math.min(expected, 50));
    }), { numRuns: RUNS });
    expect(met).toBeGreaterThan(0);
  }, 120_000);

  it('has an expression for every field of every relation, and shows something of each', () => {
    for (const name of [...datasetNames, 'assignment', 'pairing'] as const) {
      const names = fieldsOfRelation(name).map((field) => field.name);
      for (const at of [null, '2026-11-02T00:00:00+08:00']) expect(() => relationSelect(relationOf(name), names, { binder: new SqlBinder(), place: placeOf('15'), year: 2020, on: PAST, at })).not.toThrow();
    }
    for (const name of datasetNames) expect(columnsOf({ dataset: name }).length).toBeGreaterThan(3);
  });
});
