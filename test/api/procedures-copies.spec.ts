import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { act, county, did, exitAt, householdWithYear, newCast, setStatus, township, village, type Cast, type CaseBody } from '../support/procedures.js';

interface CopyItem extends CaseBody {
  copy: { by: string; byPack: boolean; unread: boolean } | null;
}
interface CopiesBody extends CaseBody {
  packVersion: number;
  events: { seq: number; action: string; step: string }[];
  copies: { name: string | null; role: string; division: string; by: string; byPack: boolean; step: string; event: number | null; unread: boolean }[];
}

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await newCast(app);
});
afterAll(() => app.close());

const box = async (client: TestClient, more = '') => (await client.get<{ items: CopyItem[]; nextCursor: string | null }>(`/cases?box=copied${more}`)).body;
async function atTownship(): Promise<string> {
  const household = await householdWithYear(cast.clerk, { income: 'safe' });
  await setStatus(app, household, 'REGISTERED');
  return (await exitAt(app, cast, { household, to: 'TOWNSHIP_REVIEW' })).id;
}
const idOf = (client: TestClient): string => client.user?.userId ?? '';

describe('copies of a case', () => {
  it('go with an action to a person and to an office, stand in their box until opened, and are recorded', async () => {
    const id = await atTownship();
    const reader = await app.as('county_officer', county);
    const inspector = await app.as('inspector', '15');
    const found = (await cast.township.get<{ userId: string; role: string; division: string }[]>(`/cases/${id}/readers`)).body;
    const readerId = idOf(reader);
    expect(found).toEqual(expect.arrayContaining([expect.objectContaining({ userId: readerId, role: 'county_officer', division: county })]));
    expect(found.every(({ division }) => village.startsWith(division))).toBe(true);

    await did(cast.township, id, 'agree', { opinion: '同意', copyTo: [{ role: 'county_officer', division: county, userId: readerId }, { role: 'inspector', division: '15' }] });
    for (const client of [reader, inspector]) expect((await box(client)).items).toEqual([expect.objectContaining({ id, copy: expect.objectContaining({ unread: true }) })]);
    expect((await box(cast.officer)).items).toEqual([]);
    expect((await box(cast.township)).items).toEqual([]);

    expect((await reader.post(`/cases/${id}/copies/read`)).status).toBe(204);
    expect((await box(reader)).items[0]?.copy).toMatchObject({ unread: false });
    expect((await box(inspector)).items[0]?.copy).toMatchObject({ unread: true });
    const detail = (await inspector.get<{ copies: { name: string | null; role: string; unread: boolean }[] }>(`/cases/${id}`)).body;
    expect(detail.copies).toEqual([expect.objectContaining({ role: 'county_officer', unread: false }), expect.objectContaining({ name: null, role: 'inspector', unread: true })]);
    const written = await adminQuery<{ op: string }>(app.database, `select a.op from audit_log a where a.table_name = 'case_copy' order by a.id`);
    expect(written.map(({ op }) => op)).toEqual(['INSERT', 'INSERT', 'UPDATE']);
  });

  it('go to nobody who may not read the case, and then nothing of the action is done', async () => {
    const id = await atTownship();
    const elsewhere = await app.as('county_officer', '150125');
    const admin = await app.as('system_admin', '15');
    const unfit = [
      { role: 'county_officer', division: '150125', userId: idOf(elsewhere) }, { role: 'system_admin', division: '15', userId: idOf(admin) },
      { role: 'prefecture_officer', division: village.slice(0, 4) }, { role: 'county_officer', division: county, userId: idOf(elsewhere) },
    ];
    for (const recipient of unfit) {
      expect(await act(cast.township, id, 'agree', { opinion: '同意', copyTo: [recipient] })).toMatchObject({ status: 422, body: { code: 'case.copy-unfit' } });
    }
    expect((await cast.township.get<CaseBody>(`/cases/${id}`)).body).toMatchObject({ currentStep: 'TOWNSHIP_REVIEW' });
    expect((await elsewhere.post(`/cases/${id}/copies/read`)).status).toBe(404);
    expect((await elsewhere.get(`/cases/${id}/readers`)).status).toBe(404);
  });

  it('show a case once, at its newest copy, and open again with it', async () => {
    const id = await atTownship();
    const reader = await app.as('township_officer', township);
    const copyTo = [{ role: 'township_officer', division: township, userId: idOf(reader) }];
    await did(cast.township, id, 'return', { toStep: 'VERIFICATION', fields: ['step:VERIFICATION'], opinion: '补签字', copyTo });
    await reader.post(`/cases/${id}/copies/read`);
    expect((await box(reader)).items).toMatchObject([{ id, copy: { unread: false } }]);
    await did(cast.member, id, 'agree', { direct: true, copyTo });
    const second = await atTownship();
    await did(cast.township, second, 'agree', { opinion: '同意', copyTo });
      expect((await box(reader)).items).toMatchObject([{ id: second, copy: { unread: true } }, { id, copy: { unread: true } }]);
    const first = await box(reader, '&limit=1');
    expect(first.items).toMatchObject([{ id: second }]);
    expect((await box(reader, `&limit=1&cursor=${first.nextCursor}`)).items).toMatchObject([{ id }]);
  });
});

describe('copies by the procedure', () => {
  const steps = { TOWNSHIP_REVIEW: [{ role: 'county_officer', level: 'county' }, { role: 'inspector', level: 'prefecture' }], VERIFICATION: [{ role: 'township_officer', level: 'township' }] };
  let early: string;
  beforeAll(async () => {
    early = await atTownship();
    const region = await app.as('region_officer', '15');
    const packs = (await region.get<{ code: string; content: { steps: { code: string }[] } }[]>('/packs')).body;
    const content = packs.find(({ code }) => code === 'household_exit')?.content ?? { steps: [] };
    const publish = (copies: Record<string, unknown>) => region.post<{ version: number }>('/packs/household_exit/versions', {
      body: { content: { ...content, validFrom: '2020-01-01', steps: content.steps.map((step) => ({ ...step, ...(copies[step.code] ? { copies: copies[step.code] } : {}) })) } },
    });
    expect(await publish({ TOWNSHIP_REVIEW: [{ role: 'system_admin', level: 'region' }] })).toMatchObject({ status: 422, body: { code: 'pack.invalid', params: { faults: [{ message: { zh: expect.stringContaining('不能抄送') } }] } } });
    expect(await publish(steps)).toMatchObject({ status: 201, body: { version: 2 } });
  });
  const detail = async (client: TestClient, id: string) => (await client.get<CopiesBody>(`/cases/${id}`)).body;
  const copied = async (client: TestClient, id: string) => (await box(client)).items.filter((item) => item.id === id);

  it('go to the offices that a step names when the case leaves it, and stand in their box and with the entry of the log', async () => {
    const id = await atTownship();
    const inspector = await app.as('inspector', village.slice(0, 4));
    const before = await detail(cast.approver, id);
    expect(before.copies).toEqual([expect.objectContaining({ role: 'township_officer', division: township, byPack: true, step: 'VERIFICATION' })]);
    expect(await copied(inspector, id)).toEqual([]);

    await did(cast.township, id, 'agree', { opinion: '同意' });
    expect(await copied(inspector, id)).toMatchObject([{ copy: { byPack: true, unread: true } }]);
    expect(await copied(cast.officer, id)).toMatchObject([{ copy: { byPack: true, unread: true } }]);
    expect(await copied(await app.as('inspector', '1501'), id)).toEqual([]);
    const { copies, events } = await detail(inspector, id);
    const agreed = events.find(({ action, step }) => action === 'agree' && step === 'TOWNSHIP_REVIEW');
    expect(copies.filter(({ step }) => step === 'TOWNSHIP_REVIEW')).toEqual([
      expect.objectContaining({ name: null, role: 'county_officer', division: county, byPack: true, event: agreed?.seq, unread: false }),
      expect.objectContaining({ name: null, role: 'inspector', division: village.slice(0, 4), byPack: true, event: agreed?.seq, unread: true }),
    ]);
    expect((await inspector.post(`/cases/${id}/copies/read`)).status).toBe(204);
    expect(await copied(inspector, id)).toMatchObject([{ copy: { unread: false } }]);
  });

  it('reach each office once, also when somebody chooses it by hand, and again with the next entry', async () => {
    const id = await atTownship();
    const office = { role: 'county_officer', division: county };
    await did(cast.township, id, 'return', { toStep: 'VERIFICATION', fields: ['step:VERIFICATION'], opinion: '补签字', copyTo: [office, office] });
    const ofCounty = async () => (await detail(cast.township, id)).copies.filter(({ role }) => role === 'county_officer');
    expect(await ofCounty()).toEqual([expect.objectContaining({ byPack: true, step: 'TOWNSHIP_REVIEW' })]);
    await did(cast.member, id, 'agree', { direct: true });
    await did(cast.township, id, 'agree', { opinion: '同意' });
    expect((await ofCounty()).map(({ event }) => event)).toEqual([expect.any(Number), expect.any(Number)]);
    expect(new Set((await ofCounty()).map(({ event }) => event)).size).toBe(2);
    expect((await copied(cast.officer, id)).length).toBe(1);
  });

  it('are not sent when the action is refused, nor by a case that began under the version before', async () => {
    const id = await atTownship();
    const sent = (await detail(cast.township, id)).copies.length;
    expect(await act(cast.township, id, 'return', { toStep: 'VERIFICATION', opinion: '补签字' })).toMatchObject({ status: 422 });
    expect(await act(cast.township, id, 'agree', { opinion: '同意', copyTo: [{ role: 'system_admin', division: '15' }] })).toMatchObject({ status: 422 });
    expect((await detail(cast.township, id)).copies.length).toBe(sent);
    await did(cast.township, early, 'agree', { opinion: '同意' });
    expect(await detail(cast.township, early)).toMatchObject({ packVersion: 1, copies: [] });
  });
});
