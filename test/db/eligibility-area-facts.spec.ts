import fc from 'fast-check';
import pg from 'pg';
import { countyFactsOf, evaluate, FACT_CATALOGUE, householdFactsOf, uuidV7, villageFactsOf, type FactValues, type Rule, type WrittenSample } from '#domain';
import type { CountyBasis } from '../../libs/eligibility/src/recalculation/county-basis.js';
import { factsFromNothing } from '../../libs/eligibility/src/recalculation/from-nothing.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { factYears, householdCase } from '../support/eligibility-arbitraries.js';
import { factsOfRow, insertCases, insertRows, inYear, type WrittenCase } from '../support/eligibility-rows.js';
import { systemUser } from '../support/eligibility-services.js';

const county = '150221';
const villages = ['150221213200', '150221213201', '150221105202'];
const villageExit: Rule = { combinator: 'and', rules: [{ field: 'incidence', operator: '<', value: 5_000 }, { field: 'clinic', operator: '=', value: true }] };
const rule = { code: 'village.exit', versionId: uuidV7(), level: 'village' as const, expression: villageExit, years: factYears };
const basis: CountyBasis = { years: factYears, parameters: factYears.map((year) => ({ year })), hash: '', entitlements: { year: 2020, running: 2020, measures: [], needs: [] }, rules: { household: [], village: [rule], county: [] } };
const RUNS = 40;

const truth = fc.option(fc.boolean(), { nil: null });
const persons = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });
const villageYear = fc.record({
  rural_resident_population: persons, hardened_road: truth, production_power: truth, safe_water_covered: truth, clinic: truth, village_doctor: truth, culture_room: truth,
  broadcasting: truth, broadband: truth, collective_income_fen: fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null }), cooperative: truth,
  village_type: fc.constantFrom(null, '01', '02', '03'),
});
const decision = fc.record({ village: fc.constantFrom(...villages), year: fc.constantFrom(2018, ...factYears), outcome: fc.constantFrom('EXITED' as const, 'NOT_EXITED' as const), day: fc.constantFrom('2018-05-01', '2020-06-01', '2021-06-01') });
const assessment = fc.record({ year: fc.constantFrom(...factYears), kind: fc.constantFrom('MISSED', 'WRONG_EXIT', 'APPROVAL'), sampled: fc.integer({ min: 1, max: 9 }), day: fc.constantFrom('2020-01-01', '2020-06-01') });
const area = fc.record({
  cases: fc.array(fc.tuple(fc.constantFrom(...villages), householdCase), { maxLength: 8 }),
  villageYears: fc.array(fc.tuple(fc.constantFrom(...villages), fc.constantFrom(...factYears), villageYear), { maxLength: 6 }).map((list) => [...new Map(list.map((entry) => [`${entry[0]} ${entry[1]}`, entry])).values()]),
  decisions: fc.array(decision, { maxLength: 3 }),
  assessments: fc.array(assessment, { maxLength: 5 }),
  countyYears: fc.uniqueArray(fc.tuple(fc.constantFrom(...factYears), persons), { selector: ([year]) => year, maxLength: 3 }),
  designated: fc.subarray(villages),
});
type Area = typeof area extends fc.Arbitrary<infer T> ? T : never;

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  pg.types.setTypeParser(pg.types.builtins.DATE, (value: string) => value);
  database = await createTestDatabase();
  client = new pg.Client(database.ownerUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

interface Written extends Area {
  readonly rows: WrittenCase[];
  readonly decisionRows: { id: string; village_code: string; year: number; outcome: 'EXITED' | 'NOT_EXITED'; decided_on: string }[];
  readonly assessmentRows: { id: string; year: number; kind: string; sampled: number; found: number; assessed_on: string }[];
}

function prepare(given: Area): Written {
  return {
    ...given,
    rows: given.cases.map(([villageCode, written]) => ({ id: uuidV7(), villageCode, written })),
    decisionRows: given.decisions.map(({ village, year, outcome, day }) => ({ id: uuidV7(), village_code: village, year, outcome, decided_on: day })),
    assessmentRows: given.assessments.map(({ year, kind, sampled, day }, i) => ({ id: uuidV7(), year, kind, sampled, found: i % (sampled + 1), assessed_on: day })),
  };
}

/** Writes, asks one level from nothing, and forgets. */
async function ask(written: Written, level: 'village' | 'county', change: (sql: string) => string): Promise<Record<string, unknown>[]> {
  await client.query(`begin; set local search_path = public, app; set local app.scope = '15'; set local app.actor = '${systemUser}'; set local app.role = 'system'; set local app.request = 'test'`);
  try {
    await insertCases(client, written.rows);
    const padded = county.padEnd(12, '0');
    await insertRows(client, 'village_year', written.villageYears.map(([code, year, record]) => ({ county_code: county, id: uuidV7(), village_code: code, year, version: 1, recorded_at: '2021-01-01', recorded_by: systemUser, ...record })));
    await insertRows(client, 'county_year', written.countyYears.map(([year, population]) => ({ county_code: county, id: uuidV7(), village_code: padded, year, version: 1, recorded_at: '2021-01-01', recorded_by: systemUser, rural_resident_population: population })));
    await insertRows(client, 'area_decision', written.decisionRows.map((row) => ({ county_code: county, created_at: '2021-01-01', ...row })));
    await insertRows(client, 'assessment', written.assessmentRows.map((row) => ({ county_code: county, village_code: padded, assessor: '机构', created_at: '2021-01-01', created_by: systemUser, ...row })));
    await insertRows(client, 'poverty_designation', written.designated.map((code) => ({ id: uuidV7(), division_code: code, level: 'REGIONAL', source: '测试' })));
    const { ctes, select, values } = factsFromNothing(level, basis);
    const places = [county, villages, factYears];
    const params = level === 'county' ? [...places, JSON.stringify(basis.parameters), ...values] : places;
    return (await client.query<Record<string, unknown>>(change(`with ${ctes.join(', ')} ${select}`), params)).rows;
  } finally {
    await client.query('rollback');
  }
}

function newest<T extends { year: number; id: string }>(rows: readonly T[], day: (row: T) => string): T | null {
  const order = (row: T) => `${row.year} ${day(row)} ${row.id}`;
  return rows.reduce<T | null>((last, row) => (last && order(last) > order(row) ? last : row), null);
}

function villageOf(written: Written, code: string, year: number) {
  const ofVillage = written.villageYears.filter(([village, recorded]) => village === code && recorded <= year).sort((a, b) => b[1] - a[1]);
  return villageFactsOf({
    year,
    households: written.rows.filter(({ villageCode }) => villageCode === code).map((row): FactValues => householdFactsOf(inYear(row, year))),
    record: ofVillage.find(([, recorded]) => recorded === year)?.[2] ?? null,
    villageType: ofVillage.find(([, , record]) => record.village_type !== null)?.[2].village_type ?? null,
    designated: written.designated.includes(code),
    decision: newest(written.decisionRows.filter((row) => row.village_code === code && row.year <= year), (row) => row.decided_on)?.outcome ?? null,
  });
}

const same = (sql: string) => sql;

function villageProperty(change: (sql: string) => string = same) {
  return fc.asyncProperty(area, async (given) => {
    const written = prepare(given);
    const rows = await ask(written, 'village', change);
    expect(rows).toHaveLength(villages.length * factYears.length);
    for (const row of rows) {
      const { facts, poorVillage, decision: decided } = villageOf(written, String(row['village_code']), Number(row['year']));
      expect(factsOfRow(row, ['county_code', 'village_code'])).toEqual({ ...facts, poor_village: poorVillage, decision: decided });
    }
  });
}

function countyProperty(change: (sql: string) => string = same) {
  return fc.asyncProperty(area, async (given) => {
    const written = prepare(given);
    const rows = await ask(written, 'county', change);
    expect(rows).toHaveLength(factYears.length);
    for (const row of rows) {
      const year = Number(row['year']);
      const judged = villages.map((code) => {
        const village = villageOf(written, code, year);
        return { ...village, verdict: evaluate(villageExit, { catalogue: FACT_CATALOGUE, level: 'village', subject: { facts: village.facts }, parameters: {} }) };
      });
      const sample = (kind: string): WrittenSample | null => newest(written.assessmentRows.filter((one) => one.kind === kind && one.year === year), (one) => one.assessed_on);
      const expected = countyFactsOf({
        year, villages: judged, ruralResidentPopulation: written.countyYears.find(([recorded]) => recorded === year)?.[1] ?? null,
        missed: sample('MISSED'), wrongExit: sample('WRONG_EXIT'), approval: sample('APPROVAL'),
      });
      expect(factsOfRow(row, ['county_code', 'village_code'])).toEqual(expected);
    }
  });
}

describe('facts of villages and counties', () => {
  it(`the SQL of villages gives the facts of the specification, ${RUNS} random counties`, () => fc.assert(villageProperty(), { numRuns: RUNS }));
  it(`the SQL of counties gives the facts of the specification, ${RUNS} random counties`, () => fc.assert(countyProperty(), { numRuns: RUNS }));

  it.each([
    ['a household of unknown size counts as nobody', 'village', 'f.member_count is null)', 'false)'],
    ['somebody who exited is still poor', 'village', `count(*) filter (where f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED'))`, 'count(*)'],
    ['a type recorded in a later year counts', 'village', 't.year <= y.year', 'true'],
    ['a decision of a later year counts', 'village', 'a.year <= y.year', 'true'],
    ['the published list is not looked at', 'village', 'd.division_code = v.village_code', 'false'],
    ['villages with unknown numbers are left out of the sum', 'county', 'case when count(*) = count(v.poor_persons) then sum(v.poor_persons) end', 'sum(v.poor_persons)'],
    ['an older assessment counts', 'county', 'order by a.assessed_on desc', 'order by a.assessed_on'],
    ['a poor village is settled by a verdict alone', 'county', 'not v.poor_village and (', '('],
    ['an unproven verdict settles a village', 'county', `x.verdict in ('met', 'not_met')`, 'x.verdict is not null'],
    ['a village that may not exit counts as exited', 'county', `v.decision = 'EXITED'`, 'v.decision is not null'],
  ] as const)('notices when %s', async (_, level, right, wrong) => {
    const plant = (sql: string) => {
      expect(sql).toContain(right);
      return sql.replaceAll(right, wrong);
    };
    const property = level === 'village' ? villageProperty(plant) : countyProperty(plant);
    const { errorInstance } = await fc.check(property, { numRuns: 3 * RUNS, seed: 11, endOnFailure: true });
    expect(errorInstance).toMatchObject({ matcherResult: { name: 'toEqual', pass: false } });
  });
});
