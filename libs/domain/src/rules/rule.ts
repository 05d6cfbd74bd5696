/**
 * The one JSON form of every rule, shaped as react-querybuilder edits it. These types describe rules that passed
 * `validateRule`; what comes from outside is `unknown` and goes through `planRule`, which never throws.
 */
export type Rule = RuleGroup | RuleLeaf | RuleQuantifier;

export interface RuleGroup {
  id?: string;
  combinator: Combinator;
  /** Negates the whole group. */
  not?: boolean;
  rules: Rule[];
}
export type Combinator = 'and' | 'or';

export interface RuleLeaf {
  id?: string;
  field: string;
  operator: Operator;
  /** Absent for `null` and `notNull`; a list for `in`, `notIn`; a pair for `between`. */
  value?: RuleValue | RuleValue[];
}

/** Reaches the rows of a collection: "some member …", "the number of members that … is at least 2". */
export interface RuleQuantifier {
  id?: string;
  over: string;
  quantifier: Quantifier;
  where: Rule;
  /** Only for the quantifier `count`. */
  count?: { operator: CountOperator; value: RuleValue | RuleValue[] };
}

export type RuleConstant = number | string | boolean;
export type RuleValue = RuleConstant | { param: string } | { fact: string };

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const COUNT_OPERATORS = [...COMPARISONS, 'between'] as const;
export type CountOperator = (typeof COUNT_OPERATORS)[number];

/** `null` and `notNull` ask whether the fact is known; they alone are never unproven. */
export const OPERATORS = [...COMPARISONS, 'between', 'in', 'notIn', 'contains', 'null', 'notNull'] as const;
export type Operator = (typeof OPERATORS)[number];

export const QUANTIFIERS = ['some', 'all', 'none', 'count'] as const;
export type Quantifier = (typeof QUANTIFIERS)[number];

export const MAX_RULE_DEPTH = 6;
export const MAX_RULE_LEAVES = 200;
export const MAX_RULE_LIST = 500;
