import fc from 'fast-check';
import pg from 'pg';
import { belongsInYear, householdFactsOf, memberFactsOf, uuidV7 } from '#domain';
import { householdFactsSql, memberFactsSql } from '../../libs/eligibility/src/facts/household-facts.queries.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { factYears, householdCase } from '../support/eligibility-arbitraries.js';
import { factsOfRow, insertCases, inYear, type WrittenCase } from '../support/eligibility-rows.js';

const county = '150221';
const village = '150221100200';
const RUNS = 40;

type FactRow = Record<string, unknown> & { household_id: string; year: number };
type MemberRow = FactRow & { member_id: string };

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  pg.types.setTypeParser(pg.types.builtins.DATE, (value: string) => value);
  database = await createTestDatabase();
  client = new pg.Client(database.appUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Writes the cases, asks SQL, forgets everything. */
async function withCases<T>(cases: readonly WrittenCase[], ask: () => Promise<T>): Promise<T> {
  await client.query(`begin; set local search_path = public, app; set local app.scope = '${county}'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'`);
  try {
    await insertCases(client, cases);
    return await ask();
  } finally {
    await client.query('rollback');
  }
}

const batch = fc.array(householdCase, { minLength: 1, maxLength: 25 }).map((list): WrittenCase[] => list.map((written) => ({ id: uuidV7(), villageCode: village, written })));

function sqlFacts(sql: string): Promise<pg.QueryResult<FactRow>> {
  return client.query<FactRow>(sql, [county, [village], factYears]);
}

/** Compares the statement with the specification over random households. */
function factsProperty(sql: string) {
  return fc.asyncProperty(batch, async (cases) => {
    const rows = await withCases(cases, async () => (await sqlFacts(sql)).rows);
    const found = new Map(rows.map((row) => [`${row.household_id} ${row.year}`, factsOfRow(row, ['county_code', 'household_id', 'village_code'])]));
    expect(found.size).toBe(cases.length * factYears.length);
    for (const written of cases) for (const year of factYears) expect({ ...found.get(`${written.id} ${year}`) }).toEqual(householdFactsOf(inYear(written, year)));
  });
}

describe('facts of households', () => {
  it(`the SQL of recalculation gives the facts of the specification for ${RUNS} random villages`, () => fc.assert(factsProperty(householdFactsSql('villages')), { numRuns: RUNS }));

  it('the SQL of persons gives the persons and facts of the specification', async () => {
    await fc.assert(
      fc.asyncProperty(batch, async (cases) => {
        const rows = await withCases(cases, async () => (await client.query<MemberRow>(memberFactsSql('villages'), [county, [village], factYears])).rows);
        const without = ['county_code', 'household_id', 'village_code', 'member_id', 'year', 'has_dropped_out'];
        for (const written of cases) {
          for (const year of factYears) {
            const { members } = inYear(written, year);
            const expected = members.filter(({ member }) => belongsInYear(member, year)).map(({ member, memberYear }) => memberFactsOf(member, memberYear, year));
            const found = rows.filter((row) => row.household_id === written.id && row.year === year).map((row) => factsOfRow(row, without));
            const sorted = (list: unknown[]) => list.map((facts) => JSON.stringify(facts, Object.keys(facts as object).sort())).sort();
            expect(sorted(found)).toEqual(sorted(expected));
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('asks for one household by its id with the same answer', async () => {
    const cases = fc.sample(batch, { numRuns: 1, seed: 7 })[0] ?? [];
    const wanted = cases[0]!;
    const [whole, one] = await withCases(cases, async () => [
      (await sqlFacts(householdFactsSql('villages'))).rows.filter((row) => row.household_id === wanted.id),
      (await client.query<FactRow>(householdFactsSql('household'), [county, [wanted.id], factYears])).rows,
    ]);
    const byYear = (rows: FactRow[] | undefined) => [...(rows ?? [])].sort((a, b) => a.year - b.year);
    expect(byYear(one)).toEqual(byYear(whole));
  });

  // Each fault was planted in the statement; the property must notice.
  it.each([
    ['a leaver of 31 December still counts', 'm.left_on > y.last_day', 'm.left_on >= y.last_day'],
    ['a joiner of next year counts', 'm.joined_on <= y.last_day', 'true'],
    ['an unborn child counts', 'm.birth_date <= y.last_day', 'true'],
    ['"left" without a date counts', `and m.member_status <> 'REMOVED'`, ''],
    ['a superseded year counts', 'my.superseded_at is null', 'my.superseded_at is not null'],
    ['school age ends a year early', 'between 6 and 15', 'between 6 and 14'],
    ['the cut-off is the end of September', '> 8)', '> 9)'],
    ['somebody unfit for school counts as drop-out', 'my.dropout_reason like', 'my.dropout_reason not like'],
    ['an unknown insurance counts as none', 'not p.has_medical_insurance', 'p.has_medical_insurance is not true'],
    ['a recorded "no" is ignored', 'hy.basic_medical_ok is distinct from false', 'true'],
    ['critical illness insurance is not asked for', 'and p.has_critical_illness_insurance', ''],
    ['income per head is cut towards zero', '(i.net % hy.member_count < 0)::integer', '0'],
    ['cost is not subtracted', '- coalesce(hy.business_cost_fen, 0)', ''],
    ['a renovation of later years makes a house safe', 'hy.housing_renovation_year <= s.year', 'hy.housing_renovation_year is not null'],
    ['an exit of next year is an exit of this', 'e.exited_on <= y.last_day', 'e.exited_on is not null'],
    ['an episode entered next year counts', 'join fact_year y on e.entered_on <= y.last_day', 'cross join fact_year y'],
    ['the first episode decides', 'e.sequence desc', 'e.sequence'],
    ['identified next year counts as identified', '<= s.last_day', 'is not null'],
  ])('notices when %s', async (_, right, wrong) => {
    const sql = householdFactsSql('villages');
    expect(sql).toContain(right);
    const { errorInstance } = await fc.check(factsProperty(sql.replaceAll(right, wrong)), { numRuns: RUNS, seed: 20, endOnFailure: true });
    expect(errorInstance).toMatchObject({ matcherResult: { name: 'toEqual', pass: false } });
  });
});
