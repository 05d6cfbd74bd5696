import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Job, Worker } from 'bullmq';
import { ENV, type Env } from '../config/env.js';
import { createWorker } from './backend.js';
import { findHandlers } from './find-handlers.js';
import type { JobMethod } from './job-handler.js';
import { JobSchedules } from './job-schedules.js';
import type { JobName } from './jobs.js';
import { within } from './patience.js';

/** Two cores, and a job is a county or a file: more at once would only wait for one another. */
const CONCURRENCY = 2;
/** How long a worker that is told to end waits for its jobs; what is not done by then another worker repeats. */
const CLOSE_MS = 8_000;
const HEAL_EVERY_MS = 20_000;

/** Runs the jobs: started by the worker process only, never by the API. */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private readonly log = new Logger(JobRunner.name);
  private worker: Worker | null = null;
  private healing: NodeJS.Timeout | null = null;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly schedules: JobSchedules,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Starts taking jobs once the queue answers. Throws when a job of the catalogue has no handler or two. */
  async start(): Promise<void> {
    const handlers = findHandlers(this.discovery, this.scanner, this.reflector);
    const worker = createWorker(this.env, (job: Job) => this.process(handlers, job), CONCURRENCY);
    this.worker = worker;
    worker.on('error', (error: Error) => this.log.warn({ error: error.message }, 'queue connection'));
    worker.on('failed', (job, error) => this.log.error({ job: job?.name, attempt: job?.attemptsMade, error: error.message }, 'job failed'));
    worker.on('stalled', (job) => this.log.warn({ job }, 'job taken over from a worker that died'));
    await worker.waitUntilReady();
    void this.keepRunning(worker);
    await this.schedules.install();
    this.healing = setInterval(() => void this.heal(), HEAL_EVERY_MS);
    this.healing.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.healing) clearInterval(this.healing);
    const { worker } = this;
    this.worker = null;
    if (worker) await within(worker.close(), CLOSE_MS).catch(() => undefined);
  }

  private async keepRunning(worker: Worker): Promise<void> {
    while (this.worker === worker) {
      await worker.run().catch((error: Error) => this.log.error({ error: error.message }, 'worker starts again'));
      if (this.worker === worker) await sleep(1_000);
    }
  }

  private async heal(): Promise<void> {
    try {
      if (await this.schedules.heal()) this.log.warn('the queue had lost its schedules; they are installed again');
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'schedules were not looked at');
    }
  }

  private async process(handlers: Map<JobName, JobMethod>, job: Job): Promise<unknown> {
    const handler = handlers.get(job.name as JobName);
    if (!handler) throw new Error(`no handler for ${job.name}`);
    const started = performance.now();
    const result = await handler(job.data as never, (percent) => job.updateProgress(Math.round(percent)));
    this.log.log({ job: job.name, ms: Math.round(performance.now() - started) }, 'job done');
    return result ?? null;
  }
}
