import { Injectable } from '@nestjs/common';
import { ParameterReader } from '#divisions';
import { problem, RULE_PARAMETERS, type Measure, type MeasureKind, type MeasureLevel } from '#domain';
import { Db } from '#platform';
import * as sql from './measure.queries.js';

export interface MeasureFilter {
  readonly kind?: MeasureKind | undefined;
  readonly level?: MeasureLevel | undefined;
  readonly text?: string | undefined;
  readonly after: string;
  readonly limit: number;
}

/** A measure with the identity of its version. */
export type MeasureVersion = Measure & { readonly id: string };

/** Measures and policy numbers in one piece, for work without network. */
export interface MeasureSnapshot {
  readonly on: string;
  readonly measures: readonly MeasureVersion[];
  readonly parameters: Readonly<Record<string, number | null>>;
}

/** The catalogue as published. */
@Injectable()
export class MeasureReader {
  constructor(
    private readonly db: Db,
    private readonly parameters: ParameterReader,
  ) {}

  /** The version in force on a day ('YYYY-MM-DD'), or null when there is none. */
  async effective(code: string, on: string): Promise<MeasureVersion | null> {
    const row = await this.db.maybeOne<sql.MeasureVersionRow>(sql.effectiveMeasure, [code, on]);
    return row && measureOf(row);
  }

  /** The same. Throws `measure.unknown` for a code that no version bears, `measure.not-in-force`. */
  async require(code: string, on: string): Promise<MeasureVersion> {
    const measure = await this.effective(code, on);
    if (measure) return measure;
    await this.versions(code);
    throw problem('measure.not-in-force', { code, on });
  }

  /** All versions in force on a day, in the order of their codes; without their examples. */
  async inForce(on: string): Promise<MeasureVersion[]> {
    return (await this.db.query<sql.MeasureVersionRow>(sql.measuresInForce, [on])).map(measureOf);
  }

  /** The newest version of each measure, one page. */
  list({ kind, level, text, after, limit }: MeasureFilter): Promise<sql.MeasureVersionRow[]> {
    const pattern = text === undefined ? null : `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    return this.db.query<sql.MeasureVersionRow>(sql.newestMeasures, [kind ?? null, level ?? null, pattern, after, limit]);
  }

  /** All versions of one measure, newest first. Throws `measure.unknown`. */
  async versions(code: string): Promise<sql.MeasureVersionRow[]> {
    const versions = await this.db.query<sql.MeasureVersionRow>(sql.versionsOfMeasure, [code]);
    if (versions.length === 0) throw problem('measure.unknown', { code });
    return versions;
  }

  /**
   * What a phone needs to judge measures without network: the versions in force on a day and the policy numbers of a division
   * that rules may name, as they hold for the year of that day. A number nobody has set is null.
   */
  async forSnapshot(on: string, division?: string): Promise<MeasureSnapshot> {
    const parameters = await this.parameters.values(RULE_PARAMETERS.map(({ name }) => name), { year: Number(on.slice(0, 4)), division, on });
    return { on, measures: await this.inForce(on), parameters };
  }
}

export function measureOf(row: sql.MeasureVersionRow): MeasureVersion {
  return {
    id: row.id, code: row.code, version: row.version, kind: row.kind, level: row.level, delivery: row.delivery, name: row.name, beneficiaries: row.beneficiaries,
    eligibility: row.eligibility, ruleNote: row.rule_note, amount: row.amount, period: row.period, funding: row.funding, afterExit: row.after_exit,
    receivedWhen: row.received_when, moves: row.moves, overlaps: row.overlapping, sources: row.sources, examples: row.examples, effectiveFrom: row.valid_from, effectiveTo: row.valid_to,
  };
}
