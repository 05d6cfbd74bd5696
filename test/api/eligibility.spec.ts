import type { Worker } from 'bullmq';
import { formatCaseId } from '#domain';
import { createWorker } from '../../libs/platform/src/queue/backend.js';
import { RecalculationJobs } from '../../libs/eligibility/src/recalculation/recalculation.jobs.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { plainCase } from '../support/eligibility-plain.js';
import { writeCases, type WrittenCase } from '../support/eligibility-rows.js';

const county = '150221';
const [village, other] = ['150221213200', '150221213201'] as const;
const otherCounty = '150222102200';

interface Verdicts {
  year: number;
  facts: Record<string, unknown>;
  verdicts: { ruleCode: string; verdict: string; explanation: { missing: { name: string }[]; decisive: number[] } }[];
  freshness: { asOf: string | null; pending: boolean; parked: { message: string } | null };
}

let app: TestApp;
let worker: Worker;
let officer: TestClient;
let region: TestClient;
let cases: WrittenCase[];
beforeAll(async () => {
  app = await startTestApp();
  worker = takeJobs();
  officer = await app.as('county_officer', county);
  region = await app.as('region_officer', '15');
  cases = [plainCase(village), plainCase(village, { income: 700_000 }), plainCase(other, { status: 'EXITED_ENTITLED' }), plainCase(otherCounty)];
  await writeCases(app.database, cases);
  // Written past the application, so nothing woke the queue: the sweep finds the work.
  await app.app.get(RecalculationJobs).sweep();
  await computed(cases[0]!);
  await computed(cases[3]!);
}, 120_000);
afterAll(async () => {
  await worker.close();
  await app.close();
});

/** Takes the jobs of eligibility alone, on the same queue as the worker process. */
function takeJobs(): Worker {
  const jobs = app.app.get(RecalculationJobs);
  const taking = createWorker(app.env, (job) => (job.name === 'eligibility.recalculate' ? jobs.recalculate(job.data as { countyCode: string }) : Promise.resolve(null)), 2);
  taking.on('error', () => undefined);
  void taking.run();
  return taking;
}

const idOf = ({ id, villageCode }: WrittenCase) => formatCaseId(villageCode.slice(0, 6), id);
const verdictOf = async (client: TestClient, written: WrittenCase) => (await client.get<Verdicts>(`/verdicts/households/${idOf(written)}?year=2020`)).body;

/** Waits until the recalculation of what was written has been committed. */
async function computed(written: WrittenCase): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const [row] = await adminQuery<{ left: number; done: number }>(app.database,
      `select (select count(*)::int from dirty_village where county_code = $1) as left, (select count(*)::int from household_fact where household_id = $2) as done`,
      [written.villageCode.slice(0, 6), written.id]);
    if (row?.left === 0 && row.done > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the recalculation did not come');
}

describe('verdicts of households', () => {
  it('a household above the line with everything in order may exit, and the answer says why', async () => {
    const body = await verdictOf(officer, cases[0]!);
    expect(body.facts).toMatchObject({ net_income_per_capita_fen: 750_000, basic_medical_ok: true, status: 'REGISTERED' });
    expect(body.verdicts.find(({ ruleCode }) => ruleCode === 'household.exit')).toMatchObject({ verdict: 'met' });
    expect(body.freshness).toMatchObject({ pending: false, parked: null });
    expect(JSON.stringify(body.verdicts)).toContain('人均纯收入');
  });

  it('a household below the line may not', async () => {
    const exit = (await verdictOf(officer, cases[1]!)).verdicts.find(({ ruleCode }) => ruleCode === 'household.exit');
    expect(exit).toMatchObject({ verdict: 'not_met', explanation: { decisive: [0] } });
  });

  it('a change through the application is visible soon after its commit', async () => {
    const started = performance.now();
    await app.db.run({ actor: { ...systemActorOf(county) } }, () =>
      app.db.query(`update household_year set wage_income_fen = 900000 where county_code = $1 and household_id = $2 and year = 2020 and superseded_at is null`, [county, cases[1]!.id]));
    let verdict = 'not_met';
    while (verdict === 'not_met' && performance.now() - started < 30_000) {
      verdict = (await verdictOf(officer, cases[1]!)).verdicts.find(({ ruleCode }) => ruleCode === 'household.exit')?.verdict ?? 'none';
    }
    expect(verdict).toBe('met');
    process.stdout.write(`visible ${Math.round(performance.now() - started)} ms after the commit\n`);
  });

  it('answers 404 alike for a household of another county and for one that does not exist', async () => {
    const foreign = await officer.get<{ code: string }>(`/verdicts/households/${idOf(cases[3]!)}`);
    const missing = await officer.get<{ code: string }>(`/verdicts/households/${county}-0190a000-0000-7000-8000-000000000000`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not-found']);
    expect([missing.status, missing.body.code]).toEqual([404, 'not-found']);
  });

  it('a role without the verb is refused', async () => {
    expect((await (await app.as('system_admin', '15')).get(`/verdicts/households/${idOf(cases[0]!)}`)).status).toBe(403);
  });
});

describe('villages and counties', () => {
  it('a village is unproven until its population and services are recorded, and says what is missing', async () => {
    const { body } = await officer.get<Verdicts>(`/villages/${village}/verdict?year=2020`);
    expect(body.facts).toMatchObject({ poor_households: 2, poor_persons: 4, rural_resident_population: null });
    expect(body.verdicts[0]).toMatchObject({ ruleCode: 'village.exit', verdict: 'unproven' });
    expect(body.verdicts[0]!.explanation.missing.map(({ name }) => name)).toContain('hardened_road');
  });

  it('the record of a village makes it provable; a correction needs the version that was read and a reason', async () => {
    const clerk = await app.as('village_clerk', village);
    const values = { ruralResidentPopulation: 1_000, hardenedRoad: true, productionPower: true, safeWaterCovered: true, clinic: true, cultureRoom: true, broadcasting: true };
    expect((await clerk.put(`/village-years/${village}/2020`, { body: { ...values, version: 0 } })).status).toBe(200);
    expect((await clerk.put<{ code: string }>(`/village-years/${village}/2020`, { body: { clinic: false, version: 0 } })).body.code).toBe('stale-version');
    expect((await clerk.put<{ code: string }>(`/village-years/${village}/2020`, { body: { clinic: true, version: 1 } })).body.code).toBe('reason-required');
    const corrected = await clerk.put<{ version: number; values: Record<string, unknown> }>(`/village-years/${village}/2020`, { body: { villageType: '01', version: 1, reason: '补录村属性' } });
    expect(corrected.body).toMatchObject({ version: 2, values: { villageType: '01', ruralResidentPopulation: 1_000 } });
    expect((await clerk.get<unknown[]>(`/village-years/${village}/2020`)).body).toHaveLength(2);
    expect((await clerk.put(`/village-years/${other}/2020`, { body: { clinic: true } })).status).toBe(404);
    await computed(cases[0]!);
    const { body } = await clerk.get<Verdicts & { poorVillage: boolean }>(`/villages/${village}/verdict?year=2020`);
    expect(body).toMatchObject({ poorVillage: true, facts: { rural_resident_population: 1_000 } });
    expect(body.verdicts[0]).toMatchObject({ verdict: 'met' });
  });

  it('every number of a village opens to the households behind it, page by page', async () => {
    const first = await officer.get<{ items: { householdId: string; memberCount: number }[]; nextCursor: string }>(`/villages/${village}/rows?fact=poor_persons&year=2020&limit=1`);
    const second = await officer.get<{ items: { householdId: string; memberCount: number }[]; nextCursor: null }>(`/villages/${village}/rows?fact=poor_persons&year=2020&limit=1&cursor=${first.body.nextCursor}`);
    const rows = [...first.body.items, ...second.body.items];
    expect(rows.map(({ householdId }) => householdId).sort()).toEqual([idOf(cases[0]!), idOf(cases[1]!)].sort());
    expect(rows.reduce((sum, { memberCount }) => sum + memberCount, 0)).toBe(4);
    expect(second.body.nextCursor).toBeNull();
    expect((await officer.get<{ code: string }>(`/villages/${village}/rows?fact=collective_income_fen`)).body.code).toBe('fact.unknown');
  });

  it('lists the villages of a division with incidence and verdict', async () => {
    const page = await officer.get<{ year: number; items: { code: string; name: string; verdict: string; incidenceBasisPoints: number | null }[]; nextCursor: string }>(`/villages?year=2020&limit=200`);
    expect(page.body.items.find(({ code }) => code === village)).toMatchObject({ verdict: 'met', incidenceBasisPoints: 40 });
    expect(page.body.items.every(({ code }) => code.startsWith(county))).toBe(true);
    const met = await region.get<{ items: { code: string }[] }>(`/villages?division=15&year=2020&verdict=met`);
    expect(met.body.items.map(({ code }) => code)).toEqual([village]);
    expect((await officer.get(`/villages?division=150222`)).status).toBe(404);
  });

  it('a county needs its population, three assessments and every village decided', async () => {
    const league = await app.as('prefecture_officer', '1502');
    const assess = (kind: string, sampled: number, found: number) =>
      league.post<{ code?: string }>(`/counties/${county}/assessments`, { body: { year: 2020, kind, sampled, found, assessedOn: '2020-12-20', assessor: '第三方评估机构' } });
    expect((await assess('MISSED', 10, 11)).body.code).toBe('assessment.found-exceeds');
    for (const [kind, sampled, found] of [['MISSED', 1000, 1], ['WRONG_EXIT', 1000, 2], ['APPROVAL', 1000, 950]] as const) expect((await assess(kind, sampled, found)).status).toBe(201);
    expect((await officer.post(`/counties/${county}/assessments`, { body: { year: 2020, kind: 'MISSED', sampled: 1, found: 0, assessedOn: '2020-12-20', assessor: 'x' } })).status).toBe(403);
    expect((await officer.put(`/county-years/${county}/2020`, { body: { ruralResidentPopulation: 100_000 } })).status).toBe(200);
    await computed(cases[0]!);
    const { body } = await league.get<Verdicts>(`/counties/${county}/verdict?year=2020`);
    expect(body.facts).toMatchObject({ poor_persons: 4, rural_resident_population: 100_000, approval_yes: 950, missed_found: 1 });
    // The poor village has a met verdict but no decision yet.
    expect(body.verdicts[0]).toMatchObject({ ruleCode: 'county.exit', verdict: 'not_met' });
    expect(Number(body.facts['villages_total']) - Number(body.facts['villages_decided'])).toBe(1);
  });

  it('reports the stock by league and county', async () => {
    const { body } = await region.get<{ year: number; total: { poorPersons: number }; counties: { code: string; poorHouseholds: number; registeredHouseholds: number }[] }>('/reports/stock?year=2020');
    expect(body.counties.find(({ code }) => code === county)).toMatchObject({ poorHouseholds: 2, registeredHouseholds: 3 });
    expect(body.total.poorPersons).toBe(6);
  });
});

describe('comparisons with other departments', () => {
  it('are recorded per household and year and prove or disprove that it must not be registered', async () => {
    const before = (await verdictOf(officer, cases[0]!)).verdicts.find(({ ruleCode }) => ruleCode === 'household.ineligible');
    expect(before?.verdict).toBe('unproven');
    const clean = { hasPublicPayrollMember: false, hasVillageCadre: false, ownsCar: false, ownsCommercialProperty: false, ownsRegisteredFirm: false };
    expect((await officer.put(`/household-comparisons/${idOf(cases[0]!)}/2020`, { body: clean })).status).toBe(200);
    await computed(cases[0]!);
    expect((await verdictOf(officer, cases[0]!)).verdicts.find(({ ruleCode }) => ruleCode === 'household.ineligible')?.verdict).toBe('not_met');
  });
});

describe('runs', () => {
  it('a division is computed anew on request, each county by a job of its own', async () => {
    const answer = await region.post<{ counties: string[] }>('/runs', { body: {} });
    expect([answer.status, answer.body.counties]).toEqual([202, [county, otherCounty.slice(0, 6)]]);
    await computed(cases[0]!);
    await computed(cases[3]!);
    const runs = await officer.get<{ items: { kind: string; countyCode: string; factsChanged: number }[] }>('/runs?kind=WHOLE');
    expect(runs.body.items[0]).toMatchObject({ kind: 'WHOLE', countyCode: county, factsChanged: 0 });
    expect((await officer.post('/runs', { body: { division: '150222' } })).status).toBe(404);
    expect((await (await app.as('village_clerk', village)).post('/runs', { body: {} })).status).toBe(403);
  });

  it('the proof of the night finds no difference', async () => {
    expect(await app.app.get(RecalculationJobs).prove({}, () => Promise.resolve())).toBe(0);
    const runs = await region.get<{ items: { differences: number }[] }>('/runs?kind=PROOF');
    expect(runs.body.items.map(({ differences }) => differences)).toEqual([0, 0]);
  });
});

describe('a household that was written a moment ago', () => {
  it('is there, but not computed yet', async () => {
    const fresh = plainCase('150223100200');
    await writeCases(app.database, [fresh]);
    const answer = await region.get<{ code: string }>(`/verdicts/households/${idOf(fresh)}?year=2020`);
    expect([answer.status, answer.body.code]).toEqual([404, 'verdict.not-computed']);
  });
});

function systemActorOf(division: string) {
  return { userId: '00000000-0000-7000-8000-000000000001', name: '系统', role: 'system' as const, division, scope: division, grantId: null, sessionId: null };
}
