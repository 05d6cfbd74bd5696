import { Redis } from 'ioredis';
import { adminQuery } from '../support/admin.js';
import { testEnv } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually, sleep } from '../support/launcher.js';
import { allJobs, handlersFor, Jobs, queueProcess, type QueueProcess } from '../support/queue.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { schedules, type Env } from '#platform';

async function wipe(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
}

describe.each(['PostgreSQL', 'Redis'] as const)('the queue on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | null = null;
  let env: Env;
  let jobs: Jobs;
  let running: QueueProcess;
  beforeAll(async () => {
    database = await createTestDatabase();
    redis = backend === 'Redis' ? await startRedis() : null;
    env = testEnv(database, '/nonexistent', redis ? { REDIS_URL: redis.url } : {});
    jobs = new Jobs();
    running = await queueProcess(env, handlersFor(jobs, allJobs));
    await running.runner.start();
  });
  afterAll(async () => {
    await running?.close();
    await redis?.remove();
    await database?.drop();
  });
  beforeEach(() => void (jobs.calls.length = 0));

  it('does a job once, with its payload', async () => {
    const id = await running.queue.send('import.parse', { batchId: 'b1', countyCode: '150221' });
    await eventually(async () => (await running.queue.state(id ?? ''))?.state === 'completed', 5_000);
    await sleep(200);
    expect(jobs.of('import.parse')).toEqual([{ batchId: 'b1', countyCode: '150221' }]);
  });

  it('does every one of 300 jobs once', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, i) => running.queue.send('export.run', { exportId: String(i), countyCode: '150221' })));
    await eventually(() => jobs.of('export.run').length >= 300, 20_000);
    await sleep(200);
    expect(jobs.of('export.run').map(({ exportId }) => Number(exportId)).sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => i));
  });

  it('joins wake-ups that wait, and keeps one that comes while the job runs', async () => {
    const started: string[] = [];
    let release = () => {};
    jobs.on('eligibility.recalculate', async ({ countyCode }) => {
      started.push(countyCode ?? '');
      if (started.length === 1) await new Promise<void>((resolve) => (release = resolve));
    });
    const wake = () => running.queue.send('eligibility.recalculate', { countyCode: '150221' }, { deduplicationId: '150221' });
    await wake();
    await eventually(() => started.length === 1, 5_000);
    for (let i = 0; i < 10; i++) await wake(); // while it runs
    await sleep(300);
    expect(started).toEqual(['150221']); // never two at once
    release();
    await eventually(() => started.length === 2, 5_000);
    await sleep(500);
    expect(started).toEqual(['150221', '150221']);
    await wake(); // and afterwards the next one is a job again
    expect(await eventually(() => started.length === 3, 5_000)).toBe(true);
  });

  it('repeats a failing job with growing pauses, and shows it as failed when it never succeeds', async () => {
    const at: number[] = [];
    jobs.on('import.commit', () => {
      at.push(performance.now());
      return Promise.reject(new Error('broken'));
    });
    const before = (await running.queue.counts())['failed'] ?? 0;
    const id = await running.queue.send('import.commit', { batchId: 'b2', countyCode: '150221' });
    expect(await eventually(async () => (await running.queue.state(id ?? ''))?.state === 'failed', 10_000)).toBe(true);
    expect(at).toHaveLength(2);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(900);
    expect((await running.queue.counts())['failed']).toBe(before + 1);
  });

  it('a job that failed for good does not swallow the next wake-up of the same county', async () => {
    let runs = 0;
    jobs.on('eligibility.recalculate', () => {
      runs++;
      return runs <= 5 ? Promise.reject(new Error('broken')) : Promise.resolve();
    });
    const id = await running.queue.send('eligibility.recalculate', { countyCode: '150222' }, { deduplicationId: '150222' });
    expect(await eventually(async () => (await running.queue.state(id ?? ''))?.state === 'failed', 20_000)).toBe(true);
    await running.queue.send('eligibility.recalculate', { countyCode: '150222' }, { deduplicationId: '150222' });
    expect(await eventually(() => runs === 6, 5_000)).toBe(true);
  });

  it('reports progress', async () => {
    let release = () => {};
    jobs.on('import.undo', async (_, progress) => {
      await progress(41.6);
      await new Promise<void>((resolve) => (release = resolve));
    });
    const id = (await running.queue.send('import.undo', { batchId: 'b3', countyCode: '150221' })) ?? '';
    expect(await eventually(async () => (await running.queue.state(id))?.progress === 42, 5_000)).toBe(true);
    expect(await running.queue.state(id)).toEqual({ state: 'active', progress: 42 });
    release();
    expect(await eventually(async () => (await running.queue.state(id))?.state === 'completed', 5_000)).toBe(true);
    expect(await running.queue.state('nobody')).toBeNull();
  });

  it('installs its schedules once, however often it starts, and forgets retired ones', async () => {
    const queue = running.queue.queue();
    await queue.upsertJobScheduler('retired', { every: 3_600_000 }, { name: 'files.expire' });
    await running.schedules.install();
    await running.schedules.install();
    const installed = await queue.getJobSchedulers();
    expect(installed.map(({ key }) => key).sort()).toEqual(schedules.map(({ name }) => name).sort());
    expect(await queue.getDelayedCount()).toBe(schedules.length);
    const proof = installed.find(({ key }) => key === 'eligibility.prove')?.next ?? 0;
    expect(new Date(proof).toISOString().slice(11, 19)).toBe('18:30:00'); // half past two in Shanghai
    expect(await running.schedules.heal()).toBe(false);
  });

  it('has its schedules again after its storage was wiped, and the sweep runs at once', async () => {
    if (redis) await wipe(redis.url);
    else await adminQuery(database, 'truncate bullmq.job, bullmq.scheduler, bullmq.meta, bullmq.dedup, bullmq.dedup_next, bullmq.event cascade');
    expect(await running.queue.queue().getJobSchedulers()).toEqual([]);
    jobs.on('eligibility.sweep', async () => void (await running.queue.send('eligibility.recalculate', { countyCode: '150223' }, { deduplicationId: '150223' })));
    jobs.on('eligibility.recalculate', () => Promise.resolve());
    expect(await running.schedules.heal()).toBe(true);
    expect(await eventually(() => jobs.of('eligibility.recalculate').some(({ countyCode }) => countyCode === '150223'), 10_000)).toBe(true);
  });

  it('heals a schedule whose next run was lost', async () => {
    const queue = running.queue.queue();
    for (const job of await queue.getDelayed()) if (job.name === 'files.expire') await job.remove().catch(() => undefined);
    await queue.removeJobScheduler('files.expire');
    expect(await running.schedules.heal()).toBe(true);
    expect((await queue.getJobSchedulers()).map(({ key }) => key)).toContain('files.expire');
  });

  it.each([
    ['without one handler', allJobs.slice(1), [], `jobs without a handler: ${allJobs[0]}`],
    ['with two handlers for one job', allJobs, ['files.expire'], 'two handlers for job files.expire'],
  ] as const)('a worker %s does not start', async (_, first, second, message) => {
    const process = await queueProcess(env, handlersFor(jobs, first), handlersFor(jobs, second));
    await expect(process.runner.start()).rejects.toThrow(message);
    await process.close();
  });
});
