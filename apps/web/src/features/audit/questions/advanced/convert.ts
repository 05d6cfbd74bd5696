import type { Rule } from '#domain';
import type { RuleGroupType, RuleType } from 'react-querybuilder';
import { OVER } from '../chips/field-select.js';
import { hasValue, isComplete } from '../chips/operators.js';
import { readChip } from '../chips/read-chip.js';
import { isRelatedWhole, relatedRule, type Related } from '../chips/related-lines.js';

/** The expression as the editor has it: a condition about related rows is a row of its own kind with its text as the value. */
export function toBuilder(rule: Rule | undefined): RuleGroupType {
  if (!rule) return { combinator: 'and', rules: [] };
  const node = nodeOf(rule);
  return 'rules' in node ? node : { combinator: 'and', rules: [node] };
}

function nodeOf(rule: Rule): RuleGroupType | RuleType {
  if ('combinator' in rule) return { combinator: rule.combinator, not: rule.not === true, rules: rule.rules.map(nodeOf) };
  if ('field' in rule) return { field: rule.field, operator: rule.operator, value: rule.value };
  const read = readChip(rule);
  // What the small editor cannot show is kept as it is and only moved about.
  return { field: `${OVER}${rule.over}`, operator: 'related', value: read.kind === 'related' ? read.related : { kept: rule } };
}

/** Back into the rule language; conditions that still lack something, and empty groups, are left out. */
export function fromBuilder(group: RuleGroupType): Rule | undefined {
  const rules = group.rules.flatMap((node): Rule[] => {
    if (typeof node === 'string') return [];
    if ('rules' in node) { const inner = fromBuilder(node); return inner ? [inner] : []; }
    const leaf = leafOf(node);
    return leaf ? [leaf] : [];
  });
  if (rules.length === 0) return undefined;
  return { combinator: group.combinator === 'or' ? 'or' : 'and', ...(group.not ? { not: true } : {}), rules };
}

function leafOf({ field, operator, value }: RuleType): Rule | null {
  if (field.startsWith(OVER)) {
    const related = value as Related | { kept: Rule } | null;
    if (!related || typeof related !== 'object') return null;
    if ('kept' in related) return related.kept;
    return isRelatedWhole(related) ? relatedRule(related) : null;
  }
  if (!isComplete(operator, value)) return null;
  return (hasValue(operator) ? { field, operator, value: value as unknown } : { field, operator }) as unknown as Rule;
}
