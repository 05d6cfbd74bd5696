import type { CountyBasis } from './county-basis.js';

export interface RunOfCounty {
  readonly countyCode: string;
  readonly runId: string;
  readonly basis: CountyBasis;
  readonly kind: 'CHANGES' | 'WHOLE' | 'PROOF';
  readonly cause: string;
}

/** The columns of `recalculation_run` that every kind of run fills the same way; counts are added by the caller. */
export function runRow({ countyCode, runId, basis, kind, cause }: RunOfCounty): Record<string, unknown> {
  return {
    county_code: countyCode, id: runId, village_code: countyCode.padEnd(12, '0'), kind, cause, years: basis.years, basis: basis.hash,
    rule_versions: Object.values(basis.rules).flat().map(({ versionId }) => versionId),
    facts_changed: 0, facts_unchanged: 0, verdicts_changed: 0, parked: 0, differences: null,
  };
}
