import { Injectable } from '@nestjs/common';
import { JobHandler, type JobPayloads } from '#platform';
import { ComparisonExpiry } from './comparison-expiry.js';
import { ComparisonRunner } from './comparison-runner.js';

/** Job entries of comparisons. */
@Injectable()
export class ComparisonJobs {
  constructor(
    private readonly runner: ComparisonRunner,
    private readonly expiry: ComparisonExpiry,
  ) {}

  @JobHandler('comparison.match')
  match({ countyCode, comparisonId }: JobPayloads['comparison.match']): Promise<void> {
    return this.runner.match({ countyCode, id: comparisonId });
  }

  @JobHandler('comparison.expire')
  async expire(): Promise<void> {
    await this.expiry.expire();
  }
}
