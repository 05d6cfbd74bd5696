import type { Rule } from '../rules/rule.js';
import { datasetOf } from './datasets.js';
import type { QuestionDefinition } from './question-definition.js';

/**
 * The question behind one group: the same definition with one more condition, or with the division of the group. The rows it
 * finds are exactly those that were counted. Null where a group has no question of its own (rows of the division itself).
 */
export function drillDown({ groupBy, ...rest }: QuestionDefinition, key: string | null): QuestionDefinition | null {
  const { orderBy: _, ...definition } = rest;
  if (!groupBy) return definition;
  if (groupBy.by === 'division') return key === null || isOwnLevel(definition.division, key) ? null : { ...definition, division: key };
  return { ...definition, chips: withChip(definition.chips, chipOf(definition, groupBy.field, key)) };
}

/** Rows that belong to the division itself (a fund of the county) carry its code padded with zeros. */
export function isOwnLevel(division: string | undefined, key: string): boolean {
  return division !== undefined && key.length > division.length && /^0+$/.test(key.slice(division.length));
}

function chipOf(definition: Pick<QuestionDefinition, 'dataset'>, name: string, key: string | null): Rule {
  if (key === null) return { field: name, operator: 'null' };
  const type = datasetOf(definition.dataset).fields.find((field) => field.name === name)?.type;
  if (type === 'date') return { field: name, operator: 'between', value: [`${key}-01`, lastDayOf(key)] };
  const value = type === 'boolean' ? key === 'true' : type === 'integer' ? Number(key) : key;
  return { field: name, operator: '=', value };
}

/** One more condition that must hold, too. */
export function withChip(chips: Rule | undefined, chip: Rule): Rule {
  if (!chips) return { combinator: 'and', rules: [chip] };
  if ('combinator' in chips && chips.combinator === 'and' && chips.not !== true) return { ...chips, rules: [...chips.rules, chip] };
  return { combinator: 'and', rules: [chips, chip] };
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}
