import type { Rule } from '#domain';
import type { Condition } from './condition-line.js';
import type { Related } from './related-lines.js';

export type Written = { kind: 'condition'; condition: Condition } | { kind: 'related'; related: Related } | { kind: 'other' };

/** A chip as the small editor can change it; what it cannot is changed behind 高级条件. */
export function readChip(rule: Rule): Written {
  if ('field' in rule) return { kind: 'condition', condition: { field: rule.field, operator: rule.operator, value: rule.value } };
  if (!('over' in rule)) return { kind: 'other' };
  const inner = 'combinator' in rule.where ? (rule.where.combinator === 'and' && rule.where.not !== true ? rule.where.rules : []) : [rule.where];
  const where = inner.flatMap((one): Condition[] => ('field' in one ? [{ field: one.field, operator: one.operator, value: one.value }] : []));
  if (where.length === 0 || where.length !== inner.length) return { kind: 'other' };
  const value = rule.count?.value;
  return { kind: 'related', related: { over: rule.over, quantifier: rule.quantifier, where, count: { operator: rule.count?.operator ?? '>=', value: typeof value === 'number' ? value : 2 } } };
}
