import { Injectable } from '@nestjs/common';
import { KEPT } from './backend.js';
import { JobQueue } from './job-queue.js';
import { jobSettings, schedules } from './jobs.js';

/** A run that is this late while a worker lives is lost rather than late. */
const LOST_AFTER_MS = 180_000;

/** Jobs that run by themselves. They live in the queue's storage, so whoever loses that loses them: the worker looks again and again. */
@Injectable()
export class JobSchedules {
  constructor(private readonly queue: JobQueue) {}

  /** Installs the schedules of the catalogue and removes all others; safe to repeat. */
  async install(): Promise<void> {
    const queue = this.queue.queue();
    for (const { name, every, pattern } of schedules) {
      await queue.upsertJobScheduler(name, every === undefined ? { pattern: pattern ?? '', tz: 'Asia/Shanghai' } : { every }, {
        name, data: {}, opts: { attempts: jobSettings[name].attempts, backoff: { type: 'exponential', delay: jobSettings[name].backoffMs }, ...KEPT },
      });
    }
    const wanted = new Set<string>(schedules.map(({ name }) => name));
    for (const { key } of await queue.getJobSchedulers()) if (!wanted.has(key)) await queue.removeJobScheduler(key);
  }

  /** Installs them again when one is missing or its next run is lost. @returns whether that was so */
  async heal(): Promise<boolean> {
    const found = await this.queue.queue().getJobSchedulers();
    const alive = found.filter(({ next }) => next !== undefined && next > performance.timeOrigin + performance.now() - LOST_AFTER_MS).map(({ key }) => key);
    if (schedules.every(({ name }) => alive.includes(name))) return false;
    await this.install();
    return true;
  }
}
