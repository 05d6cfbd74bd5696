import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson } from '#domain';
import { RecalculationService } from '#eligibility';
import { currentContext, Db, systemActor } from '#platform';
import { CareRegisterReader } from '../registers/register-reader.js';
import { careFactCtes, lastYears } from './care-facts.queries.js';
import * as sql from './derive.queries.js';

const TIMEOUT_MS = 300_000;
/** From here on hashing a county is cheaper than looking rows up, which the planner cannot know below row security. */
const MANY_VILLAGES = 3;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const factsVersion = sha256(careFactCtes);

/** Keeps the registers true: with every recalculation of villages, and for a whole county when definitions or ages change. */
@Injectable()
export class CareDerivation implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly registers: CareRegisterReader,
    private readonly recalculation: RecalculationService,
  ) {}

  onModuleInit(): void {
    this.recalculation.afterwards(({ countyCode, villages }) => this.derive(countyCode, villages));
  }

  /** Derives a whole county in a transaction of its own. */
  deriveCounty(countyCode: string): Promise<sql.Derived> {
    return this.db.run({ actor: systemActor(countyCode), timeoutMs: TIMEOUT_MS }, () => this.derive(countyCode, null));
  }

  /** The counties whose registers were computed by other definitions or ages than those in force, or never. */
  async dueCounties(region: string): Promise<string[]> {
    return this.db.run({ actor: systemActor(region), readOnly: true }, async () => {
      const counties = await this.db.query<{ county_code: string; basis: string | null }>(sql.countiesComputed);
      const due: string[] = [];
      for (const { county_code: code, basis } of counties) if (basis !== (await this.basis(code)).hash) due.push(code);
      return due;
    });
  }

  /** In the running transaction; `villages` null means all. Where definitions or ages changed, all of them are derived. */
  private async derive(countyCode: string, villages: readonly string[] | null): Promise<sql.Derived> {
    await this.db.query(sql.lockCare, [countyCode]);
    const { registers, ages, hash } = await this.basis(countyCode);
    const state = await this.db.maybeOne<{ basis: string }>(sql.stateOfCounty, [countyCode]);
    const whole = villages === null || state?.basis !== hash;
    const places = whole ? (await this.db.query<{ code: string }>(sql.villagesWithHouseholds, [countyCode])).map(({ code }) => code) : villages;
    const derived = await this.villages(countyCode, places, { registers, ages });
    await this.db.query(sql.stampCounty, [countyCode, countyCode.padEnd(12, '0'), hash, currentContext().now]);
    return derived;
  }

  private async villages(countyCode: string, villages: readonly string[], { registers, ages }: Pick<Basis, 'registers' | 'ages'>): Promise<sql.Derived> {
    const years = (await this.db.query<{ year: number }>(lastYears, [countyCode, villages])).map(({ year }) => year);
    if (registers.length === 0 || villages.length === 0) return { entered: 0, left: 0, refreshed: 0 };
    const { sql: text, values } = sql.deriveEntries(registers);
    await this.db.query(villages.length >= MANY_VILLAGES ? sql.joins.whole : sql.joins.few);
    const derived = await this.db.one<sql.Derived>(text, [countyCode, villages, years, JSON.stringify(ages), currentContext().today, ...values]);
    await this.db.query(sql.joins.usual);
    return derived;
  }

  private async basis(countyCode: string): Promise<Basis> {
    const registers = await this.registers.inForce();
    const ages = await this.registers.ages(countyCode);
    return { registers, ages, hash: sha256(canonicalJson({ factsVersion, versions: registers.map(({ id }) => id), ages })) };
  }
}

interface Basis {
  readonly registers: readonly sql.JudgingRegister[];
  readonly ages: Readonly<Record<string, number | null | undefined>>;
  readonly hash: string;
}
