import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { ENV, type Env } from '../config/env.js';
import { createQueue } from './backend.js';
import { jobSettings, schedules, type JobName, type JobPayloads } from './jobs.js';

export interface SendOptions {
  /** While a job with this id runs, one more is kept and started afterwards; a wake-up can therefore not be lost. */
  readonly deduplicationId?: string;
  readonly delayMs?: number;
}

/** How long the queue may keep a request waiting; the sweep makes up for what it did not take. */
const SEND_TIMEOUT_MS = 3_000;

/** Sends wake-ups. Only from `db.afterCommit`: a job must never see rows that are not committed yet. */
@Injectable()
export class JobQueue implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(JobQueue.name);
  private queue!: Queue;

  constructor(@Inject(ENV) private readonly env: Env) {}

  onModuleInit(): void {
    this.queue = createQueue(this.env);
    // Without a listener a lost connection would end the process.
    this.queue.on('error', (error: Error) => this.log.warn({ error: error.message }, 'queue connection'));
  }

  async send<N extends JobName>(name: N, payload: JobPayloads[N], options: SendOptions = {}): Promise<string | null> {
    const settings = jobSettings[name];
    const sending = this.queue.add(name, payload, {
      attempts: settings.attempts,
      backoff: { type: 'exponential', delay: settings.backoffMs },
      delay: options.delayMs,
      deduplication: options.deduplicationId === undefined ? undefined : { id: `${name}:${options.deduplicationId}`, keepLastIfActive: true },
      removeOnComplete: { age: 3_600, count: 1_000 },
      removeOnFail: { age: 14 * 86_400 },
    });
    const job = await withTimeout(sending, SEND_TIMEOUT_MS);
    return job?.id ?? null;
  }

  /** Installs the schedules; called by the worker at start, safe to repeat. */
  async schedule(): Promise<void> {
    for (const { name, every, pattern } of schedules) {
      await this.queue.upsertJobScheduler(name, every === undefined ? { pattern: pattern ?? '', tz: 'Asia/Shanghai' } : { every }, {
        name,
        data: {},
        opts: { attempts: jobSettings[name].attempts, removeOnComplete: { age: 3_600, count: 100 }, removeOnFail: { age: 14 * 86_400 } },
      });
    }
  }

  /** Numbers of jobs by state, for the operations page and `/metrics`. */
  counts(): Promise<Record<string, number>> {
    return this.queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed');
  }

  /** State and progress (0 to 100) of one job; null when the queue no longer knows it. */
  async state(id: string): Promise<{ state: string; progress: number } | null> {
    const job = await this.queue.getJob(id);
    if (!job) return null;
    return { state: await job.getState(), progress: typeof job.progress === 'number' ? job.progress : 0 };
  }

  async onModuleDestroy(): Promise<void> {
    await this.queue.close().catch(() => undefined);
  }
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue did not answer in time')), ms);
  });
  work.catch(() => undefined); // when it fails after the timeout nobody is listening any more
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
