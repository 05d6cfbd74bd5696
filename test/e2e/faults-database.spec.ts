import { uuidV7 } from '#domain';
import { ProofService } from '#eligibility';
import { AuditAnchorService } from '#platform';
import { adminQuery } from '../support/admin.js';
import { startTestApp } from '../support/app.js';
import { faultyPostgres, type FaultyPostgres } from '../support/faulty-postgres.js';
import { person, syntheticId, villages } from '../support/households.js';
import { eventually, sleep } from '../support/launcher.js';
import { RunningSystem } from '../support/system.js';
import type { SignedInUser } from '../support/users.js';

jest.setTimeout(180_000);

const KILLS = 3;
const WRITERS = 4;

/** What a client wrote down of one registration before it was sent and after it was answered. */
interface Entry {
  readonly id: string;
  answer: number | 'no answer';
}

describe('the database goes away under the running API and worker', () => {
  let postgres: FaultyPostgres;
  let system: RunningSystem;
  let clerk: SignedInUser;
  let officer: SignedInUser;
  let pids: number[];
  const ask = <Row extends object>(sql: string, params: unknown[] = []) => adminQuery<Row>(system.database, sql, params);
  const list = () => system.ask('GET', '/households?limit=5', { user: officer });
  const register = (id: string) =>
    system.ask('POST', '/households', { user: clerk, body: { id, villageCode: villages.haizi, values: { mainCause: '01' }, members: [person('张安', '01', { idNo: syntheticId() })] } });
  const settled = async () => (await ask('select 1 from dirty_village limit 1')).length === 0;

  beforeAll(async () => {
    postgres = await faultyPostgres();
    process.env['BANGFU_TEST_ADMIN_URL'] = postgres.adminUrl; // of this file only: every test file has an environment of its own
    system = await RunningSystem.start();
    clerk = await system.user({ role: 'village_clerk', division: villages.haizi });
    officer = await system.user({ role: 'county_officer', division: '150221' });
    pids = [system.api.pid, system.worker.pid];
  });
  afterAll(async () => {
    await system?.stop().finally(() => postgres?.remove());
  });
  const sameProcesses = () => {
    expect([system.api.running, system.worker.running]).toEqual([true, true]);
    expect([system.api.pid, system.worker.pid]).toEqual(pids);
  };

  it('while it is down every request is refused at once, as a problem that says so; afterwards the same processes serve again', async () => {
    expect((await list()).status).toBe(200);
    await postgres.stop();
    const waits: number[] = [];
    for (const request of [list, () => register(uuidV7()), () => system.ask('GET', '/ready'), () => system.ask('POST', '/sessions', { body: { username: 'a', password: 'b' } }), list]) {
      const started = performance.now();
      const answer = await request();
      waits.push(Math.round(performance.now() - started));
      expect([answer.status, answer.type, answer.body['code'], answer.headers.get('retry-after')]).toEqual([503, 'application/problem+json; charset=utf-8', 'not-ready', '5']);
      expect(JSON.stringify(answer.body)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|postgres/i);
    }
    expect(Math.max(...waits)).toBeLessThan(3_500);
    expect((await system.ask('GET', '/live')).status).toBe(200);
    await sleep(2_000); // long enough for worker and queue to notice
    await postgres.start();
    const started = performance.now();
    expect(await eventually(async () => (await list()).status === 200, 10_000)).toBe(true);
    console.log(`database stopped: refused in ${Math.max(...waits)} ms at most, served again ${Math.round(performance.now() - started)} ms after it was back`);
    sameProcesses();
  });

  it('the worker computes again what is written afterwards, without a restart', async () => {
    const id = uuidV7();
    expect((await register(id)).status).toBe(201);
    const started = performance.now();
    expect(await eventually(settled, 20_000)).toBe(true);
    console.log(`computed ${Math.round(performance.now() - started)} ms after the write`);
    expect(await ask('select 1 from household_fact where household_id = $1', [id])).not.toEqual([]);
    sameProcesses();
  });

  it(`killed with -9 ${KILLS} times under writers: everything acknowledged is there once, nothing else is there twice`, async () => {
    const ledger: Entry[] = [];
    let stop = false;
    const writer = async () => {
      while (!stop) {
        const entry: Entry = { id: uuidV7(), answer: 'no answer' };
        ledger.push(entry);
        entry.answer = await register(entry.id).then(({ status }) => status, () => 'no answer' as const);
        if (entry.answer !== 201) await sleep(50);
      }
    };
    const writers = Array.from({ length: WRITERS }, writer);
    const outages: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(700 + Math.random() * 500);
      const started = performance.now();
      await postgres.kill();
      await sleep(200);
      await postgres.start();
      expect(await eventually(async () => (await list()).status === 200, 30_000)).toBe(true);
      outages.push(Math.round(performance.now() - started));
    }
    await sleep(700);
    stop = true;
    await Promise.all(writers);
    const acknowledged = ledger.filter(({ answer }) => answer === 201).map(({ id }) => id);
    const stored = await ask<{ id: string; members: number; audits: number }>(`
      select h.id, (select count(*)::int from member m where m.household_id = h.id) as members,
        (select count(*)::int from audit_log a where a.table_name = 'household' and a.op = 'INSERT' and a.row_id = h.id::text) as audits
      from household h where h.id = any($1::uuid[])`, [ledger.map(({ id }) => id)]);
    const lost = acknowledged.filter((id) => !stored.some((row) => row.id === id));
    console.log(`PostgreSQL killed with -9 ${KILLS} times: ${ledger.length} sent, ${acknowledged.length} acknowledged, ${stored.length} stored, ${lost.length} lost; out of service ${outages.join(', ')} ms`);
    expect(lost).toEqual([]);
    expect(stored.filter(({ members, audits }) => members !== 1 || audits !== 1)).toEqual([]);
    expect(new Set(ledger.map(({ answer }) => answer))).toEqual(new Set([201, 503]));
    expect(acknowledged.length).toBeGreaterThan(20);
    sameProcesses();
  });

  it('what was sent without an answer can be sent again, and is there once', async () => {
    const id = uuidV7();
    const body = { id, villageCode: villages.haizi, values: {}, members: [person('李宁', '01', { idNo: syntheticId() })] };
    const sent = system.ask('POST', '/households', { user: clerk, body }).catch(() => null);
    await postgres.kill();
    await postgres.start();
    await sent;
    expect(await eventually(async () => (await system.ask('POST', '/households', { user: clerk, body })).status === 201, 20_000)).toBe(true);
    expect(await ask('select id from household where id = $1', [id])).toHaveLength(1);
  });

  it('the storage of the queue is wiped: the running worker installs its schedules again, and the sweep wakes what nobody woke', async () => {
    expect(await eventually(settled, 90_000)).toBe(true);
    const wipe = () => ask('truncate bullmq.job, bullmq.scheduler, bullmq.meta, bullmq.dedup, bullmq.dedup_next, bullmq.event cascade');
    const wiped = () => wipe().then(() => true, (error: { code?: string }) => { // the worker locks the same tables in another order
      if (error.code !== '40P01') throw error;
      return false;
    });
    expect(await eventually(wiped, 10_000)).toBe(true);
    await ask(`insert into dirty_village (county_code, village_code, cause) values ('150221', $1, 'TEST')`, [villages.haizi]); // a wake-up that was lost with it
    const started = performance.now();
    const done = await eventually(settled, 60_000);
    console.log(`E1 queue storage wiped: work found again and done after ${Math.round(performance.now() - started)} ms`);
    expect(done).toBe(true);
    sameProcesses();
  });

  it('afterwards every household is computed, the audit chain is whole and the processes are still the same', async () => {
    expect(await ask(`select h.id from household h where not exists (select 1 from household_fact f where f.household_id = h.id)`)).toEqual([]);
    const app = await startTestApp({ database: system.database });
    const report = await app.app.get(AuditAnchorService).verify();
    const proof = await app.app.get(ProofService).proveCounty('150221');
    await app.close();
    expect(report.faults).toEqual([]);
    expect(report.rows).toBeGreaterThan(100);
    expect(proof?.differences).toEqual([]);
    sameProcesses();
  });
});
