import { Injectable } from '@nestjs/common';
import { policyParameter, policyParameters, problem } from '#domain';
import { Db, currentContext } from '#platform';
import { effectiveParameters } from './parameters.queries.js';
import type { ParameterRow } from './parameters.queries.js';

export interface ParameterQuestion {
  /** Year of the figure that is judged, e.g. the year of the income. */
  readonly year?: number | undefined;
  /** Division that is judged; values of the divisions above it apply to it. The whole region without it. */
  readonly division?: string | undefined;
  readonly basis?: string | undefined;
  /** A procedure, status or rank, see `subjectMeans` of the definition. */
  readonly subject?: string | undefined;
  /** Day on which the value is in force; today without it. */
  readonly on?: string | undefined;
  /** Only what was recorded by then: replays what was known on a day. */
  readonly knownAt?: Date | undefined;
}

export interface EffectiveParameter {
  readonly id: string;
  readonly name: string;
  /** Integer of the parameter's type (fen, basis points, days, …). */
  readonly value: number | null;
  readonly text: string | null;
  readonly basis: string | null;
  readonly source: string;
  readonly effectiveFrom: string | null;
}

const REGION = '15';
const basisOrder = [...new Set(policyParameters.flatMap(({ bases }) => bases ?? []))];

/** What other slices may ask about parameters. Runs in the transaction of the caller. */
@Injectable()
export class ParameterReader {
  constructor(private readonly db: Db) {}

  /**
   * The value in force, or null when nobody has set it (未设置): callers say "not set" and never guess.
   * @throws Problem parameter.unknown
   */
  async effective(name: string, question: ParameterQuestion = {}): Promise<EffectiveParameter | null> {
    return (await this.effectiveMany([name], question)).get(name) ?? null;
  }

  /** The same for several parameters in one query; names that are not set are missing from the map. */
  async effectiveMany(names: readonly string[], question: ParameterQuestion = {}): Promise<Map<string, EffectiveParameter>> {
    for (const name of names) if (!policyParameter(name)) throw problem('parameter.unknown', { name });
    const { year, division, basis, subject, on, knownAt } = question;
    const rows = await this.db.query<ParameterRow>(effectiveParameters, [
      names, year ?? null, division ?? REGION, on ?? currentContext().today, knownAt ?? null, subject ?? null, basis ?? null, basisOrder,
    ]);
    return new Map(rows.map((row) => [row.name, effectiveParameter(row)]));
  }

  /** Numbers by name as the rule language takes them; null = not set. */
  async values(names: readonly string[], question: ParameterQuestion = {}): Promise<Record<string, number | null>> {
    const found = await this.effectiveMany(names, question);
    return Object.fromEntries(names.map((name) => [name, found.get(name)?.value ?? null]));
  }
}

function effectiveParameter(row: ParameterRow): EffectiveParameter {
  return { id: row.id, name: row.name, value: row.value, text: row.value_text, basis: row.basis, source: row.source, effectiveFrom: row.effective_from };
}
