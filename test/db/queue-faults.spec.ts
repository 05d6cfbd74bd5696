import { DataSource } from 'typeorm';
import { CommitHooks, Connections, dataSourceOptions, Db, Replica, systemActor, type Env } from '#platform';
import { adminQuery } from '../support/admin.js';
import { testEnv } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually, sleep } from '../support/launcher.js';
import { allJobs, handlersFor, Jobs, queueProcess, type QueueProcess } from '../support/queue.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { tcpProxy, through, type TcpProxy } from '../support/tcp-proxy.js';

const timed = async (work: () => Promise<unknown>): Promise<{ ms: number; error: string | null }> => {
  const started = performance.now();
  const error = await work().then(() => null, (fault: Error) => fault.message);
  return { ms: performance.now() - started, error };
};

/** The database itself is well in all of this: only the line to the queue is broken. */
describe.each(['PostgreSQL', 'Redis'] as const)('the queue on %s, when it is away', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | null = null;
  let line: TcpProxy;
  let env: Env;
  let source: DataSource;
  let db: Db;
  let jobs: Jobs;
  let running: QueueProcess;
  beforeAll(async () => {
    database = await createTestDatabase();
    redis = backend === 'Redis' ? await startRedis() : null;
    const address = new URL(redis?.url ?? database.queueUrl);
    line = await tcpProxy({ host: address.hostname, port: Number(address.port) });
    env = testEnv(database, '/nonexistent', redis ? { REDIS_URL: through(redis.url, line) } : { DATABASE_QUEUE_URL: through(database.queueUrl, line) });
    source = await new DataSource(dataSourceOptions(env)).initialize();
    db = new Db(source, new CommitHooks(), new Replica(env, new Connections(source)));
    jobs = new Jobs();
    running = await queueProcess(env, handlersFor(jobs, allJobs));
    await running.runner.start();
  });
  afterAll(async () => {
    await line?.mend();
    await running?.close();
    await source?.destroy();
    await line?.close();
    await redis?.remove();
    await database?.drop();
  });

  const writeAndSend = (name: string) =>
    db.run({ actor: systemActor('150221') }, async () => {
      await db.query(`insert into household (county_code, id, village_code, head_name) values ('150221', app.uuid_v7(), '150221213200', $1)`, [name]);
      db.afterCommit(async () => void (await running.queue.send('import.parse', { batchId: name, countyCode: '150221' })));
    });
  const committed = async (name: string) => (await adminQuery(database, 'select 1 from household where head_name = $1', [name])).length;

  it.each(['cut', 'silent'] as const)('a request commits and answers although the line is %s; once it is back the same processes go on', async (fault) => {
    await running.queue.send('import.parse', { batchId: `${fault} before`, countyCode: '150221' });
    await (fault === 'cut' ? line.cut() : Promise.resolve(line.silence()));

    const send = await timed(() => running.queue.send('import.parse', { batchId: `${fault} lost`, countyCode: '150221' }));
    expect(send.error).not.toBeNull();
    expect(send.ms).toBeLessThan(3_500);
    const request = await timed(() => writeAndSend(`${fault} one`));
    expect(request.error).toBeNull();
    expect(await committed(`${fault} one`)).toBe(1);
    const next = await timed(async () => { for (let i = 0; i < 5; i++) await writeAndSend(`${fault} more`); });
    expect(next.error).toBeNull();
    expect(next.ms).toBeLessThan(2_000); // one request waited for the queue, not all of them
    expect((await timed(() => running.queue.counts())).ms).toBeLessThan(3_500);

    await line.mend();
    const back = await timed(async () => {
      const done = await eventually(async () => {
        await running.queue.send('import.parse', { batchId: `${fault} after`, countyCode: '150221' }).catch(() => undefined);
        return jobs.of('import.parse').some(({ batchId }) => batchId === `${fault} after`);
      }, 15_000);
      if (!done) throw new Error('no job was done within 15 s');
    });
    console.log(`E1 ${backend}, line ${fault}: send gave up after ${Math.round(send.ms)} ms, five requests took ${Math.round(next.ms)} ms, jobs ran again ${Math.round(back.ms)} ms after the line was back`);
    expect(back.error).toBeNull();
  });

  it('a process that starts while the queue is away sends as soon as it is there', async () => {
    await line.cut();
    const late = await queueProcess(env);
    const send = await timed(() => late.queue.send('import.parse', { batchId: 'early', countyCode: '150221' }));
    expect(send.error).not.toBeNull();
    await line.mend();
    expect(await eventually(() => late.queue.send('import.parse', { batchId: 'late', countyCode: '150221' }).then(() => true, () => false), 10_000)).toBe(true);
    await late.close();
  });

  it('a process ends although the queue is away', async () => {
    const ending = await queueProcess(env, handlersFor(jobs, allJobs));
    await ending.runner.start();
    await line.cut();
    const end = await timed(() => ending.close());
    expect(end.ms).toBeLessThan(11_000);
    await line.mend();
  });
});

it('what Redis acknowledged a second before it was killed is done after its restart', async () => {
  const database = await createTestDatabase();
  const redis = await startRedis();
  const jobs = new Jobs();
  const running = await queueProcess(testEnv(database, '/nonexistent', { REDIS_URL: redis.url }), handlersFor(jobs, allJobs));
  await running.runner.start();
  const ids = Array.from({ length: 100 }, (_, i) => `kept ${i}`);
  for (const id of ids) await running.queue.send('import.undo', { batchId: id, countyCode: '150221' }, { delayMs: 2_500 });
  await sleep(1_300); // the file is flushed every second
  await redis.kill();
  await redis.start();
  const done = () => ids.filter((id) => jobs.of('import.undo').some(({ batchId }) => batchId === id));
  await eventually(() => done().length === ids.length, 20_000);
  console.log(`E1 Redis killed with -9: ${ids.length} acknowledged, ${done().length} done`);
  expect(done()).toEqual(ids);
  await running.close();
  await redis.remove();
  await database.drop();
});
