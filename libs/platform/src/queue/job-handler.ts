import { SetMetadata } from '@nestjs/common';
import type { JobName, JobPayloads } from './jobs.js';

export const JOB_HANDLER = 'bangfu:job-handler';

/** Marks the method that does a job: `(payload, progress) => Promise<void>`. The worker refuses to boot when one is missing or doubled. */
export const JobHandler = (name: JobName) => SetMetadata(JOB_HANDLER, name);

/** Reports progress from 0 to 100. */
export type Progress = (percent: number) => Promise<void>;
export type JobMethod<N extends JobName = JobName> = (payload: JobPayloads[N], progress: Progress) => Promise<unknown>;
