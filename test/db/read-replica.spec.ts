import { currentContext, Replica, systemActor, type Db } from '#platform';
import { startTestApp, type TestApp } from '../support/app.js';
import { startPair, type ServerPair } from '../support/standby.js';
import { eventually } from '../support/launcher.js';

jest.setTimeout(120_000);

/** Two servers, one streaming from the other, as in production. */
describe('reads of inspection', () => {
  let pair: ServerPair;
  let test: TestApp;
  let db: Db;
  let replica: Replica;
  const region = { actor: systemActor('15') };
  /** Who answered: the standby calls itself in recovery. */
  const answeredBy = () => db.run({ ...region, fromReplica: true }, async () => {
    const { standby } = await db.one<{ standby: boolean }>('select pg_is_in_recovery() as standby');
    return standby ? 'standby' : 'primary';
  });
  const usable = (wanted: boolean) => eventually(async () => {
    await replica.look();
    return replica.state.usable === wanted;
  }, 20_000);

  beforeAll(async () => {
    pair = await startPair();
    test = await startTestApp({ database: pair.database, env: { DATABASE_READ_URL: pair.readUrl, DATABASE_READ_MAX_LAG: '2' } });
    db = test.db;
    replica = test.app.get(Replica);
  });
  afterAll(async () => {
    await test?.close();
    await pair?.stop();
  });

  it('come from the second server, which says how far it is behind', async () => {
    expect(await usable(true)).toBe(true);
    expect(await answeredBy()).toBe('standby');
    const lag = await db.run({ ...region, fromReplica: true }, () => Promise.resolve(currentContext().replicaLagMs));
    expect(lag).toBeGreaterThanOrEqual(0);
    expect(lag).toBeLessThan(2_000);
    expect(await db.run(region, () => Promise.resolve(currentContext().replicaLagMs))).toBeNull();
  });

  it('are bound by the territory there, too', async () => {
    await db.run({ actor: systemActor('150221') }, () => db.query(
      `insert into household (county_code, id, village_code, status, head_name, member_count) values ('150221', app.uuid_v7(), '150221104001', 'REGISTERED', '户主', 1)`));
    const count = (scope: string) => db.run({ actor: systemActor(scope), fromReplica: true }, async () => {
      expect((await db.one<{ standby: boolean }>('select pg_is_in_recovery() as standby')).standby).toBe(true);
      return (await db.one<{ n: number }>('select count(*)::integer as n from household')).n;
    });
    expect(await eventually(async () => (await count('15')) === 1, 10_000)).toBe(true);
    expect(await count('1502')).toBe(1);
    expect(await count('1504')).toBe(0);
  });

  it('can never write, whichever server answers', async () => {
    const write = () => db.run({ ...region, fromReplica: true }, () => db.query("update installation set mode = mode where false; select app.touch('150221')"));
    await expect(write()).rejects.toMatchObject({ code: expect.anything() });
    replica.leave(new Error('test'));
    await expect(write()).rejects.toMatchObject({ code: '25006' });
    expect(await usable(true)).toBe(true);
  });

  it('go to the primary while the second server is too far behind, and come back when it has caught up', async () => {
    await pair.onStandby('select pg_wal_replay_pause()');
    const write = () => db.run({ actor: systemActor('150221') }, () => db.query("update household set head_name = head_name || '' where county_code = '150221'"));
    expect(await eventually(async () => {
      await write();
      await replica.look();
      return !replica.state.usable;
    }, 20_000)).toBe(true);
    expect(replica.state).toMatchObject({ trouble: 'behind' });
    expect(await answeredBy()).toBe('primary');
    await pair.onStandby('select pg_wal_replay_resume()');
    expect(await usable(true)).toBe(true);
    expect(await answeredBy()).toBe('standby');
  });

  it('go to the primary when the second server dies, also in the middle of an answer, and the one that asked notices nothing', async () => {
    expect(await usable(true)).toBe(true);
    let calls = 0;
    const answer = await db.run({ ...region, fromReplica: true }, async () => {
      calls += 1;
      if (calls === 1) await pair.stopStandby();
      return (await db.one<{ standby: boolean }>('select pg_is_in_recovery() as standby')).standby;
    });
    expect([answer, calls]).toEqual([false, 2]);
    expect(await answeredBy()).toBe('primary');
    expect(replica.state).toMatchObject({ usable: false, trouble: 'away' });
    await pair.startStandby();
    expect(await usable(true)).toBe(true);
    expect(await answeredBy()).toBe('standby');
  });

  it('are told by the metrics', async () => {
    expect(await usable(true)).toBe(true);
    const { body } = await test.app.inject({ method: 'GET', url: '/metrics' });
    expect(body).toContain('bangfu_read_replica_usable 1');
    expect(body).toMatch(/bangfu_read_replica_lag_ms \d+\n/);
  });

  it('do without it when it follows nobody', async () => {
    const stranger = await startTestApp({ database: pair.database, env: { DATABASE_READ_URL: pair.database.appUrl } });
    try {
      expect(stranger.app.get(Replica).state).toMatchObject({ usable: false, trouble: 'not-a-standby' });
    } finally {
      await stranger.close();
    }
  });
});
