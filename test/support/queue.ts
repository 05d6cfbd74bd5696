import { DiscoveryModule } from '@nestjs/core';
import { Injectable, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ENV, JobHandler, JobQueue, JobRunner, JobSchedules, jobSettings, type Env, type JobName, type Progress } from '#platform';

type Work = (payload: Record<string, string>, progress: Progress) => Promise<unknown>;

/** What the jobs do in a test: nothing, unless the test says otherwise. Remembers every call. */
export class Jobs {
  readonly calls: { name: JobName; payload: Record<string, string> }[] = [];
  private readonly work = new Map<JobName, Work>();

  on(name: JobName, work: Work): void {
    this.work.set(name, work);
  }
  of(name: JobName): Record<string, string>[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.payload);
  }
  async call(name: JobName, payload: Record<string, string>, progress: Progress): Promise<unknown> {
    this.calls.push({ name, payload });
    return this.work.get(name)?.(payload, progress);
  }
}

/** A provider with one handler for each of these jobs. */
export function handlersFor(jobs: Jobs, names: readonly JobName[]): Type {
  class Handlers {}
  for (const name of names) {
    const method = (payload: Record<string, string>, progress: Progress) => jobs.call(name, payload, progress);
    Object.defineProperty(Handlers.prototype, `handle ${name}`, { value: method, writable: true });
    JobHandler(name)(Handlers.prototype, `handle ${name}`, { value: method });
  }
  Injectable()(Handlers);
  return Handlers;
}

export interface QueueProcess {
  readonly queue: JobQueue;
  readonly runner: JobRunner;
  readonly schedules: JobSchedules;
  close(): Promise<void>;
}

/** One process with the queue: a sender, and after `runner.start()` a worker. */
export async function queueProcess(env: Env, ...handlers: Type[]): Promise<QueueProcess> {
  const module = await Test.createTestingModule({ imports: [DiscoveryModule], providers: [{ provide: ENV, useValue: env }, JobQueue, JobSchedules, JobRunner, ...handlers] }).compile();
  module.useLogger(false);
  await module.init();
  return { queue: module.get(JobQueue), runner: module.get(JobRunner), schedules: module.get(JobSchedules), close: () => module.close() };
}

export const allJobs = Object.keys(jobSettings) as JobName[];
