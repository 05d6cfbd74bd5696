import { Injectable } from '@nestjs/common';
import { uuidV7 } from '#domain';
import { currentContext, Db, systemActor } from '#platform';
import { BasisReader, factsVersion, type CountyBasis } from './county-basis.js';
import * as sql from './recalculation.queries.js';
import { runRow } from './run-row.js';
import { add, VillageBatch, type Counts, type Parked, type Work } from './village-batch.js';

export interface RecalculateOptions {
  /** Why: the name of the job or of the command, for the record of the run. */
  readonly cause: string;
  /** Every village of the county, changed or not. */
  readonly whole?: boolean;
}

export interface RunSummary extends Counts {
  readonly runId: string;
  readonly kind: 'CHANGES' | 'WHOLE';
  readonly villages: number;
  readonly parked: readonly Parked[];
  readonly durationMs: number;
}

/** What another slice derives from the same rows, in the same transaction, once the facts of these villages are written. */
export type AfterwardsStep = (done: { readonly countyCode: string; readonly villages: readonly string[] }) => Promise<unknown>;

/** A county of the largest kind takes seconds; ten minutes is for a machine that does other things. */
const TIMEOUT_MS = 600_000;
/** From here on hashing a county is cheaper than looking rows up. */
const MANY_VILLAGES = 3;

/**
 * Recalculates the dirty villages of a county in one transaction under the county's lock: claim, compute, write what changed,
 * record the run. Repeating it is harmless; a run that dies leaves everything as it was, including the claims.
 */
@Injectable()
export class RecalculationService {
  private readonly steps: AfterwardsStep[] = [];

  constructor(
    private readonly db: Db,
    private readonly basis: BasisReader,
    private readonly batch: VillageBatch,
  ) {}

  /** Registers a step of a slice above this one; it runs at the end of every recalculation and fails it when it fails. */
  afterwards(step: AfterwardsStep): void {
    this.steps.push(step);
  }

  /** Null when there was nothing to do. */
  recalculateCounty(countyCode: string, options: RecalculateOptions): Promise<RunSummary | null> {
    return this.db.run({ actor: systemActor(countyCode), timeoutMs: TIMEOUT_MS }, () => this.recalculate(countyCode, options));
  }

  /** The word that tells whether a county is due although nothing in it was written. */
  async fingerprint(): Promise<string> {
    const { fingerprint } = await this.db.one<{ fingerprint: string }>(sql.fingerprint, [factsVersion, currentContext().today.slice(0, 4)]);
    return fingerprint;
  }

  private async recalculate(countyCode: string, { cause, whole = false }: RecalculateOptions): Promise<RunSummary | null> {
    const started = performance.now();
    await this.db.query(sql.lockCounty, [countyCode]);
    await this.db.query(sql.roomForCounty);
    const fingerprint = await this.fingerprint();
    const claims = await this.db.query<sql.ClaimRow>(sql.claimDirty, [countyCode]);
    const state = await this.db.maybeOne<sql.CountyStateRow>(sql.countyState, [countyCode]);
    const claimed = claims.map((claim) => claim.village_code).filter((code) => code !== countyCode.padEnd(12, '0'));
    const { years, newest } = await this.years(countyCode, claimed, state);
    const basis = await this.basis.read(countyCode, years, newest);
    const wholeCounty = whole || claims.some((claim) => claim.whole) || state?.basis !== basis.hash;
    if (!wholeCounty && claims.length === 0) {
      await this.db.query(sql.stampFingerprint, [countyCode, fingerprint]);
      return null;
    }
    const work: Work = { countyCode, basis, runId: uuidV7(), rejudged: state !== null && state.basis !== basis.hash };
    const villages = wholeCounty ? await this.villages(countyCode) : claimed;
    const { counts, parked } = await this.compute(work, villages, newest);
    await this.db.query(sql.stampCounty, [countyCode, basis.years, basis.hash, fingerprint, currentContext().now, work.runId, newest]);
    const apart = new Set(parked.map(({ villageCode }) => villageCode));
    for (const step of this.steps) await step({ countyCode, villages: villages.filter((code) => !apart.has(code)) });
    const run = { runId: work.runId, kind: wholeCounty ? 'WHOLE' : 'CHANGES', villages: villages.length, parked, durationMs: Math.round(performance.now() - started), ...counts } as const;
    await this.record(work, run, claims[0]?.cause ? `${cause}: ${claims[0].cause}` : cause);
    return run;
  }

  private async compute(work: Work, villages: readonly string[], newest: number | null): Promise<{ counts: Counts; parked: Parked[] }> {
    const { countyCode, basis, runId } = work;
    await this.db.query(villages.length >= MANY_VILLAGES ? sql.joins.whole : sql.joins.few);
    const { counts, parked, computed } = await this.batch.compute(work, villages);
    await this.db.query(sql.joins.few);
    if (work.rejudged) await this.dropRetired(countyCode, basis);
    const county = await this.batch.computeCounty(work);
    add(counts, county.counts);
    const unparked = county.parked.length === 0 ? [...computed, countyCode.padEnd(12, '0')] : computed;
    await this.db.query(sql.unparkVillages, [countyCode, unparked]);
    await this.db.query(sql.stampVillages, [countyCode, computed, currentContext().now, runId, newest]);
    const all = [...parked, ...county.parked];
    for (const { villageCode, sqlstate, message } of all) await this.db.query(sql.parkVillage, [countyCode, villageCode, sqlstate, message, currentContext().now, runId]);
    return { counts, parked: all };
  }

  /**
   * Years once opened stay open; a year that is written for the first time, and the running year, are opened here. Entitlements are
   * those of the newest year that a household of the county has a record of, so that whoever is registered in a new year has them at once.
   */
  private async years(countyCode: string, claimed: readonly string[], state: sql.CountyStateRow | null): Promise<{ years: number[]; newest: number | null }> {
    const villages = state ? claimed : await this.villages(countyCode);
    const recorded = await this.db.query<sql.RecordedYearRow>(sql.recordedYears, [countyCode, villages]);
    const running = Number(currentContext().today.slice(0, 4));
    const years = [...new Set([...(state?.years ?? []), ...recorded.map(({ year }) => year), running])].sort((a, b) => a - b);
    const ofHouseholds = recorded.filter(({ household }) => household).map(({ year }) => year);
    return { years, newest: Math.max(state?.newest_year ?? 0, ...ofHouseholds) || null };
  }

  private async villages(countyCode: string): Promise<string[]> {
    return (await this.db.query<{ code: string }>(sql.villagesOfCounty, [countyCode])).map(({ code }) => code);
  }

  private async dropRetired(countyCode: string, { rules }: CountyBasis): Promise<void> {
    const judging = Object.values(rules).flat().flatMap(({ code, years }) => years.map((year) => `${code} ${year}`));
    for (const statement of sql.dropRetiredVerdicts) await this.db.query(statement, [countyCode, judging]);
  }

  private async record({ countyCode, basis, runId }: Work, run: RunSummary, cause: string): Promise<void> {
    const row = {
      ...runRow({ countyCode, runId, basis, kind: run.kind, cause }), started_at: currentContext().now, duration_ms: run.durationMs,
      villages: run.villages, households: run.households, facts_changed: run.factsChanged, facts_unchanged: run.factsTotal - run.factsChanged,
      verdicts_changed: run.verdictsChanged, parked: run.parked.length,
    };
    await this.db.query(sql.insertRun, [JSON.stringify(row)]);
  }
}
