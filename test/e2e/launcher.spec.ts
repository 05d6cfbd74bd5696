import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listens, ownPostgres, ownRedis } from '../support/own-servers.js';
import { ensureBuilt, eventually, freePort, isAlive, Launched } from '../support/launcher.js';

jest.setTimeout(180_000);

/** Every test starts from where the one before ended: one data folder, from its first day on. */
describe('npm start', () => {
  let dataDir: string;
  let port: number;
  let running: Launched | null = null;
  const launch = async (more: { npm?: boolean } = {}): Promise<Launched> => {
    running = Launched.start({ dataDir, port, ...more });
    return running.ready();
  };
  const everythingIsGone = (pids: number[]) => eventually(() => pids.every((pid) => !isAlive(pid)), 20_000);

  beforeAll(async () => {
    dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'bangfu-start-')), 'data');
    port = await freePort();
  });
  afterAll(async () => {
    await running?.stop();
    rmSync(path.dirname(dataDir), { recursive: true, force: true });
  });

  it('brings everything up from nothing and prints the address, an account per role and how to stop', async () => {
    const started = await launch();
    expect(started.output.trimEnd().split('\n').at(-1)).toBe(`ready http://127.0.0.1:${port}`);
    for (const role of ['team_member', 'village_clerk', 'township_officer', 'county_officer', 'county_approver', 'prefecture_officer', 'region_officer', 'inspector', 'system_admin', 'security_admin', 'audit_admin']) {
      expect(started.output).toMatch(new RegExp(`^ +${role}`, 'm'));
    }
    expect(started.output).toMatch(/stop +Ctrl-C, or kill \d+/);
    expect(started.pids().filter((pid) => !isAlive(pid))).toEqual([]);
  });

  it('lets the printed accounts in', async () => {
    const accounts = [...(running?.output ?? '').matchAll(/^ +(?:team_member|county_officer|audit_admin) .*? (\S+) +(\S+)$/gm)];
    expect(accounts).toHaveLength(3);
    for (const [, username, password] of accounts) {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
      expect([username, response.status]).toEqual([username, 201]);
    }
  });

  it('refuses a second start on the same data folder, with the address of the first', async () => {
    const second = Launched.start({ dataDir, port: await freePort() });
    expect((await second.ended).code).toBe(1);
    expect(second.output).toBe(`Bangfu already runs on ${dataDir} (process ${running?.pid}, http://127.0.0.1:${port}); stop it first or set DATA_DIR\n`);
  });

  it('brings back a worker, an API and a database that were killed with -9', async () => {
    for (const name of ['worker', 'api', 'postgres'] as const) {
      const pid = running?.pidOf(name) ?? 0;
      process.kill(pid, 'SIGKILL');
      const back = await eventually(async () => {
        const now = running?.pidOf(name) ?? 0;
        return now !== pid && isAlive(now) && ((await running?.answers()) ?? false);
      }, 30_000);
      expect([name, back]).toEqual([name, true]);
    }
  });

  it('stops everything it started on SIGTERM, with exit code 0', async () => {
    const pids = running?.pids() ?? [];
    expect(await running?.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(pids.filter(isAlive)).toEqual([]);
    expect(existsSync(path.join(dataDir, 'run/launcher.json'))).toBe(false);
  });

  it('starts a second time on the data of the first', async () => {
    const again = await launch();
    expect(again.output).toMatch(/PostgreSQL started/);
  });

  it('recovers when it was killed with -9 and started again at once', async () => {
    const killed = running?.pids() ?? [];
    process.kill(running?.pid ?? 0, 'SIGKILL');
    await running?.ended;
    await launch();
    expect(running?.pids().filter((pid) => !isAlive(pid))).toEqual([]);
    expect(killed.slice(0, 2).filter(isAlive)).toEqual([]);
  });

  it('recovers when it and everything else was killed with -9', async () => {
    const pids = [running?.pid ?? 0, ...(running?.pids() ?? [])];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    expect(await everythingIsGone(pids)).toBe(true);
    await launch();
    expect(await running?.answers()).toBe(true);
    await running?.stop();
  });

  it('stops everything on Ctrl-C in the terminal where npm start was typed', async () => {
    await launch({ npm: true });
    const pids = [...(running?.pids() ?? []), running?.pidOf('launcher') ?? 0];
    process.kill(-(running?.pid ?? 0), 'SIGINT');
    expect(await everythingIsGone(pids)).toBe(true);
  });

  it('stops everything when npm is told to end', async () => {
    await launch({ npm: true });
    const pids = [...(running?.pids() ?? []), running?.pidOf('launcher') ?? 0];
    process.kill(running?.pid ?? 0, 'SIGTERM');
    expect(await everythingIsGone(pids)).toBe(true);
  });

  it('runs on a PostgreSQL and a Redis of one’s own, and leaves them running', async () => {
    const postgres = await ownPostgres(path.join(path.dirname(dataDir), 'own'));
    const redis = await ownRedis(await freePort());
    const started = Launched.start({ dataDir: path.join(path.dirname(dataDir), 'other'), port, env: { DATABASE_URL: postgres.url, REDIS_URL: redis.url } });
    try {
      await started.ready();
      expect(started.output).toMatch(/PostgreSQL your server/);
      expect(existsSync(path.join(started.options.dataDir, 'postgres'))).toBe(false);
      expect(await started.stop()).toEqual({ code: 0, signal: null });
      expect(await Promise.all([postgres, redis].map(({ url }) => listens(url)))).toEqual([true, true]);
    } finally {
      await started.stop();
      await Promise.all([postgres.stop(), redis.stop()]);
    }
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('works for an ordinary user as well', async () => {
    ensureBuilt(); // dist/ belongs to root here, so nothing may be left to build
    const nobody = { uid: 65_534, gid: 65_534 };
    const home = mkdtempSync(path.join(tmpdir(), 'bangfu-nobody-'));
    chownSync(home, nobody.uid, nobody.gid);
    const started = await Launched.start({ dataDir: path.join(home, 'data'), port, account: nobody, env: { HOME: home } }).ready();
    const pids = started.pids();
    expect(await started.stop()).toEqual({ code: 0, signal: null });
    expect(pids.filter(isAlive)).toEqual([]);
    rmSync(home, { recursive: true, force: true });
  });
});
