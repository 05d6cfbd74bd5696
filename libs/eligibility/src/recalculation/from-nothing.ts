import { levelTables, type JudgedLevel } from '../levels.js';
import { factSelects } from './compute.queries.js';
import type { CountyBasis } from './county-basis.js';
import { judge } from './judgement.queries.js';

/** A select with the CTEs before it and the values from $5 on; $1 county, $2 villages, $3 years, $4 parameters. */
export interface FromNothing {
  readonly ctes: readonly string[];
  readonly select: string;
  readonly values: readonly unknown[];
}

const fact = (level: JudgedLevel): string => `${levelTables[level].fact} as materialized (${factSelects[level]})`;

/**
 * Facts of a level computed from the written tables alone: the levels below are CTEs that take the place of the stored tables.
 * County facts count villages whose verdict is proven, so they carry the villages' verdicts with them.
 */
export function factsFromNothing(level: JudgedLevel, basis: CountyBasis): FromNothing {
  if (level === 'household') return { ctes: [], select: factSelects.household, values: [] };
  if (level === 'village') return { ctes: [fact('household')], select: factSelects.village, values: [] };
  const villages = verdictsFromNothing('village', basis);
  return { ctes: [...villages.ctes, `village_verdict as materialized (${villages.select})`], select: factSelects.county, values: villages.values };
}

/** Verdicts of a level computed from the written tables alone. */
export function verdictsFromNothing(level: JudgedLevel, basis: CountyBasis): FromNothing {
  const facts = factsFromNothing(level, basis);
  const judgement = judge(level, basis.rules[level], { before: facts.values });
  const known = new Set(facts.ctes);
  const ctes = [...facts.ctes, `${levelTables[level].fact} as materialized (${facts.select})`, ...judgement.ctes.filter((cte) => !known.has(cte))];
  return { ctes, select: judgement.select, values: judgement.values };
}
