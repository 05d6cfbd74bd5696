import { Injectable } from '@nestjs/common';
import { JobHandler, type JobPayloads } from '#platform';
import { CheckRunner } from './check-runner.js';

/** Job entry of runs. */
@Injectable()
export class CheckRunJobs {
  constructor(private readonly runner: CheckRunner) {}

  @JobHandler('check.run')
  async run({ countyCode, runId }: JobPayloads['check.run'], progress: (percent: number) => Promise<unknown>): Promise<void> {
    await this.runner.run({ countyCode, id: runId }, (counted, of) => progress((100 * counted) / Math.max(1, of)));
  }
}
