import { FACT_CATALOGUE } from '#domain';
import type { AreaLevel } from './area-level.js';

export interface Rate {
  readonly rate: string;
  readonly numerator: string;
  readonly denominator: string;
}

function ratesOf(level: AreaLevel): Rate[] {
  return [...FACT_CATALOGUE.facts[level].values()].flatMap(({ name, ratio }) => (ratio ? [{ rate: name, ...ratio }] : []));
}

/** The rates of each level, from the catalogue of facts. */
export const rates: Readonly<Record<AreaLevel, readonly Rate[]>> = { village: ratesOf('village'), county: ratesOf('county') };
