import { Injectable } from '@nestjs/common';
import { subjectsOfRule } from '#domain';
import { currentContext, Db } from '#platform';
import { dropEntitlements, entitlementSelect, writeEntitlements, writeGaps } from '../entitlements/entitlement.queries.js';
import type { JudgedLevel } from '../levels.js';
import { writeFacts } from './compute.queries.js';
import type { CountyBasis } from './county-basis.js';
import { dropUnasked, writeVerdicts } from './judgement.queries.js';
import * as sql from './recalculation.queries.js';

export interface Counts {
  households: number;
  factsChanged: number;
  factsTotal: number;
  verdictsChanged: number;
  /** Entitlements of households and persons. */
  entitlementsChanged: number;
}

/** One computation of one county: where, by what, and in which run. */
export interface Work {
  readonly countyCode: string;
  readonly basis: CountyBasis;
  readonly runId: string;
  /** Judged by other rules, parameters or code than the time before. */
  readonly rejudged: boolean;
}

export interface Parked {
  readonly villageCode: string;
  readonly sqlstate: string;
  readonly message: string;
}

/** Faults of the data itself. Anything else (a lost connection, a cancelled statement, a deadlock) fails the run, which is repeated. */
const FAULTS_OF_DATA = /^(22|23|54)/;

/** Computes facts and verdicts, set by set. A village whose data cannot be computed is found by halving and parked. */
@Injectable()
export class VillageBatch {
  constructor(private readonly db: Db) {}

  /** Households, then villages. Returns the counts of all that could be computed and the villages that could not. */
  async compute(work: Work, villages: readonly string[]): Promise<{ counts: Counts; parked: Parked[]; computed: string[] }> {
    const result = { counts: noCounts(), parked: [] as Parked[], computed: [] as string[] };
    await this.computePart(work, villages, result);
    return result;
  }

  /** The county's own facts and verdicts, from those of its villages. */
  async computeCounty(work: Work): Promise<{ counts: Counts; parked: Parked[] }> {
    const villageCode = work.countyCode.padEnd(12, '0');
    const parked: Parked[] = [];
    const counts = await this.guarded(() => this.level(work, 'county', [villageCode]), (fault) => parked.push({ villageCode, ...fault }));
    return { counts: counts ?? noCounts(), parked };
  }

  private async computePart(work: Work, villages: readonly string[], result: { counts: Counts; parked: Parked[]; computed: string[] }): Promise<void> {
    const [only] = villages;
    if (only === undefined) return;
    let fault: Omit<Parked, 'villageCode'> | undefined;
    const counts = await this.guarded(() => this.households(work, villages), (found) => (fault = found));
    if (counts) {
      add(result.counts, counts);
      result.computed.push(...villages);
    } else if (villages.length === 1 && fault) {
      result.parked.push({ villageCode: only, ...fault });
    } else {
      const half = Math.ceil(villages.length / 2);
      await this.computePart(work, villages.slice(0, half), result);
      await this.computePart(work, villages.slice(half), result);
    }
  }

  private async households(work: Work, villages: readonly string[]): Promise<Counts> {
    const { households } = await this.db.one<{ households: number }>(sql.countHouseholds, [work.countyCode, villages]);
    const counts = { ...noCounts(), households };
    const changes = await this.level(work, 'household', villages, households);
    add(counts, changes);
    if (changes.factsChanged > 0 || work.rejudged) await this.dropUnasked(work, villages);
    add(counts, await this.level(work, 'village', villages));
    return { ...counts, entitlementsChanged: await this.entitlements(work, villages) };
  }

  /** Only a change of status takes a household out of what a rule asks about. */
  private async dropUnasked(work: Work, villages: readonly string[]): Promise<void> {
    const codes = work.basis.rules.household.map(({ code }) => code);
    await this.db.query(dropUnasked, [work.countyCode, villages, work.basis.years, codes, codes.map((code) => subjectsOfRule(code).join())]);
  }

  /** Who is due what help and who gets it, from the facts that were just written. */
  async entitlements({ countyCode, basis }: Work, villages: readonly string[]): Promise<number> {
    if (basis.entitlements.measures.length === 0) return this.noEntitlements(countyCode, villages);
    const due = entitlementSelect(basis.entitlements);
    const { changed } = await this.db.one<{ changed: number }>(writeEntitlements(due), [countyCode, villages, [basis.entitlements.year], JSON.stringify(basis.parameters), ...due.values]);
    if (changed > 0) await this.db.one(writeGaps, [countyCode, villages]);
    return changed;
  }

  /** Without a measure in force nobody is entitled to anything. */
  private async noEntitlements(countyCode: string, villages: readonly string[]): Promise<number> {
    for (const statement of dropEntitlements) await this.db.query(statement, [countyCode, villages]);
    return 0;
  }

  private async level({ countyCode, basis, runId }: Work, level: JudgedLevel, villages: readonly string[], subjects = villages.length): Promise<Counts> {
    const places = [countyCode, villages, basis.years];
    const facts = await this.db.one<{ changed: number }>(factStatements[level], places);
    const counts = { ...noCounts(), factsChanged: facts.changed, factsTotal: subjects * basis.years.length };
    const rules = basis.rules[level];
    if (rules.length === 0) return counts;
    const { sql: text, values } = writeVerdicts(level, rules);
    const verdicts = await this.db.one<{ changed: number }>(text, [...places, JSON.stringify(basis.parameters), ...values, runId, currentContext().now]);
    return { ...counts, verdictsChanged: verdicts.changed };
  }

  /** Runs the work in a savepoint; a fault of the data undoes it and is reported, everything else is thrown. */
  private async guarded<T>(work: () => Promise<T>, onFault: (fault: Omit<Parked, 'villageCode'>) => void): Promise<T | null> {
    await this.db.query('savepoint villages');
    try {
      const result = await work();
      await this.db.query('release savepoint villages');
      return result;
    } catch (error) {
      const { code, message } = error as { code?: unknown; message?: unknown };
      if (typeof code !== 'string' || !FAULTS_OF_DATA.test(code)) throw error;
      await this.db.query('rollback to savepoint villages');
      await this.db.query('release savepoint villages');
      onFault({ sqlstate: code, message: String(message) });
      return null;
    }
  }
}

const factStatements: Readonly<Record<JudgedLevel, string>> = { household: writeFacts('household'), village: writeFacts('village'), county: writeFacts('county') };

function noCounts(): Counts {
  return { households: 0, factsChanged: 0, factsTotal: 0, verdictsChanged: 0, entitlementsChanged: 0 };
}

/** Adds the counts of a part. */
export function add(to: Counts, part: Counts): void {
  for (const name of Object.keys(to) as (keyof Counts)[]) to[name] += part[name];
}
