import type { FactLevel } from '#domain';

/** Levels that have rules and verdicts of their own. */
export const judgedLevels = ['household', 'village', 'county'] as const satisfies readonly FactLevel[];
export type JudgedLevel = (typeof judgedLevels)[number];

export interface LevelTables {
  readonly fact: string;
  readonly verdict: string;
  /** Columns that, with `year`, name one row. */
  readonly key: readonly string[];
  /** Columns of the fact table beside key and facts. */
  readonly extra: readonly string[];
}

/** Where facts and verdicts of a level are kept. Every row also has `village_code`: the territory it belongs to. */
export const levelTables: Readonly<Record<JudgedLevel, LevelTables>> = {
  household: { fact: 'household_fact', verdict: 'household_verdict', key: ['county_code', 'household_id'], extra: [] },
  village: { fact: 'village_fact', verdict: 'village_verdict', key: ['county_code', 'village_code'], extra: ['poor_village', 'decision'] },
  county: { fact: 'county_fact', verdict: 'county_verdict', key: ['county_code'], extra: [] },
};
