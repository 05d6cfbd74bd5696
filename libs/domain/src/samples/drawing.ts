import type { DrawnUnit, StratumLine } from './draw.js';

/** What a method draws, before the list is numbered. */
export interface Drawing {
  readonly units: readonly Omit<DrawnUnit, 'ordinal'>[];
  readonly strata: readonly StratumLine[];
}
