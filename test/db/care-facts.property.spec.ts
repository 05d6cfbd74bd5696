import fc from 'fast-check';
import pg from 'pg';
import { ageOnSchoolCutoff, careFactsOf, type CarePerson } from '#domain';
import { careFactsSql } from '../../libs/care/src/derive/care-facts.queries.js';
import { joins } from '../../libs/care/src/derive/derive.queries.js';
import { adminQuery } from '../support/admin.js';
import { CARE_YEAR, plantFamilies, type PlantedPerson } from '../support/care.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const village = '150221213200';
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 4 });

/** Mostly families as they are, with every relation that the definitions look at. */
const person: fc.Arbitrary<PlantedPerson> = fc.record({
  relation: fc.constantFrom('01', '02', '03', '03', '04', '05', '06', '07', '08', '09', '11', '12', '13', 'SIBLING', '99'),
  present: fc.constantFrom(true, true, true, false),
  changeReason: fc.constantFrom('DEATH', 'MISSING', 'MOVE_OUT', null),
  birthDate: maybe(fc.constantFrom('1950-01-01', '1970-06-01', '1990-12-31', '2009-01-01', '2009-12-31', '2010-01-01', '2010-08-31', '2010-09-01', '2019-08-31', '2019-09-01', '2024-02-29')),
  health: maybe(fc.constantFrom<string[][]>(['1'], ['1'], ['2'], ['3'], ['4'], ['2', '4'], [])) as fc.Arbitrary<string[] | null>,
  certifiedDisabled: fc.constantFrom(false, false, true),
  workArea: maybe(fc.constantFrom('01', '02', '03', '04', '99')),
  workMonths: maybe(fc.constantFrom(0, 0, 3, 12)),
  maritalStatus: maybe(fc.constantFrom('MARRIED', 'WIDOWED', 'DIVORCED', 'SINGLE')),
  isUnsupportedChild: maybe(fc.boolean()),
});
const families = fc.array(fc.array(person, { minLength: 1, maxLength: 7 }), { minLength: 300, maxLength: 300 });

const asCarePerson = (planted: PlantedPerson): CarePerson => ({
  relation: planted.relation, present: planted.present ?? true, changeReason: planted.changeReason ?? null,
  age: planted.birthDate ? CARE_YEAR - Number(planted.birthDate.slice(0, 4)) : null, ageOnSchoolCutoff: ageOnSchoolCutoff(planted.birthDate ?? null, CARE_YEAR),
  health: planted.health ?? null, certifiedDisabled: planted.certifiedDisabled ?? false, workArea: planted.workArea ?? null, workMonths: planted.workMonths ?? null,
  maritalStatus: planted.maritalStatus ?? null, isUnsupportedChild: planted.isUnsupportedChild ?? null,
});

describe('the facts of care registers', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('are in SQL what the specification says, for any family', async () => {
    const made = fc.sample(families, { numRuns: 2, seed: 20261122 }).flat();
    const planted = await plantFamilies(database, made.map((people) => ({ villageCode: village, people })));
    await adminQuery(database, 'analyze');
    const started = performance.now();
    const client = new pg.Client(database.appUrl);
    await client.connect();
    await client.query(`begin; set local app.scope = '150221'; set local search_path = public, app; ${joins.few}`);
    const { rows } = await client.query<Record<string, unknown>>(careFactsSql, ['150221', [village], [CARE_YEAR]]);
    await client.end();
    console.log(`care facts of ${made.length} families: ${Math.round(performance.now() - started)} ms`);
    const found = new Map(rows.map((row) => [row['member_id'], row]));
    const seen = { true: 0, false: 0, null: 0 };
    for (const [i, people] of made.entries()) {
      const all = people.map(asCarePerson);
      for (const [k, one] of all.entries()) {
        const row = found.get(planted[i]?.memberIds[k]);
        expect([one, row !== undefined]).toEqual([one, one.present]);
        if (!row) continue;
        const said = careFactsOf(one, all.filter((_, other) => other !== k));
        for (const value of Object.values(said)) seen[String(value) as keyof typeof seen]++;
        expect([people, k, Object.fromEntries(Object.keys(said).map((name) => [name, row[name]]))]).toEqual([people, k, said]);
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(1_000);
  });
});
