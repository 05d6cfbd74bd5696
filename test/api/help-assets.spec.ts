import { randomUUID } from 'node:crypto';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { approvedAssignment, code, county, fine, helpCast, newProject, poorHousehold, SettableJudge, village, type HelpCast, type HelpRefusal } from '../support/help.js';
import { villages } from '../support/households.js';

interface AssetBody {
  id: string;
  status: string;
  version: number;
  division: string;
  operatorName: string | null;
  yields: { year: number; amountFen: number; distributedFen: number; version: number }[];
  events: { action: string; payload: Record<string, unknown> | null }[];
}
interface ProposalBody {
  items: { item: string; amountFen: number; sources: { kind: string; about: string | null }[] }[];
  pending: { amountFen: number }[];
  notIncome: { about: string }[];
}

let app: TestApp;
let cast: HelpCast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await helpCast(app);
  SettableJudge.into(app);
}, 60_000);
afterAll(() => app.close());

const enter = (more: Record<string, unknown> = {}) =>
  cast.officer.post<AssetBody & HelpRefusal>('/assets', { body: { division: village, code: code('A'), name: '村级光伏电站', ledger: 'OPERATING', valueFen: 50_000_000, acquiredOn: '2020-05-01', ownerKind: 'COLLECTIVE', ownerName: '嘎查集体', ...more } });
const act = (id: string, version: number, action: string) => cast.officer.post<AssetBody & HelpRefusal>(`/assets/${id}/actions`, { body: { action, version, reason: '测试' } });
const record = (id: string, year: number, body: Record<string, unknown>) => cast.officer.put<AssetBody & HelpRefusal>(`/assets/${id}/yields/${year}`, { body });
const distribute = (id: string, year: number, shares: Record<string, unknown>[]) => cast.officer.post<AssetBody & HelpRefusal>(`/assets/${id}/yields/${year}/distributions`, { body: { paidOn: '2026-06-01', shares } });
const setStatus = (id: string, status: string) =>
  adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; update household set status = '${status}' where id = '${id.slice(7)}'; commit`);

describe('the ledgers of assets', () => {
  it('keep every change of owner, operator and state, and what was disposed of is changed no more', async () => {
    const asset = fine(await enter());
    expect(fine(await cast.officer.patch<AssetBody>(`/assets/${asset.id}`, { body: { version: 1, operatorName: '某合作社', contractNo: 'H1', contractFrom: '2026-01-01', contractTo: '2028-12-31' } }))).toMatchObject({ version: 2, operatorName: '某合作社' });
    expect(fine(await cast.officer.patch<AssetBody>(`/assets/${asset.id}`, { body: { version: 2, contractNo: null, contractFrom: null, contractTo: null } }))).toMatchObject({ version: 3, operatorName: '某合作社', contractNo: null, contractFrom: null, contractTo: null });
    for (const body of [{ name: null }, { ownerKind: null }, { valueFen: null }]) expect((await cast.officer.patch(`/assets/${asset.id}`, { body: { version: 3, ...body } })).status).toBe(422);
    expect(await cast.officer.patch<HelpRefusal>(`/assets/${asset.id}`, { body: { version: 1, name: '旧' } })).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    fine(await act(asset.id, 3, 'idle'));
    expect(await act(asset.id, 4, 'idle')).toMatchObject({ status: 409, body: { code: 'help.wrong-action' } });
    const disposed = fine(await act(asset.id, 4, 'dispose'));
    expect([disposed.status, disposed.events.map((event) => event.action)]).toEqual(['DISPOSED', ['enter', 'edit', 'edit', 'idle', 'dispose']]);
    for (const response of [await act(asset.id, 5, 'use'), await record(asset.id, 2025, { amountFen: 1 }), await cast.officer.patch<HelpRefusal>(`/assets/${asset.id}`, { body: { version: 5, name: '改' } })]) expect(response).toMatchObject({ status: 409, body: { code: 'asset.disposed' } });
  });

  it('take a household into the household ledger and nowhere else, and come from accepted projects only', async () => {
    const household = await poorHousehold(app, cast.clerk);
    expect(await enter({ ledger: 'HOUSEHOLD' })).toMatchObject({ status: 422, body: { code: 'asset.household-ledger' } });
    expect(await enter({ householdId: household.id })).toMatchObject({ status: 422, body: { code: 'asset.household-ledger' } });
    expect((await enter({ ledger: 'HOUSEHOLD', ownerKind: 'HOUSEHOLD', householdId: household.id })).status).toBe(201);
    expect((await enter({ ledger: 'HOUSEHOLD', householdId: household.id, division: villages.baimiaozi })).status).toBe(404);
    const { id } = await newProject(cast.officer);
    expect(await enter({ projectId: id })).toMatchObject({ status: 409, body: { code: 'asset.project-not-accepted' } });
    const same = randomUUID();
    const taken = code('A');
    expect(fine(await enter({ id: same, code: taken })).id).toBe(fine(await enter({ id: same, code: taken })).id);
    expect(await enter({ code: taken })).toMatchObject({ status: 409, body: { code: 'asset.code-taken' } });
    expect((await cast.stranger.get(`/assets/150221-${same}`)).status).toBe(404);
    expect(fine(await cast.clerk.get<{ items: { ledger: string }[] }>('/assets?ledger=HOUSEHOLD')).items.map((row) => row.ledger)).toEqual(['HOUSEHOLD']);
  });

  it('distribute what was earned and not a fen more, to listed households, each once a year', async () => {
    const { id } = fine(await enter());
    const [a, b, c] = [await poorHousehold(app, cast.clerk), await poorHousehold(app, cast.clerk), await poorHousehold(app, cast.clerk, { status: 'CANDIDATE' })];
    expect(await distribute(id, 2025, [{ householdId: a.id, amountFen: 1 }])).toMatchObject({ status: 409, body: { code: 'asset.no-yield' } });
    fine(await record(id, 2025, { amountFen: 150_000 }));
    expect(await record(id, 2025, { amountFen: 1 })).toMatchObject({ status: 422, body: { code: 'version-required' } });
    expect(await distribute(id, 2025, [{ householdId: a.id, amountFen: 100_000 }, { householdId: b.id, amountFen: 50_001 }])).toMatchObject({ status: 409, body: { code: 'asset.above-yield' } });
    expect(fine(await distribute(id, 2025, [{ householdId: a.id, amountFen: 100_000 }])).yields[0]).toMatchObject({ amountFen: 150_000, distributedFen: 100_000 });
    expect((await distribute(id, 2025, [{ householdId: a.id, amountFen: 100_000 }])).status).toBe(201);
    expect(await distribute(id, 2025, [{ householdId: a.id, amountFen: 5 }])).toMatchObject({ status: 409, body: { code: 'asset.already-distributed' } });
    expect(await distribute(id, 2025, [{ householdId: c.id, amountFen: 5 }])).toMatchObject({ status: 409, body: { code: 'asset.not-listed' } });
    expect(await record(id, 2025, { amountFen: 99_999, version: 1 })).toMatchObject({ status: 409, body: { code: 'asset.below-distributed' } });
    fine(await record(id, 2025, { amountFen: 100_000, version: 1 }));
    expect(await distribute(id, 2025, [{ householdId: b.id, amountFen: 1 }])).toMatchObject({ status: 409, body: { code: 'asset.above-yield' } });
    expect(fine(await cast.officer.get<{ items: { householdId: string; amountFen: number }[] }>(`/assets/${id}/distributions`)).items).toMatchObject([{ householdId: a.id, amountFen: 100_000 }]);
  });

  it('never distribute more than was earned when two distribute at once', async () => {
    const { id } = fine(await enter());
    fine(await record(id, 2025, { amountFen: 100 }));
    const [a, b] = [await poorHousehold(app, cast.clerk), await poorHousehold(app, cast.clerk)];
    const answers = await Promise.all([distribute(id, 2025, [{ householdId: a.id, amountFen: 60 }]), distribute(id, 2025, [{ householdId: b.id, amountFen: 60 }])]);
    expect(answers.map((answer) => (answer.status === 201 ? 'done' : answer.body.code)).sort()).toEqual(['asset.above-yield', 'done']);
  });
});

describe('the income proposal', () => {
  it('fills items from what arrived in the year, with sources; shows what is pending or no income apart; writes nothing', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const pay = async (measureCode: string, amountFen: number, more: Record<string, unknown> = {}) => {
      const assignmentId = await approvedAssignment(cast, household, { measureCode });
      return fine(await cast.officer.post<{ id: string }>('/payments', { body: { assignmentId, amountFen, term: '2026', paidOn: '2026-11-20', channel: 'DIRECT', ...more } }));
    };
    await pay('SSN-01', 30_000);
    await pay('SSN-03', 4_000);
    const wrong = await pay('SSN-06', 900);
    fine(await cast.officer.post(`/payments/${wrong.id}/reversal`, { body: { reason: '重复' } }));
    await pay('HOU-01', 90_000);
    await pay('IND-09', 70_000, { channel: 'BANK' });
    const asset = fine(await enter());
    fine(await record(asset.id, 2025, { amountFen: 5_000 }));
    fine(await distribute(asset.id, 2025, [{ householdId: household.id, amountFen: 5_000 }]));
    const proposal = fine(await cast.clerk.get<ProposalBody>(`/households/${household.id}/years/2026/proposal`));
    expect(proposal.items.map((row) => [row.item, row.amountFen])).toEqual([['propertyAssetDividend', 5_000], ['transferMinimumAllowance', 30_000], ['transferTemporaryRelief', 4_000]]);
    expect(proposal.items[0]?.sources).toMatchObject([{ kind: 'distribution', about: '村级光伏电站' }]);
    expect(proposal.pending).toMatchObject([{ amountFen: 70_000 }]);
    expect(proposal.notIncome).toMatchObject([{ about: 'HOU-01' }]);
    expect(fine(await cast.clerk.get<unknown[]>(`/households/${household.id}/years`))).toEqual([]);
    expect(fine(await cast.clerk.get<ProposalBody>(`/households/${household.id}/years/2025/proposal`)).items).toEqual([]);
    expect((await cast.stranger.get(`/households/${household.id}/years/2026/proposal`)).status).toBe(404);
  });
});

describe('a household that moves to another village of its county', () => {
  it('takes its plans, assignments, payments, shares and assets along', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const assignmentId = await approvedAssignment(cast, household);
    const payment = fine(await cast.officer.post<{ id: string }>('/payments', { body: { assignmentId, amountFen: 10, term: 'once', paidOn: '2026-11-22' } }));
    const asset = fine(await enter({ ledger: 'HOUSEHOLD', householdId: household.id }));
    await setStatus(household.id, 'REGISTERED');
    const { version } = fine(await cast.officer.get<{ version: number }>(`/households/${household.id}`));
    fine(await cast.officer.post(`/households/${household.id}/events`, { body: { kind: 'move_village', occurredOn: '2026-11-22', version, toVillageCode: villages.baimiaozi, reason: '搬迁' } }), 'move');
    expect((await cast.clerk.get(`/payments/${payment.id}`)).status).toBe(404);
    const there = await app.as('village_clerk', villages.baimiaozi);
    for (const path of [`/payments/${payment.id}`, `/assignments/${assignmentId}`, `/assets/${asset.id}`]) expect([path, (await there.get(path)).status]).toEqual([path, 200]);
    expect(fine(await there.get<AssetBody>(`/assets/${asset.id}`)).division).toBe(villages.baimiaozi);
    expect(fine(await there.get<{ events: unknown[] }>(`/assignments/${assignmentId}`)).events).toHaveLength(2);
    expect(county).toBe('150221');
  });
});
