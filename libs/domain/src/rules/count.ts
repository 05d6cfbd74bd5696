import type { FactValue } from '../facts/fact-definition.js';
import { isComparison } from './plan.js';
import type { Comparison, CountOperator } from './rule.js';
import type { Semantics, Truth } from './truth.js';

/**
 * Compares "how many rows" with bounds. Rows whose truth is unknown may or may not count, so the number lies between
 * `sure` and `possible`, and the comparison is unknown unless every number in between gives the same answer.
 */
export function evaluateCount(operator: CountOperator, truths: readonly Truth[], bounds: readonly (FactValue | null)[], semantics: Semantics): Truth {
  const sure = truths.filter((truth) => truth === true).length;
  const possible = sure + truths.filter((truth) => truth === null).length;
  const compareWith = (comparison: Comparison, bound: FactValue | null | undefined): Truth =>
    typeof bound === 'number' ? compareRange(comparison, sure, possible, bound, semantics) : semantics.missing;
  if (isComparison(operator)) return compareWith(operator, bounds[0]);
  return semantics.and([compareWith('>=', bounds[0]), compareWith('<=', bounds[1])]);
}

function compareRange(comparison: Comparison, sure: number, possible: number, bound: number, semantics: Semantics): Truth {
  const compare = semantics.compare[comparison];
  if (comparison === '=' || comparison === '!=') {
    if (sure !== possible && bound >= sure && bound <= possible) return null;
    return compare(bound >= sure && bound <= possible ? 0 : 1);
  }
  const answer = compare(sure - bound);
  return answer === compare(possible - bound) ? answer : null;
}
