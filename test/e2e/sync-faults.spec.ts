import { formatCaseId, uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { visitDraft } from '../support/field-work.js';
import { person, syntheticId, villages } from '../support/households.js';
import { faultyPostgres, type FaultyPostgres } from '../support/faulty-postgres.js';
import { eventually, sleep } from '../support/launcher.js';
import { SimulatedDevice, type Transport } from '../support/sync/device.js';
import { RunningSystem } from '../support/system.js';

jest.setTimeout(300_000);

const DEVICES = 10;
/** How often each is killed: as many as a nightly run may afford with SYNC_KILLS. */
const KILLS = Number(process.env['SYNC_KILLS'] ?? 3);
const county = villages.haizi.slice(0, 6);

describe('D1 ten phones send while API, worker and PostgreSQL are killed with -9', () => {
  let postgres: FaultyPostgres;
  let system: RunningSystem;
  const ask = <Row extends object>(sql: string, params: unknown[] = []) => adminQuery<Row>(system.database, sql, params);

  beforeAll(async () => {
    postgres = await faultyPostgres();
    process.env['BANGFU_TEST_ADMIN_URL'] = postgres.adminUrl; // of this file only: every test file has an environment of its own
    system = await RunningSystem.start();
  });
  afterAll(async () => {
    await system?.stop();
    await postgres?.remove();
  });

  it(`${KILLS} times each: no acknowledged operation is lost, none takes effect twice`, async () => {
    const users = await Promise.all(Array.from({ length: DEVICES }, () => system.user({ role: 'team_member', division: villages.haizi })));
    const clerk = await system.user({ role: 'village_clerk', division: villages.haizi });
    const registered = await system.ask('POST', '/households', { user: clerk, body: { villageCode: villages.haizi, values: {}, members: [person('张安', '01', { idNo: syntheticId() })] } });
    const household = String(registered.body['id']);
    const devices = users.map((user) => {
      const transport: Transport = async (method, path, body) => {
        const answer = await system.ask(method, path, { user, body });
        if (answer.status === 503) throw new Error('not ready');
        return answer;
      };
      return new SimulatedDevice(transport);
    });
    for (const device of devices) await device.register();
    const work = (device: SimulatedDevice, visit: boolean) => {
      const entityId = formatCaseId(county, uuidV7());
      const { id: _, ...draft } = visitDraft({});
      if (visit) device.do({ kind: 'visit.record', entityId, payload: { householdId: household, ...draft } });
      else device.do({ kind: 'clue.record', entityId, payload: { householdId: household, channel: 'CADRE', kind: 'ILLNESS', severity: 'HIGH', description: '线索' } });
    };
    let stop = false;
    let failures = 0;
    const working = devices.map(async (device, index) => {
      for (let made = 0; !stop; ) {
        if (device.outbox.waiting().length < 10) {
          made += 1;
          work(device, (made + index) % 3 === 0);
        }
        await device.send(device.outbox.batch(20)).catch(() => {
          failures += 1;
          return sleep(150);
        });
        await sleep(30);
      }
    });
    const outages: number[] = [];
    const served = async () => {
      const started = performance.now();
      expect(await eventually(() => system.answers(), 30_000)).toBe(true);
      outages.push(Math.round(performance.now() - started));
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep(500 + Math.random() * 400);
      await system.api.end('SIGKILL');
      system.api.start();
      await served();
      await sleep(300 + Math.random() * 300);
      await system.worker.end('SIGKILL');
      system.worker.start();
      await sleep(300 + Math.random() * 300);
      await postgres.kill();
      await sleep(200);
      await postgres.start();
      await served();
    }
    await sleep(500);
    stop = true;
    await Promise.all(working);
    for (const device of devices) expect(await eventually(() => device.drain(20).then(() => true, () => false), 60_000)).toBe(true);

    const ledger = devices.flatMap((device) => device.outbox.all());
    const ids = ledger.map((entry) => entry.operation.opId);
    const entities = ledger.map((entry) => entry.operation.entityId.slice(7));
    const stored = await ask<{ id: string; status: string; audits: number }>(`
      select o.id, o.status, (select count(*)::int from audit_log a where a.op = 'SYNC' and a.row_id = o.id::text) as audits from sync_operation o where o.id = any($1::uuid[])`, [ids]);
    const effects = await ask<{ id: string; n: number }>('select id, count(*)::int as n from (select id from visit union all select id from risk_clue) e where id = any($1::uuid[]) group by 1', [entities]);
    console.log(`${ledger.length} operations, ${failures} sendings failed, API, worker and PostgreSQL killed ${KILLS} times each; served again after ${outages.join(', ')} ms`);
    expect(ledger.filter((entry) => entry.state !== 'done').map((entry) => entry.code)).toEqual([]);
    expect(stored.filter((row) => row.status !== 'applied' || row.audits !== 1)).toEqual([]);
    expect([stored.length, effects.length]).toEqual([ledger.length, ledger.length]);
    expect(effects.filter((row) => row.n !== 1)).toEqual([]);
    expect(failures).toBeGreaterThan(0);
    expect(ledger.length).toBeGreaterThan(50);
  });

  it('whatever was written is recalculated afterwards', async () => {
    expect(await eventually(async () => (await ask('select 1 from dirty_village limit 1')).length === 0, 90_000)).toBe(true);
  });
});
