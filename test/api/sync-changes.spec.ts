import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import pg from 'pg';
import { entitlementsInPack, isRelevant, subjectInPack, uuidV7, verdictsInPack, type HelpPack } from '#domain';
import { RecalculationService } from '#eligibility';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { factYears, householdCase } from '../support/eligibility-arbitraries.js';
import { writeCases, type WrittenCase } from '../support/eligibility-rows.js';
import { person, registerHousehold, syntheticId, villages } from '../support/households.js';
import { clientTransport, SimulatedDevice } from '../support/sync/device.js';

type Judged = Record<'met' | 'unproven' | 'receiving' | 'lacking' | 'improper' | 'unanswered', string[]>;
interface Pack extends HelpPack {
  cursor: string;
  resync?: string;
  rows: HelpPack['rows'] & { entitlements: (Judged & { householdId: string; subjectId: string; year: number })[] | null; verdicts: { householdId: string; year: number; rule: string; verdict: string }[] | null; gone: { id: string }[] } & Record<string, Record<string, unknown>[]>;
}

const village = villages.haizi;
const asSystem = "begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'";

describe('what a device holds of its village', () => {
  let t: TestApp;
  let team: TestClient;
  let clerk: TestClient;
  let device: SimulatedDevice;
  const cases = fc.sample(householdCase, { numRuns: 60, seed: 11 }).map((written): WrittenCase => ({ id: uuidV7(), villageCode: village, written }));
  beforeAll(async () => {
    t = await startTestApp();
    // The households of the specification were recorded for 2019 to 2021.
    await adminQuery(t.database, "update installation set clock_offset = (make_date(2021, 12, 1) - current_date) * interval '1 day'");
    await writeCases(t.database, cases);
    // Every third household gets help that is delivered, so that receiving and lacking both occur.
    await adminQuery(t.database, `set session_replication_role = replica; insert into assignment (county_code, id, village_code, household_id, measure_code, year, status, planned_by)
      select h.county_code, app.uuid_v7(), h.village_code, h.id, m.code, 2021, case when row_number() over (order by h.id, m.code) % 2 = 0 then 'DELIVERED' else 'PLANNED' end, gen_random_uuid()
      from household h cross join (select distinct v.code from measure_version v where v.level = 'household') m where abs(hashtext(h.id::text)) % 3 = 0`);
    await t.app.get(RecalculationService).recalculateCounty('150221', { cause: 'test' });
    team = await t.as('team_member', village);
    clerk = await t.as('village_clerk', village);
    device = new SimulatedDevice(clientTransport(team));
    await device.register();
  });
  afterAll(() => t.close());

  const snapshot = (headers: Record<string, string> = {}) => team.get<Pack>(`/sync/snapshot?device=${device.id}&village=${village}`, { headers });
  const changes = async (cursor: string) => (await team.get<Pack>(`/sync/changes?device=${device.id}&village=${village}&cursor=${cursor}`)).body;

  it('the phone gives every household of every year the verdicts that the server stored', async () => {
    const { body: pack } = await snapshot();
    expect(pack.rows.households).toHaveLength(cases.length);
    const stored = Object.fromEntries((pack.rows.verdicts ?? []).map((row) => [`${row.householdId} ${row.year} ${row.rule}`, row.verdict]));
    const computed = Object.fromEntries(cases.flatMap(({ id }) => factYears.flatMap((year) => Object.entries(verdictsInPack(pack, id, year)).map(([rule, verdict]) => [`${id} ${year} ${rule}`, verdict]))));
    const inYears = Object.fromEntries(Object.entries(stored).filter(([key]) => factYears.some((year) => key.includes(` ${year} `))));
    console.log(`${Object.keys(computed).length} verdicts computed from the pack, ${Object.keys(inYears).length} stored by the server`);
    expect(computed).toEqual(inYears);
    expect(new Set(Object.values(computed))).toEqual(new Set(['met', 'not_met', 'unproven']));
  });

  it('the phone finds the same help due, received, lacking and wrongly received for every household and person', async () => {
    const { body: pack } = await snapshot();
    const stored = new Map((pack.rows.entitlements ?? []).map(({ householdId: _, subjectId, year: __, ...row }) => [subjectId, row]));
    const newest = Math.max(...(pack.rows.entitlements ?? []).map((row) => row.year));
    const computed = new Map<string, Judged>();
    for (const { id } of cases) {
      const found = entitlementsInPack(pack, id, { newest, running: 2021 });
      if (!found) continue;
      const relevant = isRelevant(subjectInPack(pack, id, 2021)?.facts ?? {});
      const own = (memberId: string | null): Judged => {
        const items = found.items.filter((item) => item.memberId === memberId);
        const pick = (which: (item: (typeof items)[number]) => boolean) => items.filter(which).map(({ measure }) => measure.code);
        return {
          met: pick(({ verdict }) => verdict === 'met'), unproven: relevant ? pick(({ verdict }) => verdict === 'unproven') : [], receiving: pick(({ receiving }) => receiving),
          lacking: pick(({ lacking }) => lacking), improper: pick(({ improper }) => improper), unanswered: memberId === null ? found.unanswered.map(({ code }) => code) : [],
        };
      };
      for (const memberId of new Set(found.items.map((item) => item.memberId))) {
        const row = own(memberId);
        if (Object.values(row).some((codes) => codes.length > 0)) computed.set(memberId ?? id, row);
      }
    }
    const kinds = [...stored.values()].reduce((sum, row) => ({ lacking: sum.lacking + row.lacking.length, receiving: sum.receiving + row.receiving.length, improper: sum.improper + row.improper.length }), { lacking: 0, receiving: 0, improper: 0 });
    console.log(`help of ${computed.size} households and persons computed from the pack, ${stored.size} stored by the server: ${JSON.stringify(kinds)}`);
    expect(Object.fromEntries(computed)).toEqual(Object.fromEntries(stored));
    expect(Math.min(kinds.lacking, kinds.receiving)).toBeGreaterThan(0);
  });

  it('a wrong rule on the phone would be noticed', async () => {
    const { body: pack } = await snapshot();
    const wrong = { ...pack, reference: { ...pack.reference, parameters: {} } };
    const differ = cases.filter(({ id }) => JSON.stringify(verdictsInPack(pack, id, 2020)) !== JSON.stringify(verdictsInPack(wrong, id, 2020)));
    expect(differ.length).toBeGreaterThan(0);
  });

  it('is read once per sending on record, compressed where the client takes it, and not sent twice when nothing changed', async () => {
    const plain = await snapshot();
    const packed = await snapshot({ 'accept-encoding': 'gzip' }).catch((error: unknown) => error);
    expect(packed).toBeInstanceOf(Error); // compressed bytes are no JSON
    const raw = await t.app.inject({ method: 'GET', url: `/api/v1/sync/snapshot?device=${device.id}&village=${village}`, headers: { cookie: team.user!.cookie, 'accept-encoding': 'gzip' } });
    expect(Object.keys(JSON.parse(gunzipSync(raw.rawPayload).toString()) as object)).toContain('rows');
    expect((await snapshot({ 'if-none-match': String(plain.headers['etag']) })).status).toBe(304);
    expect(await adminQuery(t.database, "select 1 from audit_log where op = 'READ' and table_name = 'sync.snapshot' and actor_id = $1 limit 1", [team.user?.userId])).toHaveLength(1);
  });

  it('carries no clear number, and nothing of another village', async () => {
    const idNo = syntheticId('1975-03-04');
    await registerHousehold(clerk, village, { members: [person('包清', '01', { idNo, phone: '13800009999' })], values: { bankAccountNo: '6222000011112222', phone: '13800008888' } });
    await registerHousehold(await t.as('village_clerk', villages.baimiaozi), villages.baimiaozi, { members: [person('邻村人', '01')] });
    const text = (await snapshot()).raw.toString();
    expect([idNo, '13800009999', '13800008888', '6222000011112222', '邻村人'].filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).toContain('包清');
    expect((await team.get(`/sync/snapshot?device=${device.id}&village=${villages.baimiaozi}`)).status).toBe(404);
    const stranger = await t.as('team_member', village);
    expect((await stranger.get(`/sync/snapshot?device=${device.id}&village=${village}`)).body).toMatchObject({ code: 'sync.device-unknown' });
  });

  /** Reads on until nothing comes: other tests write to the same server, and what an older transaction may touch is sent again. */
  const readToTheEnd = async (from: string): Promise<string> => {
    for (let cursor = from, round = 0; ; round += 1) {
      const { rows, ...read } = await changes(cursor);
      if (!Object.values(rows).some((list) => Array.isArray(list) && list.length > 0)) return read.cursor;
      if (round === 200) throw new Error('the changes do not come to an end');
      cursor = read.cursor;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('changes are what was written since, and nothing when nothing was', async () => {
    const start = await readToTheEnd((await snapshot()).body.cursor);
    const household = await registerHousehold(clerk, village);
    const first = await changes(start);
    expect(first.rows.households.map((row) => `150221-${String(row['id'])}`)).toEqual([household.id]);
    expect(first.rows.members).toHaveLength(1);
    expect([first.rows.verdicts ?? null, first.reference]).toEqual([null, null]);
    const second = await readToTheEnd(first.cursor);
    await t.app.get(RecalculationService).recalculateCounty('150221', { cause: 'test' });
    const third = await changes(second);
    expect(third.rows.verdicts?.some((row) => `150221-${row.householdId}` === household.id)).toBe(true);
  });

  it('a row whose transaction was still open when the changes were read comes with a later reading', async () => {
    const start = await readToTheEnd((await snapshot()).body.cursor);
    const slow = new pg.Client(t.database.ownerUrl);
    await slow.connect();
    try {
      const id = uuidV7();
      await slow.query(asSystem);
      await slow.query(`insert into household (county_code, id, village_code, status, head_name, member_count) values ('150221', $1, $2, 'CANDIDATE', '慢事务', 1)`, [id, village]);
      const quick = await registerHousehold(clerk, village); // begins later, ends earlier
      const during = await changes(start);
      expect(during.rows.households.map((row) => `150221-${String(row['id'])}`)).toEqual([quick.id]);
      await slow.query('commit');
      const after = await changes(during.cursor);
      expect(after.rows.households.map((row) => row['headName'])).toContain('慢事务');
      await readToTheEnd(after.cursor);
    } finally {
      await slow.end();
    }
  });

  it('a household that left the village is a tombstone there', async () => {
    const household = await registerHousehold(clerk, village);
    const { body: pack } = await snapshot();
    const township = await t.as('township_officer', '150221213');
    const moved = await township.post(`/households/${household.id}/events`, { body: { kind: 'move_village', version: household.version, occurredOn: '2021-11-30', toVillageCode: villages.baimiaozi } });
    expect([moved.status, moved.status < 300 ? null : moved.body]).toEqual([expect.any(Number), null]);
    const after = await changes(pack.cursor);
    expect(after.rows.gone.map((row) => `150221-${row.id}`)).toContain(household.id);
    expect((await snapshot()).body.rows.households.map((row) => `150221-${String(row['id'])}`)).not.toContain(household.id);
  });

  it('a cursor that is too old, of another server or of another village asks for the whole village', async () => {
    const { body: pack } = await snapshot();
    const [, epoch, , xid, at] = pack.cursor.split('.') as [string, string, string, string, string];
    const ask = async (cursor: string) => (await changes(cursor)).resync;
    expect(await ask(`v1.${uuidV7()}.${village}.${xid}.${at}`)).toBe('epoch');
    expect(await ask(`v1.${epoch}.${villages.baimiaozi}.${xid}.${at}`)).toBe('village');
    expect(await ask(`v1.${epoch}.${village}.${xid}.${Number(at) - 40 * 86_400_000}`)).toBe('age');
    expect(await ask(`v1.${epoch}.${village}.999999999999.${at}`)).toBe('distance');
    expect(await ask('nonsense')).toBe('cursor');
  });
});
