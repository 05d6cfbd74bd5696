import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { CommitHooks, currentContext, Db, ENV, JobHandler, systemActor, type Env, type Progress } from '#platform';
import { ProofService } from './proof.service.js';
import { RecalculationService, type RunSummary } from './recalculation.service.js';
import { dueCounties, purgeRuns } from './recalculation.queries.js';
import { RegionReader } from './region-reader.js';

const DAY_MS = 86_400_000;

/** Where jobs enter. A job is only a wake-up: the work list is a table, so one too many or too few does no harm. */
@Injectable()
export class RecalculationJobs implements OnModuleInit {
  private readonly log = new Logger(RecalculationJobs.name);

  constructor(
    private readonly db: Db,
    private readonly hooks: CommitHooks,
    private readonly region: RegionReader,
    private readonly recalculation: RecalculationService,
    private readonly proof: ProofService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.hooks.onDirty((counties) => this.region.wake(counties));
  }

  @JobHandler('eligibility.recalculate')
  async recalculate({ countyCode }: { countyCode: string }): Promise<Pick<RunSummary, 'villages' | 'durationMs'> | null> {
    const run = await this.recalculation.recalculateCounty(countyCode, { cause: 'job' });
    if (run) this.log.log({ countyCode, kind: run.kind, villages: run.villages, changed: run.factsChanged + run.verdictsChanged, parked: run.parked.length, ms: run.durationMs }, 'recalculated');
    return run && { villages: run.villages, durationMs: run.durationMs };
  }

  /** Counties with work that no wake-up took: a lost message, a new rule or parameter, a new year. */
  @JobHandler('eligibility.sweep')
  async sweep(): Promise<number> {
    const region = await this.region.installed();
    const due = await this.db.run({ actor: systemActor(region) }, async () => {
      const fingerprint = await this.recalculation.fingerprint();
      return this.db.query<{ county_code: string }>(dueCounties, [fingerprint]);
    });
    await this.region.wake(due.map((row) => row.county_code));
    return due.length;
  }

  /** The nightly proof over all counties, after which old records of runs are forgotten. Returns the number of differences; there must be none. */
  @JobHandler('eligibility.prove')
  async prove(_payload: Record<string, never>, progress: Progress): Promise<number> {
    const counties = await this.region.computedCounties(await this.region.installed());
    let differences = 0;
    for (const [index, countyCode] of counties.entries()) {
      const proof = await this.proof.proveCounty(countyCode);
      differences += proof?.differences.length ?? 0;
      if (proof && proof.differences.length > 0) this.log.error({ countyCode, runId: proof.runId, differences: proof.differences.length }, 'stored facts differ from the proof');
      await this.purge(countyCode);
      await progress(((index + 1) / counties.length) * 100);
    }
    return differences;
  }

  private async purge(countyCode: string): Promise<void> {
    await this.db.run({ actor: systemActor(countyCode) }, () => this.db.query(purgeRuns, [countyCode, new Date(currentContext().now.getTime() - this.env.keepRunDays * DAY_MS)]));
  }
}
