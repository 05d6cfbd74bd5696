import fc from 'fast-check';
import pg from 'pg';
import {
  belongsInYear, entitlementsOf, householdFactsOf, isRelevant, judgingMeasures, memberFactsOf, needsOf, presentFacts, uuidV7, type EntitlementQuestion, type FactValues, type Measure,
} from '#domain';
import { entitlementColumns, entitlementSelect, gapSelect, writeEntitlements, writeGaps, type EntitlementBasis } from '../../libs/eligibility/src/entitlements/entitlement.queries.js';
import { writeFacts } from '../../libs/eligibility/src/recalculation/compute.queries.js';
import { readMeasures } from '../../seeds/reference/seed-measures.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { householdCase } from '../support/eligibility-arbitraries.js';
import { insertCases, insertRows, inYear, type WrittenCase } from '../support/eligibility-rows.js';

const county = '150221';
const village = '150221100200';
const RUNS = 25;
const [year, running] = [2020, 2021];
const parameters = { poverty_line: 400_000 };
const catalogue: Measure[] = readMeasures();
const measures = judgingMeasures(catalogue.map((measure) => ({ ...measure, id: uuidV7() })));
const basis: EntitlementBasis = { year, running, measures, needs: needsOf(catalogue) };
const { ctes, select, values } = entitlementSelect(basis);
const fresh = `with ${ctes.join(', ')} ${select}`;
const places = [county, [village], [year], JSON.stringify([{ year, ...parameters }]), ...values];

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

/** One piece of recorded help: of the n-th person, or of the household. */
interface Help {
  readonly code: string;
  readonly person: number | null;
  readonly status: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly year: number;
  readonly paid: { readonly term: string; readonly on: string; readonly reversed: boolean } | null;
}
const codes = [...measures.map(({ code }) => code), 'IND-02', 'XXX-99'];
const help: fc.Arbitrary<Help> = fc.record({
  code: fc.oneof(fc.constantFrom(...codes), fc.constantFrom('EMP-01', 'EDU-06', 'HEA-06', 'HEA-10', 'HOU-01', 'FIN-01')),
  person: fc.constantFrom(null, 0, 1), status: fc.constantFrom('PLANNED', 'APPROVED', 'DELIVERED', 'DELIVERED', 'CLOSED', 'CANCELLED'),
  starts: fc.constantFrom(null, '2019-06-01', '2020-12-31', '2021-06-01', '2022-01-01'), ends: fc.constantFrom(null, '2019-12-31', '2020-01-01', '2021-12-31'),
  year: fc.constantFrom(2019, 2020, 2021, 2022),
  paid: fc.option(fc.record({ term: fc.constantFrom('once', '2019', '2020', '2021-12', '2022-01'), on: fc.constantFrom('2019-12-31', '2020-01-01', '2021-12-31', '2022-01-01'), reversed: fc.boolean() }), { nil: null }),
});
interface Helped {
  readonly written: WrittenCase;
  readonly memberIds: readonly string[];
  readonly help: readonly Help[];
}
const helped = fc.tuple(householdCase, fc.array(help, { maxLength: 5 })).map(([written, list]): Helped => ({
  written: { id: uuidV7(), villageCode: village, written }, memberIds: written.members.map(() => uuidV7()),
  help: list.map((one) => ({ ...one, person: one.person !== null && one.person < written.members.length ? one.person : null })).filter(({ starts, ends }) => !starts || !ends || starts <= ends).filter((one, i, all) => all.findIndex(({ code, person, year: of }) => code === one.code && person === one.person && of === one.year) === i),
}));
const batch = fc.array(helped, { minLength: 1, maxLength: 20 });

async function inTransaction<T>(cases: readonly Helped[], work: () => Promise<T>): Promise<T> {
  await client.query(`begin; set local search_path = public, app; set local app.scope = '${county}'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'`);
  try {
    await insertCases(client, cases.map(({ written }) => written), cases.map(({ memberIds }) => memberIds));
    await insertHelp(cases);
    await client.query(writeFacts('household'), [county, [village], [year, running]]);
    return await work();
  } finally {
    await client.query('rollback');
  }
}

async function insertHelp(cases: readonly Helped[]): Promise<void> {
  const assignments: Record<string, unknown>[] = [];
  const payments: Record<string, unknown>[] = [];
  for (const { written, memberIds, help: list } of cases) {
    for (const one of list) {
      const base = { county_code: county, village_code: village, household_id: written.id, member_id: memberOf(one, memberIds), measure_code: one.code };
      const assignment = { ...base, id: uuidV7(), year: one.year, status: one.status, starts_on: one.starts, ends_on: one.ends, evidence: [], version: 1, created_at: '2020-01-01', updated_at: '2020-01-01', planned_by: uuidV7() };
      assignments.push(assignment);
      if (!one.paid || payments.some((paid) => paid['measure_code'] === one.code && paid['term'] === one.paid?.term && (paid['member_id'] ?? paid['household_id']) === (base.member_id ?? base.household_id))) continue;
      const payment = { ...base, id: uuidV7(), assignment_id: assignment.id, term: one.paid.term, amount_fen: 100, paid_on: one.paid.on, channel: 'BANK', settlement: 'PAID', reason: null as string | null, reverses_id: null as string | null, reversed_by_id: null as string | null, booked_by: uuidV7(), booked_by_name: '张三', created_at: '2020-01-01' };
      payments.push(payment);
      if (one.paid.reversed) {
        const reversal = { ...payment, id: uuidV7(), amount_fen: -100, reverses_id: payment.id, settlement: null as unknown as string, reason: '错付' };
        payment.reversed_by_id = reversal.id;
        payments.push(reversal);
      }
    }
  }
  await insertRows(client, 'assignment', assignments);
  await insertRows(client, 'payment', payments);
}

function memberOf({ person }: Help, memberIds: readonly string[]): string | null {
  return person === null ? null : (memberIds[person] ?? null);
}

const touches = (from: string, to: string): boolean => from <= `${running}-12-31` && to >= `${year}-01-01`;
const within = (of: number): boolean => of >= year && of <= running;

/** What the specification is told about a case. */
function questionOf({ written, memberIds, help: list }: Helped): EntitlementQuestion {
  const present = inYear(written, year);
  const paid = new Set<string>();
  const receipts = list.flatMap((one) => {
    const memberId = memberOf(one, memberIds);
    const delivered = ['DELIVERED', 'CLOSED'].includes(one.status) && touches(one.starts ?? `${one.year}-01-01`, one.ends ?? `${one.year}-12-31`);
    const key = `${one.code} ${one.paid?.term ?? ''} ${memberId ?? ''}`;
    const first = one.paid !== null && !paid.has(key);
    if (first) paid.add(key);
    const kept = one.paid && first && !one.paid.reversed && within(Number((one.paid.term === 'once' ? one.paid.on : one.paid.term).slice(0, 4)));
    return delivered || kept ? [{ measureCode: one.code, memberId }] : [];
  });
  const members = present.members.map(({ member, memberYear }, i) => ({ id: memberIds[i]!, member, memberYear }))
    .filter(({ member }) => belongsInYear(member, year)).map(({ id, member, memberYear }) => ({ id, facts: memberFactsOf(member, memberYear, year) }));
  return { household: presentFacts(householdFactsOf(present), householdFactsOf(inYear(written, running))), members, receipts, measures, needs: basis.needs, parameters };
}

type Row = Record<(typeof entitlementColumns)[number], unknown> & { household_id: string; subject_id: string };

/** The rows that the specification expects, by subject. */
function expectedRows(one: Helped): Map<string, Record<string, string[]>> {
  const question = questionOf(one);
  const { items, unanswered } = entitlementsOf(question);
  const rows = new Map<string, Record<string, string[]>>();
  for (const memberId of [null, ...question.members.map(({ id }) => id)]) {
    const own = items.filter((item) => item.memberId === memberId);
    const pick = (which: (item: (typeof own)[number]) => boolean): string[] => own.filter(which).map(({ measure }) => measure.code);
    const row = {
      met: pick(({ verdict }) => verdict === 'met'), unproven: isRelevant(question.household) ? pick(({ verdict }) => verdict === 'unproven') : [],
      receiving: pick(({ receiving }) => receiving), lacking: pick(({ lacking }) => lacking), improper: pick(({ improper }) => improper),
      unanswered: memberId === null ? unanswered.map(({ code }) => code) : [],
    };
    if (Object.values(row).some((list) => list.length > 0)) rows.set(memberId ?? one.written.id, row);
  }
  return rows;
}

function agreesOn(sql: string) {
  return fc.asyncProperty(batch, async (cases) => {
    const { rows } = await inTransaction(cases, () => client.query<Row>(sql, places));
    const found = new Map(rows.map((row) => [row.subject_id, Object.fromEntries(['met', 'unproven', 'receiving', 'lacking', 'improper', 'unanswered'].map((name) => [name, row[name as 'met']]))]));
    const expected = new Map(cases.flatMap((one) => [...expectedRows(one)]));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });
}

describe('entitlements of random households', () => {
  it(`every measure is judged alike by the specification and by SQL, over ${RUNS} random villages`, () => fc.assert(agreesOn(fresh), { numRuns: RUNS }));

  it('the random households meet and do not meet every rule, and show every kind of gap', () => {
    const seen = new Set<string>();
    const note = (name: string, is: boolean) => void (is && seen.add(name));
    for (const one of fc.sample(helped, { numRuns: 3_000, seed: 3 })) {
      const { items, unanswered } = entitlementsOf(questionOf(one));
      for (const { measure, verdict, lacking, improper } of items) {
        note(`${measure.code} ${String(verdict)}`, true);
        note('lacking', lacking);
        note('improper', improper);
      }
      for (const { code } of unanswered) seen.add(code);
    }
    const wanted = measures.filter(({ eligibility }) => eligibility).flatMap(({ code }) => ['met', 'not_met', 'unproven'].map((verdict) => `${code} ${verdict}`));
    expect([...wanted, 'lacking', 'improper', 'labour', 'cause:01', 'cause:02', 'cause:03', 'cause:08', 'fact:housing_safe', 'fact:safe_water', 'fact:net_income_per_capita_fen'].filter((name) => !seen.has(name))).toEqual([]);
  });

  // Each fault was planted in the statement; the property must notice.
  it.each([
    ['the registration of the year of the facts counts', 'n.status', 'f.status'],
    ['an approved assignment counts as delivered', `('DELIVERED', 'CLOSED')`, `('APPROVED', 'DELIVERED', 'CLOSED')`],
    ['an assignment that ended before counts', '>= make_date($5', '>= make_date(-1 + $5'],
    ['a payment taken back counts', 'and p.reversed_by_id is null', ''],
    ['a payment for a later year counts', `else left(p.term, 4)::integer end between`, `else left(p.term, 4)::integer - 1 end between`],
    ['help of the household does not count for its persons', `coalesce(a.for_all, '{}')`, `'{}'::text[]`],
    ['what is received is lacking all the same', '<> all(j.receiving)', 'is not null'],
    ['who never was registered gets unproven answers', 'case when j.relevant then', 'case when true then'],
    ['a need is answered by the household alone', /and a\.n\d+ is not true/g, ''],
    ['a renovated house makes the renovation improper', /case when not j\.s(\d+)/g, 'case when not j.e$1'],
    ['the parameter of the line is not read', 'left join parameter_of_year p on p.year = f.year', 'left join parameter_of_year p on false'],
    ['an unknown answer counts as met', /case when j\.e(\d+) then/g, 'case when j.e$1 is not false then'],
  ])('notices when %s', async (_, right, wrong) => {
    expect(fresh).toMatch(right);
    const { errorInstance } = await fc.check(agreesOn(fresh.replaceAll(right, wrong)), { numRuns: 200, endOnFailure: true });
    expect(errorInstance).toMatchObject({ matcherResult: { name: 'toEqual', pass: false } });
  });
});

describe('what the recalculation keeps of entitlements', () => {
  const write = async () => ({
    entitlements: (await client.query<{ changed: number }>(writeEntitlements({ ctes, select, values }), places)).rows[0]!.changed,
    gaps: (await client.query<{ changed: number }>(writeGaps, [county, [village]])).rows[0]!.changed,
  });
  const cases = fc.sample(helped, { numRuns: 40, seed: 8 });

  it('writes every row once, nothing when nothing changed, and takes away what no longer holds', async () => {
    await inTransaction(cases, async () => {
      const first = await write();
      expect(first.entitlements).toBeGreaterThan(20);
      expect(first.gaps).toBeGreaterThan(10);
      expect(await write()).toEqual({ entitlements: 0, gaps: 0 });
      await client.query(`update assignment set status = 'CANCELLED'; update payment set reversed_by_id = id where reverses_id is null and reversed_by_id is null`);
      const later = await write();
      expect(later.entitlements).toBeGreaterThan(0);
      const { rows } = await client.query<FactValues>(`select * from (${gapSelect}) c except select g.county_code, g.household_id, g.subject_id, g.kind, g.code, g.village_code, g.year from entitlement_gap g`, [county, [village]]);
      expect(rows).toEqual([]);
      await client.query('update household_fact set status = $1', ['DEREGISTERED']);
      await client.query('update member set left_on = $1', ['2019-01-01']);
      await write();
      expect((await client.query(`select 1 from entitlement_gap where kind = 'LACKING'`)).rows).toEqual([]);
    });
  });
});
