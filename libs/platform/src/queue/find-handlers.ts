import type { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { JOB_HANDLER, type JobMethod } from './job-handler.js';
import { jobSettings, type JobName } from './jobs.js';

/** The method of every job of the catalogue. Throws when one is missing or doubled: that must not wait for the first such job. */
export function findHandlers(discovery: DiscoveryService, scanner: MetadataScanner, reflector: Reflector): Map<JobName, JobMethod> {
  const found = new Map<JobName, JobMethod>();
  // One object may be provided under several names.
  const instances = new Set(discovery.getProviders().map(({ instance }) => instance as unknown).filter((instance) => typeof instance === 'object' && instance !== null));
  for (const instance of instances) {
    const prototype = Object.getPrototypeOf(instance) as Record<string, JobMethod | undefined> | null;
    if (!prototype) continue;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const method = prototype[name];
      const job = method && reflector.get<JobName | undefined>(JOB_HANDLER, method);
      if (!method || !job) continue;
      if (found.has(job)) throw new Error(`two handlers for job ${job}`);
      found.set(job, method.bind(instance));
    }
  }
  const missing = Object.keys(jobSettings).filter((name) => !found.has(name as JobName));
  if (missing.length > 0) throw new Error(`jobs without a handler: ${missing.join(', ')}`);
  return found;
}
