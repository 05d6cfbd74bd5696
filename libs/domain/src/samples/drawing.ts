export interface DrawnUnit {
  /** Place in the list, from 1. Replacements stand behind all primary units. */
  readonly ordinal: number;
  readonly role: 'PRIMARY' | 'REPLACEMENT';
  readonly id: string;
  readonly village: string;
  readonly stratum: string;
  /** Village of a cluster sample. */
  readonly cluster: string | null;
  /** Units of the frame that this one stands for: numerator, denominator. */
  readonly weight: readonly [number, number];
}

export interface StratumLine {
  readonly stratum: string;
  readonly units: number;
  readonly drawn: number;
  readonly replacements: number;
}

/** What a method draws, before the list is numbered. */
export interface Drawing {
  readonly units: readonly Omit<DrawnUnit, 'ordinal'>[];
  readonly strata: readonly StratumLine[];
}
