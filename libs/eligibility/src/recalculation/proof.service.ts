import { Injectable } from '@nestjs/common';
import { problem, uuidV7 } from '#domain';
import { currentContext, Db, systemActor } from '#platform';
import { entitlementSelect } from '../entitlements/entitlement.queries.js';
import { judgedLevels } from '../levels.js';
import { BasisReader, type CountyBasis } from './county-basis.js';
import { factsFromNothing, verdictsFromNothing } from './from-nothing.js';
import * as sql from './proof.queries.js';
import * as recalculation from './recalculation.queries.js';
import { RecalculationService } from './recalculation.service.js';
import { runRow } from './run-row.js';

export interface Proof {
  readonly countyCode: string;
  readonly runId: string;
  readonly differences: readonly sql.DifferenceRow[];
  readonly households: number;
  /** Left out: written to while the proof ran, or parked. */
  readonly unsettled: readonly string[];
  readonly durationMs: number;
}

const TIMEOUT_MS = 600_000;
/** Rules and parameters change a few times a year; one that changes between the run and the comparison asks for the run again. */
const ATTEMPTS = 3;

/**
 * Computes a county from nothing and compares it with what incremental runs left behind. There must be no difference; those
 * that there are get listed as rows and stay until somebody has understood them.
 */
@Injectable()
export class ProofService {
  constructor(
    private readonly db: Db,
    private readonly basis: BasisReader,
    private readonly recalculation: RecalculationService,
  ) {}

  /** Works off what is dirty first, then compares. Null for a county that nothing was ever computed for. */
  async proveCounty(countyCode: string): Promise<Proof | null> {
    for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
      const proof = await this.recalculateAndProve(countyCode);
      if (proof !== 'OUTDATED') return proof;
    }
    const last = await this.recalculateAndProve(countyCode);
    if (last === 'OUTDATED') throw problem('busy');
    return last;
  }

  private async recalculateAndProve(countyCode: string): Promise<Proof | 'OUTDATED' | null> {
    await this.recalculation.recalculateCounty(countyCode, { cause: 'proof' });
    return this.db.run({ actor: systemActor(countyCode), timeoutMs: TIMEOUT_MS }, () => this.prove(countyCode));
  }

  private async prove(countyCode: string): Promise<Proof | 'OUTDATED' | null> {
    const started = performance.now();
    await this.db.query(recalculation.lockCounty, [countyCode]);
    await this.db.query(recalculation.roomForCounty);
    const state = await this.db.maybeOne<recalculation.CountyStateRow>(recalculation.countyState, [countyCode]);
    if (!state) return null;
    const basis = await this.basis.read(countyCode, state.years, state.newest_year);
    if (basis.hash !== state.basis) return 'OUTDATED';
    const parked = (await this.db.query<{ village_code: string }>(sql.parkedVillages, [countyCode])).map((row) => row.village_code);
    const villages = (await this.db.query<{ code: string }>(recalculation.villagesOfCounty, [countyCode])).map(({ code }) => code).filter((code) => !parked.includes(code));
    const { households } = await this.db.one<{ households: number }>(recalculation.countHouseholds, [countyCode, villages]);
    const found = await this.compare(countyCode, villages, basis);
    // Asked last: whatever was written while the comparison ran shows here.
    const unsettled = (await this.db.query<{ village_code: string }>(sql.unsettledVillages, [countyCode])).map((row) => row.village_code);
    const differences = settled(found, countyCode, unsettled);
    const proof = { countyCode, runId: uuidV7(), differences, households, unsettled, durationMs: Math.round(performance.now() - started) };
    await this.record(proof, basis, villages.length);
    return proof;
  }

  private async compare(countyCode: string, villages: readonly string[], basis: CountyBasis): Promise<sql.DifferenceRow[]> {
    const places = [countyCode, villages, basis.years, JSON.stringify(basis.parameters)];
    const found: sql.DifferenceRow[] = [];
    await this.db.query(recalculation.joins.whole);
    for (const level of judgedLevels) {
      const facts = factsFromNothing(level, basis);
      found.push(...(await this.db.query<sql.DifferenceRow>(sql.differencesOfFacts(level, facts), level === 'county' ? [...places, ...facts.values] : places.slice(0, 3))));
      const verdicts = verdictsFromNothing(level, basis);
      found.push(...(await this.db.query<sql.DifferenceRow>(sql.differencesOfVerdicts(level, verdicts), [...places, ...verdicts.values])));
    }
    const { entitlements } = basis;
    const due = entitlementSelect(entitlements);
    found.push(...(await this.db.query<sql.DifferenceRow>(sql.differencesOfEntitlements(due), [countyCode, villages, [entitlements.year], JSON.stringify(basis.parameters), ...due.values])));
    found.push(...(await this.db.query<sql.DifferenceRow>(sql.differencesOfGaps, [countyCode, villages])));
    await this.db.query(recalculation.joins.usual);
    return found;
  }

  private async record(proof: Proof, basis: CountyBasis, villages: number): Promise<void> {
    const { countyCode, runId, differences } = proof;
    const rows = differences.map((difference) => ({ id: uuidV7(), ...difference }));
    await this.db.query(sql.insertDifferences, [countyCode, runId, JSON.stringify(rows)]);
    const row = { ...runRow({ countyCode, runId, basis, kind: 'PROOF', cause: 'proof' }), started_at: currentContext().now, duration_ms: proof.durationMs, villages, households: proof.households, differences: differences.length };
    await this.db.query(recalculation.insertRun, [JSON.stringify(row)]);
  }
}

/** Drops what lags for a known reason; the county's own rows lag when any of its villages does. */
function settled(found: readonly sql.DifferenceRow[], countyCode: string, unsettled: readonly string[]): sql.DifferenceRow[] {
  const county = countyCode.padEnd(12, '0');
  return found.filter((row) => !unsettled.includes(row.village_code) && (unsettled.length === 0 || row.village_code !== county));
}
