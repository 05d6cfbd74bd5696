import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { OperationRun } from '../../libs/sync/src/operation/operation-run.js';
import { OperationStore } from '../../libs/sync/src/operation/operation-store.js';
import { Db } from '#platform';
import { startTestApp, type TestApp } from '../support/app.js';
import { villages } from '../support/households.js';
import { SimulatedDevice } from '../support/sync/device.js';
import { closeConnections, httpTransport } from '../support/sync/faulty-http.js';
import { runSchedule, type Phone } from '../support/sync/schedule.js';
import type { SignedInUser } from '../support/users.js';

/** 1,000 schedules take two to three minutes; SYNC_SCHEDULES and SYNC_SEED run more or one of them again. */
const SCHEDULES = Number(process.env['SYNC_SCHEDULES'] ?? 1_000);
const SEED = Number(process.env['SYNC_SEED'] ?? 20_261_122);
const SKEWS = [0, 10, -10].map((years) => years * 365.25 * 86_400_000);
const LANES = 4;
const village = villages.haizi;

describe('D2 D3 D5 D7 random schedules of three phones against their own ledgers', () => {
  let t: TestApp;
  let port: number;
  let client: pg.Client;
  let users: SignedInUser[];
  beforeAll(async () => {
    t = await startTestApp({ env: { DATABASE_POOL: '8' } });
    await t.app.listen({ port: 0, host: '127.0.0.1' });
    port = (t.app.getHttpServer().address() as AddressInfo).port;
    client = new pg.Client(t.database.adminUrl);
    await client.connect();
    users = [];
    for (let i = 0; i < SKEWS.length; i += 1) users.push((await t.as('team_member', village)).user as SignedInUser);
  });
  afterAll(async () => {
    await client.end();
    closeConnections();
    await t.close();
  });
  afterEach(() => jest.restoreAllMocks());

  const phonesOf = async (): Promise<Phone[]> => {
    const phones: Phone[] = [];
    for (const [index, user] of users.entries()) {
      const phone: { next: Phone['next'] } = { next: 'none' };
      const transport = httpTransport(port, user, () => {
        const cut = phone.next;
        phone.next = 'none'; // one cut at a time: the next request is another connection
        return cut;
      });
      const device = new SimulatedDevice(transport, SKEWS[index]);
      await device.register();
      phones.push(Object.assign(phone, { device, transport }));
    }
    return phones;
  };

  const run = async (schedules: number, first: number, enough = 5) => {
    const total = { schedules: 0, operations: 0, sendings: 0, cuts: 0, restores: 0 };
    const faults: string[] = [];
    let next = first;
    // Lanes with phones of their own: a restore in one of them is a restore for all.
    const lane = async () => {
      const own = new pg.Client(t.database.adminUrl);
      await own.connect();
      let phones = await phonesOf();
      for (let done = 1; next < first + schedules && faults.length < enough; done += 1) {
        const seed = next;
        next += 1;
        if (done % 50 === 0) phones = await phonesOf();
        const result = await runSchedule(seed, phones, { client: own, village }).catch((error: unknown) => ({ operations: 0, sendings: 0, cuts: 0, restores: 0, faults: [String(error)] }));
        total.schedules += 1;
        for (const key of ['operations', 'sendings', 'cuts', 'restores'] as const) total[key] += result[key];
        faults.push(...result.faults.map((fault) => `seed ${seed}: ${fault}`));
      }
      await own.end();
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return { total, faults };
  };

  it(`${SCHEDULES} schedules: 0 acknowledged operations lost, 0 applied twice, every line in order`, async () => {
    const started = performance.now();
    const { total, faults } = await run(SCHEDULES, SEED);
    console.log(`seed ${SEED}: ${JSON.stringify(total)}, ${faults.length} faults, ${Math.round((performance.now() - started) / 1000)} s`);
    expect(faults).toEqual([]);
    expect(total.cuts).toBeGreaterThan(SCHEDULES / 2);
  }, 900_000);

  describe('the same schedules find', () => {
    const PLANTED = 60;

    it('a server that answers before the commit', async () => {
      const runs = t.app.get(OperationRun, { strict: false });
      const db = t.app.get(Db);
      const answer = runs.answer.bind(runs);
      jest.spyOn(runs, 'answer').mockImplementation(async (sender, operation, device) => {
        if (operation.opId.charCodeAt(35) % 4 !== 0) return answer(sender, operation, device);
        return db.run(sender, () => Promise.reject(new Error('the commit failed'))).catch(() => ({ opId: operation.opId, deviceSeq: operation.deviceSeq, status: 'applied' as const }));
      });
      expect((await run(PLANTED, SEED, 1)).faults).not.toEqual([]);
    }, 120_000);

    it('a server that does not mind gaps', async () => {
      const store = t.app.get(OperationStore, { strict: false });
      jest.spyOn(store, 'takeTurn').mockImplementation(async (operation, device) => {
        if (await store.find(device, operation.opId)) return false;
        await t.app.get(Db).query('update device_line set last_seq = greatest(last_seq, $3) where county_code = $1 and device_id = $2', [device.county_code, device.id, operation.deviceSeq]);
        return true;
      });
      expect((await run(PLANTED, SEED, 1)).faults).not.toEqual([]);
    }, 120_000);

    it('a server that has lost its unique keys and its place in the line', async () => {
      await client.query('alter table sync_settlement drop constraint sync_settlement_operation; alter table sync_operation drop constraint sync_operation_pk, drop constraint sync_operation_seq');
      const store = t.app.get(OperationStore, { strict: false });
      jest.spyOn(store, 'takeTurn').mockResolvedValue(true);
      expect((await run(PLANTED, SEED, 1)).faults).not.toEqual([]);
    }, 120_000);
  });
});
