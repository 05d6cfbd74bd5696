import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Job, Worker } from 'bullmq';
import { ENV, type Env } from '../config/env.js';
import { createWorker } from './backend.js';
import { JOB_HANDLER, type JobMethod } from './job-handler.js';
import { JobQueue } from './job-queue.js';
import { jobSettings, type JobName } from './jobs.js';

/** Two cores, and a job is a county or a file: more at once would only wait for one another. */
const CONCURRENCY = 2;

/** Runs the jobs: started by the worker process only, never by the API. */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private readonly log = new Logger(JobRunner.name);
  private worker: Worker | null = null;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly queue: JobQueue,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Starts taking jobs. Throws when a job of the catalogue has no handler or two. */
  async start(): Promise<void> {
    const handlers = this.handlers();
    this.worker = createWorker(this.env, (job: Job) => this.process(handlers, job), CONCURRENCY);
    this.worker.on('error', (error: Error) => this.log.warn({ error: error.message }, 'queue connection'));
    this.worker.on('failed', (job, error) => this.log.error({ job: job?.name, attempt: job?.attemptsMade, error: error.message }, 'job failed'));
    void this.worker.run().catch((error: Error) => this.log.error({ error: error.message }, 'worker ended'));
    await this.queue.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }

  private async process(handlers: Map<JobName, JobMethod>, job: Job): Promise<unknown> {
    const handler = handlers.get(job.name as JobName);
    if (!handler) throw new Error(`no handler for ${job.name}`);
    const started = performance.now();
    const result = await handler(job.data as never, (percent) => job.updateProgress(Math.round(percent)));
    this.log.log({ job: job.name, ms: Math.round(performance.now() - started) }, 'job done');
    return result ?? null;
  }

  private handlers(): Map<JobName, JobMethod> {
    const found = new Map<JobName, JobMethod>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, JobMethod | undefined> | null;
      if (!prototype) continue;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method = prototype[name];
        const job = method && this.reflector.get<JobName | undefined>(JOB_HANDLER, method);
        if (!method || !job) continue;
        if (found.has(job)) throw new Error(`two handlers for job ${job}`);
        found.set(job, method.bind(instance));
      }
    }
    const missing = Object.keys(jobSettings).filter((name) => !found.has(name as JobName));
    if (missing.length > 0) throw new Error(`jobs without a handler: ${missing.join(', ')}`);
    return found;
  }
}
