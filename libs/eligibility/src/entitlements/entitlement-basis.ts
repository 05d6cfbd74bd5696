import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { judgingMeasures, needsOf } from '#domain';
import { MeasureReader } from '#measures';
import { entitlementSelect, gapSelect, type EntitlementBasis } from './entitlement.queries.js';

/** A new way of computing makes every county due. */
const entitlementVersion = createHash('sha256').update(entitlementSelect({ year: 0, running: 0, measures: [], needs: [] }).ctes.join() + gapSelect).digest('hex').slice(0, 16);

/** Measures and years that entitlements of a county are judged by. */
@Injectable()
export class EntitlementBasisReader {
  constructor(private readonly measures: MeasureReader) {}

  /**
   * Entitlements are kept of one year: the newest that something is recorded of. They are a list of work to be done today, which
   * a past year has none of; what was due on a past day is judged for that day when it is asked (`EntitlementJudge`). Like rules,
   * a measure judges by the version in force on the last day of the running year.
   */
  async read(newest: number | null, running: number): Promise<EntitlementBasis> {
    const measures = await this.measures.inForce(`${running}-12-31`);
    return { year: newest ?? running, running, measures: judgingMeasures(measures), needs: needsOf(measures) };
  }
}

/** What of the basis changes the answer: years, versions, and the way of computing. */
export function entitlementWord({ year, running, measures }: EntitlementBasis): unknown {
  return { entitlementVersion, year, running, measures: measures.map(({ versionId }) => versionId) };
}
