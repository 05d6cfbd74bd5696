import { createPostgresBackend, Queue, Worker, type Processor, type QueueOptions, type WorkerOptions } from 'bullmq';
import type { Env } from '../config/env.js';

export const QUEUE_NAME = 'bangfu';
/** A killed worker's job is taken up again after lock + check: at most 15 s. */
const LOCK_MS = 8_000;
const STALLED_CHECK_MS = 4_000;
/** Each queue object holds a pool of its own and one LISTEN connection. */
const CONNECTIONS = 4;

type Connection = QueueOptions['connection'];

function connection(env: Env): Connection {
  if (env.redisUrl) {
    const url = new URL(env.redisUrl);
    return {
      host: url.hostname,
      port: Number(url.port || 6379),
      username: decodeURIComponent(url.username) || undefined,
      password: decodeURIComponent(url.password) || undefined,
      db: Number(url.pathname.slice(1) || 0),
      tls: url.protocol === 'rediss:' ? {} : undefined,
      maxRetriesPerRequest: null,
    };
  }
  // The published types of the queue name Redis only; the PostgreSQL backend takes these.
  return { connectionString: env.queueUrl, schema: 'bullmq', max: CONNECTIONS } as unknown as Connection;
}

/** Queue on PostgreSQL by default, on Redis when `REDIS_URL` is set. Same behaviour, both are tested. */
export function createQueue(env: Env): Queue {
  const options: QueueOptions = { connection: connection(env), prefix: env.redisUrl ? '{bangfu}' : undefined };
  return env.redisUrl ? new Queue(QUEUE_NAME, options) : new Queue(QUEUE_NAME, options as never, createPostgresBackend as never);
}

export function createWorker(env: Env, process: Processor, concurrency: number): Worker {
  const options: WorkerOptions = {
    connection: connection(env),
    prefix: env.redisUrl ? '{bangfu}' : undefined,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: 3,
    removeOnComplete: { age: 3_600, count: 1_000 },
    removeOnFail: { age: 14 * 86_400 },
    autorun: false,
  };
  return env.redisUrl ? new Worker(QUEUE_NAME, process, options) : new Worker(QUEUE_NAME, process, options as never, createPostgresBackend as never);
}
