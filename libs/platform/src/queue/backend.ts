import { createPostgresBackend, Queue, Worker, type Processor, type QueueOptions, type WorkerOptions } from 'bullmq';
import type { Env } from '../config/env.js';

export const QUEUE_NAME = 'bangfu';
/** A killed worker's job is taken up again after lock + check: at most 7 s. A worker that lives renews its lock every half of it. */
const LOCK_MS = 5_000;
const STALLED_CHECK_MS = 2_000;
/** Pause before a worker asks again when the queue refused the connection. */
const RETRY_MS = 1_000;
/** Each queue object holds a pool of its own and one LISTEN connection. */
const CONNECTIONS = 4;
const CONNECT_TIMEOUT_MS = 3_000;

/** What is kept of jobs that are over: enough to look back, never without a limit. */
export const KEPT = { removeOnComplete: { age: 3_600, count: 1_000 }, removeOnFail: { age: 14 * 86_400, count: 10_000 } } as const;

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
      // Commands wait for a server that is away; the default would wait up to 20 s between two attempts to reach it.
      maxRetriesPerRequest: null,
      retryStrategy: (times: number) => Math.min(times * 100, 2_000),
    };
  }
  // The published types of the queue name Redis only; the PostgreSQL backend takes these.
  return { connectionString: env.queueUrl, schema: 'bullmq', max: CONNECTIONS, connectionTimeoutMillis: CONNECT_TIMEOUT_MS } as unknown as Connection;
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
    runRetryDelay: RETRY_MS,
    maxStalledCount: 3,
    ...KEPT,
    autorun: false,
  };
  return env.redisUrl ? new Worker(QUEUE_NAME, process, options) : new Worker(QUEUE_NAME, process, options as never, createPostgresBackend as never);
}
