import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { readHousehold, registerHousehold, villages } from '../support/households.js';
import { actorOf, Importing, villagesOf } from '../support/imports/importing.js';
import { sampleCsv, samplePersons } from '../support/imports/sample.js';
import { eventually } from '../support/launcher.js';

interface Item { id: string; at: string; op: string; actor: string | null; role: string; source: string; sourceZh: string; reason: string | null; chain: string; seq: number | null; changes: { column: string; zh: string; before: unknown; after: unknown; afterText: string | null }[] }
interface Timeline { kind: string; kindZh: string; items: Item[]; nextCursor: string | null }
interface State { recordedAt: string; deleted: boolean; columns: { column: string; zh: string; value: unknown }[] }

let app: TestApp;
let clerk: TestClient;
let inspector: TestClient;
const county = '150221';

jest.setTimeout(120_000);
beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('village_clerk', villages.haizi);
  inspector = await app.as('inspector', '15');
});
afterAll(() => app.close());

const historyOf = async (kind: string, id: string, query = '') => {
  const answer = await inspector.get<Timeline>(`/records/${kind}/${id}/history${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
/** Once everything that was written is sealed; what older transactions of the server hold back takes a moment. */
const sealed = async (kind: string, id: string) => {
  const isSealed = async () => {
    await adminQuery(app.database, `select app.seal_audit('${county}')`);
    return (await historyOf(kind, id)).items.every((item) => item.seq !== null);
  };
  expect(await eventually(isSealed, 60_000)).toBe(true);
  return historyOf(kind, id);
};
const yearOf = async (household: string) => `${county}-${(await adminQuery<{ id: string }>(app.database, 'select id from household_year where household_id = $1 order by version desc limit 1', [household.slice(7)]))[0]?.id}`;

describe('the history of a record', () => {
  it('says who changed which column, from where and why, and that the chain is intact', async () => {
    const household = await registerHousehold(clerk, villages.haizi);
    await clerk.put(`/households/${household.id}/years/2022`, { body: { values: { wageOther: 100_00 } } });
    const first = await yearOf(household.id);
    await clerk.put(`/households/${household.id}/years/2022`, { body: { version: 1, reason: '漏填打工收入', values: { wageOther: 250_00 } } });
    const second = await yearOf(household.id);
    const old = await sealed('household_year', first);
    expect(old).toMatchObject({ kind: 'household_year', kindZh: '农户年度信息', nextCursor: null });
    expect(old.items.map(({ op, source, chain }) => [op, source, chain])).toEqual([['UPDATE', 'INTERFACE', 'INTACT'], ['INSERT', 'INTERFACE', 'INTACT']]);
    expect(old.items[0]?.changes.map(({ column, zh }) => [column, zh])).toEqual([['superseded_at', '被更正时间']]);
    expect(old.items[1]?.changes).toContainEqual(expect.objectContaining({ column: 'wage_other_fen', after: 10_000, afterText: '100元' }));
    const corrected = await sealed('household_year', second);
    expect(corrected.items[0]).toMatchObject({ op: 'INSERT', role: 'village_clerk', source: 'CORRECTION', sourceZh: '更正', reason: '漏填打工收入' });
  });

  it('names a file as the source of what a file brought', async () => {
    const importing = new Importing(app, actorOf('county_officer', county));
    await importing.import('名单.csv', sampleCsv('H-B', samplePersons(5, await villagesOf(app, county))));
    const [row] = await adminQuery<{ id: string }>(app.database, `select id from household where household_code like 'H%' limit 1`);
    const { items } = await sealed('household', `${county}-${row?.id}`);
    expect(items.map(({ op, source, sourceZh }) => [op, source, sourceZh])).toEqual([['INSERT', 'IMPORT', '表格导入']]);
  });

  it('shows masks where the record holds secrets, and never what was encrypted', async () => {
    const household = await registerHousehold(clerk, villages.haizi, { values: { phone: '13800001234' } });
    const timeline = await historyOf('household', household.id);
    expect(timeline.items[0]?.changes).toContainEqual(expect.objectContaining({ column: 'phone_masked', zh: '联系电话', after: '138****1234' }));
    expect(JSON.stringify(timeline)).not.toMatch(/13800001234|_enc|_bidx|v1:/);
  });

  it('marks the one row of the log that somebody altered behind the system, and no other', async () => {
    const household = await registerHousehold(clerk, villages.haizi, { values: { mainCause: '01' } });
    await clerk.patch(`/households/${household.id}`, { body: { version: 1, values: { mainCause: '02' } } });
    await clerk.patch(`/households/${household.id}`, { body: { version: 2, values: { mainCause: '08' } } });
    const before = await sealed('household', household.id);
    expect(before.items.map(({ chain }) => chain)).toEqual(['INTACT', 'INTACT', 'INTACT']);
    const middle = before.items[1]!;
    await adminQuery(app.database, `update audit_log set payload = replace(payload, '"main_cause": "02"', '"main_cause": "09"') where id = $1`, [middle.id]);
    const after = await historyOf('household', household.id);
    expect(after.items.map(({ chain }) => chain)).toEqual(['INTACT', 'BROKEN', 'INTACT']);
    await adminQuery(app.database, `update audit_log set payload = replace(payload, '"main_cause": "09"', '"main_cause": "02"') where id = $1`, [middle.id]);
    expect((await historyOf('household', household.id)).items.map(({ chain }) => chain)).toEqual(['INTACT', 'INTACT', 'INTACT']);
  });

  it('gives the record as it stood at every moment between its changes', async () => {
    const household = await registerHousehold(clerk, villages.haizi, { values: { mainCause: '01' } });
    const causes = ['02', '08'];
    const seen: [string, unknown][] = [];
    for (const [i, cause] of causes.entries()) {
      seen.push([new Date((await adminQuery<{ at: Date }>(app.database, 'select app.now() as at'))[0]!.at).toISOString(), (await readHousehold(clerk, household.id)).values['mainCause']]);
      await new Promise((resolve) => setTimeout(resolve, 10));
      await clerk.patch(`/households/${household.id}`, { body: { version: i + 1, values: { mainCause: cause } } });
    }
    for (const [at, cause] of seen) {
      const { body } = await inspector.get<State>(`/records/household/${household.id}/state?at=${at}`);
      expect(body.columns).toContainEqual(expect.objectContaining({ column: 'main_cause', zh: '主要致贫原因', value: cause }));
      expect(body.deleted).toBe(false);
    }
    expect((await inspector.get(`/records/household/${household.id}/state?at=2001-01-01T00:00:00Z`)).status).toBe(404);
    for (const at of ['gestern', '2023-02-30T00:00:00Z']) expect((await inspector.get(`/records/household/${household.id}/state?at=${at}`)).status).toBe(422);
  });

  it('pages backwards without repeat', async () => {
    const household = await registerHousehold(clerk, villages.haizi, { values: { mainCause: '01' } });
    for (const [i, cause] of ['02', '08', '09'].entries()) await clerk.patch(`/households/${household.id}`, { body: { version: i + 1, values: { mainCause: cause } } });
    const all = await historyOf('household', household.id);
    const first = await historyOf('household', household.id, '?limit=3');
    const rest = await historyOf('household', household.id, `?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
    expect(rest.nextCursor).toBeNull();
  });

  it('is out of sight beyond the territory, and for records that have none', async () => {
    const household = await registerHousehold(clerk, villages.haizi);
    const elsewhere = await app.as('inspector', '150402');
    for (const path of ['history', 'state?at=2030-01-01T00:00:00Z']) {
      expect((await elsewhere.get(`/records/household/${household.id}/${path}`)).status).toBe(404);
      expect((await (await app.as('system_admin', '15')).get(`/records/household/${household.id}/${path}`)).status).toBe(403);
    }
    for (const kind of ['app_user', 'sample_unit', 'question', 'constructor']) expect((await inspector.get(`/records/${kind}/${household.id}/history`)).status).toBe(404);
  });
});
