import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { ENV, type Env } from '../config/env.js';
import { createQueue, KEPT } from './backend.js';
import { jobSettings, type JobName, type JobPayloads } from './jobs.js';
import { Patience, within } from './patience.js';

export interface SendOptions {
  /** While a job with this id runs, one more is kept and started afterwards; a wake-up can therefore not be lost. */
  readonly deduplicationId?: string;
  readonly delayMs?: number;
}

/** How long the queue may keep a request waiting; the sweep makes up for what it did not take. */
const SEND_TIMEOUT_MS = 3_000;
const HURRIED_MS = 100;
const HURRY_MS = 20_000;
const CLOSE_MS = 2_000;

/** Sends wake-ups. Only from `db.afterCommit`: a job must never see rows that are not committed yet. */
@Injectable()
export class JobQueue implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(JobQueue.name);
  private readonly patience = new Patience(SEND_TIMEOUT_MS, HURRIED_MS, HURRY_MS);
  private opened: Queue | null = null;

  constructor(@Inject(ENV) private readonly env: Env) {}

  onModuleInit(): void {
    this.queue();
  }

  /** @returns id of the job; of the one that waits or runs already when the deduplication id met one. Throws when the queue is away. */
  async send<N extends JobName>(name: N, payload: JobPayloads[N], options: SendOptions = {}): Promise<string | null> {
    const settings = jobSettings[name];
    const job = await this.patience.wait(
      this.queue().add(name, payload, {
        attempts: settings.attempts,
        backoff: { type: 'exponential', delay: settings.backoffMs },
        delay: options.delayMs,
        deduplication: options.deduplicationId === undefined ? undefined : { id: `${name}:${options.deduplicationId}`, keepLastIfActive: true },
        ...KEPT,
      }),
    );
    return job.id ?? null;
  }

  /** Numbers of jobs by state, for the operations page and `/metrics`. */
  counts(): Promise<Record<string, number>> {
    return this.patience.wait(this.queue().getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed'));
  }

  /** State and progress (0 to 100) of one job; null when the queue no longer knows it. */
  state(id: string): Promise<{ state: string; progress: number } | null> {
    const read = async () => {
      const job = await this.queue().getJob(id);
      if (!job) return null;
      return { state: await job.getState(), progress: typeof job.progress === 'number' ? job.progress : 0 };
    };
    return this.patience.wait(read());
  }

  /** The queue itself, for the schedules. */
  queue(): Queue {
    this.opened ??= this.open();
    return this.opened;
  }

  async onModuleDestroy(): Promise<void> {
    const queue = this.opened;
    this.opened = null;
    if (queue) await within(queue.close(), CLOSE_MS).catch(() => queue.disconnect().catch(() => undefined));
  }

  private open(): Queue {
    const queue = createQueue(this.env);
    // Without a listener a lost connection would end the process.
    queue.on('error', (error: Error) => this.log.warn({ error: error.message }, 'queue connection'));
    // A queue on PostgreSQL that could not connect when it was opened stays broken for good: the next caller opens another.
    queue.waitUntilReady().catch(() => {
      if (this.opened === queue) this.opened = null;
      queue.close().catch(() => undefined);
    });
    return queue;
  }
}
