import { Injectable } from '@nestjs/common';
import { problem, type AmountItem, type MeasureLevel } from '#domain';
import { MeasureReader } from '../catalogue/measure-reader.js';

/** What help needs to know of a measure. */
export interface MeasureTerms {
  readonly code: string;
  readonly versionId: string;
  readonly level: MeasureLevel;
  /** The only kind of term that a payment may have, where all printed amounts say the same; null: the documents leave it open. */
  readonly paidPer: 'once' | 'year' | null;
}

/** Looks a measure up in the catalogue. */
@Injectable()
export class MeasureLookup {
  constructor(private readonly catalogue: MeasureReader) {}

  /** The version in force on a day ('YYYY-MM-DD'). @throws `help.unknown-measure` */
  async find(code: string, on: string): Promise<MeasureTerms> {
    const measure = await this.catalogue.effective(code, on);
    if (!measure) throw problem('help.unknown-measure', { code, on });
    return { code, versionId: measure.id, level: measure.level, paidPer: paidPer(measure.amount ?? []) };
  }
}

function paidPer(amount: readonly AmountItem[]): 'once' | 'year' | null {
  const terms = new Set(amount.flatMap(({ kind, term }) => (kind === 'fixed' && term !== undefined ? [term] : [])));
  const [only] = terms;
  return terms.size === 1 && only !== undefined ? only : null;
}
