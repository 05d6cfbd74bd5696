import { Injectable } from '@nestjs/common';
import { checkRuleSet, FACT_CATALOGUE, problem, uuidV7, type LocalText, type RuleSet } from '#domain';
import { Db } from '#platform';
import type { JudgedLevel } from '../levels.js';
import { RegionReader } from '../recalculation/region-reader.js';
import { SimulationService } from '../simulation/simulation.service.js';
import * as sql from './rule.queries.js';

export interface NewVersion {
  readonly level: JudgedLevel;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly rule: Record<string, unknown>;
  readonly examples: readonly unknown[];
  readonly source: RuleSet['source'];
  readonly effectiveFrom: string;
  /** Year over which the effect was simulated, and what the simulation answered with. */
  readonly simulatedYear: number;
  readonly seal: string;
}

/** Publishes versions of rules. A version that fails its own examples, or whose effect nobody has looked at, is refused. */
@Injectable()
export class RulePublisher {
  constructor(
    private readonly db: Db,
    private readonly simulations: SimulationService,
    private readonly regions: RegionReader,
  ) {}

  /** Throws `rule.invalid`, `rule.examples-failed`, `rule.level`, `rule.dates`, `rule.simulate-first`. */
  async publish(code: string, version: NewVersion): Promise<sql.RuleVersionRow> {
    await this.db.query(sql.lockRule, [code]);
    const [last] = await this.db.query<sql.RuleVersionRow>(sql.versionsOfRule, [code]);
    if (last && last.level !== version.level) throw problem('rule.level', { code, level: last.level });
    if (last && last.valid_from >= version.effectiveFrom) throw problem('rule.dates', { after: last.valid_from });
    const { level, name, description, rule, examples, source, effectiveFrom } = version;
    const set = { code, version: (last?.version ?? 0) + 1, level, name, description, rule, examples, source, effectiveFrom, effectiveTo: null };
    requirePublishable(set);
    await this.requireSimulated(code, version);
    if (last && last.valid_to === null) await this.db.query(sql.endVersion, [last.id, version.effectiveFrom]);
    const id = uuidV7();
    const texts = [name, description, rule, examples, source].map((part) => JSON.stringify(part));
    await this.db.query(sql.insertVersion, [code, set.version, level, ...texts, effectiveFrom, last?.valid_to ?? null, id]);
    // Every county notices by its fingerprint; the sweep comes within a minute, this only makes it now.
    this.regions.wakeAllAfterCommit();
    return this.db.one<sql.RuleVersionRow>(sql.versionById, [id]);
  }

  private async requireSimulated(code: string, { level, rule, simulatedYear, seal }: NewVersion): Promise<void> {
    const division = await this.regions.code();
    const seen = await this.simulations.simulate({ ruleCode: code, level, rule, division, year: simulatedYear, after: null, limit: 1 });
    if (seen.seal !== seal) throw problem('rule.simulate-first', { subjects: seen.subjects, flips: seen.flips });
  }
}

function requirePublishable(set: Record<string, unknown>): void {
  const problems = checkRuleSet(set, FACT_CATALOGUE);
  if (!problems) return;
  const faulty = problems.fields.length > 0 || problems.rule.length > 0;
  throw problem(faulty ? 'rule.invalid' : 'rule.examples-failed', { ...problems });
}
