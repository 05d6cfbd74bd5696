import fc from 'fast-check';
import { buildCatalogue } from '../../../libs/domain/src/facts/catalogue.js';
import type { FactDefinition, FactLevel, FactType, FactValue, FactValues } from '../../../libs/domain/src/facts/index.js';
import type { Rule, RuleSubject, RuleValue } from '../../../libs/domain/src/rules/index.js';

/**
 * A catalogue with two facts of every type, one collection that may truly be empty and one that may not, and random
 * rules, facts and parameters over tiny domains, so that ties, unknowns, empty sets and repeated rows all occur.
 */
const types: readonly FactType[] = ['integer', 'money_fen', 'boolean', 'code', 'codes', 'date', 'text'];
const label = { zh: '指标', en: 'fact' };

function factsOf(level: FactLevel): FactDefinition[] {
  const plain = types.flatMap((type) => ['a', 'b'].map((suffix): FactDefinition => ({
    name: `${type}_${suffix}`, level, type, label: { zh: `${label.zh}${suffix}`, en: `${type} ${suffix}` }, nullMeans: label,
    codeList: type === 'code' || type === 'codes' ? 'housingGrade' : undefined,
  })));
  return [...plain, { name: 'share', level, type: 'ratio', unit: 'percent', label, nullMeans: label, ratio: { numerator: 'integer_a', denominator: 'integer_b' } }];
}

export const TEST_CATALOGUE = buildCatalogue({
  facts: [...factsOf('household'), ...factsOf('member')],
  parameters: [
    { name: 'whole', type: 'integer', label }, { name: 'line', type: 'money_fen', label },
    { name: 'ceiling', type: 'basis_points', label }, { name: 'unset', type: 'money_fen', label },
  ],
  collections: [
    { name: 'members', label, of: 'household', level: 'member', whenEmpty: 'unknown', unit: label },
    { name: 'visits', label, of: 'household', level: 'member', whenEmpty: 'empty', unit: label },
  ],
});

const codes = fc.constantFrom('A', 'B', 'C');
const dates = fc.constantFrom('2019-12-31', '2020-01-01', '2020-02-29');
const texts = fc.constantFrom('x', '甲', "o'k");
const small = fc.integer({ min: -1, max: 3 });
const points = fc.constantFrom(0, 3333, 3334, 5000, 10000, 20000);
const constants: Readonly<Record<FactType, fc.Arbitrary<number | boolean | string>>> = {
  integer: small, money_fen: small, boolean: fc.boolean(), code: codes, codes, date: dates, text: texts, ratio: points,
};

const values: Readonly<Record<Exclude<FactType, 'ratio'>, fc.Arbitrary<FactValue>>> = {
  integer: small, money_fen: small, boolean: fc.boolean(), code: codes, date: dates, text: texts,
  codes: fc.array(fc.option(codes, { freq: 6, nil: null }), { maxLength: 2 }),
};

/** Facts of one row; about one in four is unknown. */
export const factValues: fc.Arbitrary<FactValues> = fc.record(Object.fromEntries(
  types.flatMap((type) => ['a', 'b'].map((suffix) => [`${type}_${suffix}`, fc.option(values[type as Exclude<FactType, 'ratio'>], { freq: 3, nil: null })])),
));

export const subjects: fc.Arbitrary<RuleSubject> = fc.record({
  facts: factValues,
  related: fc.record({ members: fc.array(factValues, { maxLength: 3 }), visits: fc.array(factValues, { maxLength: 2 }) }),
});

export const parameterValues = fc.record({
  whole: fc.option(small, { nil: null }), line: fc.option(small, { nil: null }), ceiling: fc.option(points, { nil: null }), unset: fc.constant(null),
});

const parametersOf: Readonly<Partial<Record<FactType, string[]>>> = { integer: ['whole'], money_fen: ['line', 'unset'], ratio: ['ceiling'] };

function operand(type: FactType): fc.Arbitrary<RuleValue> {
  const parameters = (parametersOf[type] ?? []).map((param) => ({ arbitrary: fc.constant<RuleValue>({ param }), weight: 1 }));
  const other = type === 'codes' ? 'code' : type;
  const facts = type === 'ratio' ? [] : [{ arbitrary: fc.constantFrom<RuleValue>({ fact: `${other}_a` }, { fact: `${other}_b` }), weight: 1 }];
  return fc.oneof({ arbitrary: constants[type] as fc.Arbitrary<RuleValue>, weight: 2 }, ...parameters, ...facts);
}

function field(type: FactType): fc.Arbitrary<string> {
  return type === 'ratio' ? fc.constant('share') : fc.constantFrom(`${type}_a`, `${type}_b`);
}

const ordered: readonly FactType[] = ['integer', 'money_fen', 'date', 'ratio'];
const known = fc.constantFrom<FactType>(...types, 'ratio').chain((type) => fc.record({ field: field(type), operator: fc.constantFrom('null' as const, 'notNull' as const) }));
const equality = fc.constantFrom<FactType>('boolean', 'code', 'text').chain((type) => fc.record({ field: field(type), operator: fc.constantFrom('=' as const, '!=' as const), value: operand(type) }));
const comparison = fc.constantFrom(...ordered).chain((type) => fc.record({ field: field(type), operator: fc.constantFrom('=', '!=', '<', '<=', '>', '>='), value: operand(type) })) as fc.Arbitrary<Rule>;
const between = fc.constantFrom(...ordered).chain((type) => fc.record({ field: field(type), operator: fc.constant('between' as const), value: fc.tuple(operand(type), operand(type)).map(sorted) }));
const list = fc.constantFrom<FactType>('integer', 'money_fen', 'date', 'code', 'text').chain((type) => fc.record({ field: field(type), operator: fc.constantFrom('in' as const, 'notIn' as const), value: fc.array(operand(type), { minLength: 1, maxLength: 3 }) }));
const inFact = fc.record({ field: field('code'), operator: fc.constantFrom('in' as const, 'notIn' as const), value: fc.constantFrom({ fact: 'codes_a' }, { fact: 'codes_b' }) });
const contains = fc.record({ field: field('codes'), operator: fc.constant('contains' as const), value: operand('codes') });
const leaves: fc.Arbitrary<Rule> = fc.oneof({ arbitrary: comparison, weight: 4 }, equality, between, list, inFact, contains, known);

function sorted([low, high]: [RuleValue, RuleValue]): RuleValue[] {
  return typeof low !== 'object' && typeof high !== 'object' && low > high ? [high, low] : [low, high];
}

function groupOf(children: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> {
  return fc.record({ combinator: fc.constantFrom('and' as const, 'or' as const), rules: fc.array(children, { minLength: 1, maxLength: 4 }) }, { requiredKeys: ['combinator', 'rules'] })
    .chain((group) => fc.option(fc.boolean(), { nil: undefined }).map((not) => (not === undefined ? group : { ...group, not })));
}

const rowRules: fc.Arbitrary<Rule> = fc.oneof({ arbitrary: leaves, weight: 3 }, groupOf(leaves));
const quantified: fc.Arbitrary<Rule> = fc.record({ over: fc.constantFrom('members', 'visits'), quantifier: fc.constantFrom('some' as const, 'all' as const, 'none' as const), where: rowRules });
const bounds = fc.oneof(
  fc.record({ operator: fc.constantFrom('=', '!=', '<', '<=', '>', '>='), value: operand('integer') }),
  fc.record({ operator: fc.constant('between'), value: fc.tuple(operand('integer'), operand('integer')).map(sorted) }),
);
const countedRows = fc.record({ over: fc.constantFrom('members', 'visits'), quantifier: fc.constant('count' as const), where: rowRules, count: bounds }) as fc.Arbitrary<Rule>;
const nodes = fc.oneof({ arbitrary: leaves, weight: 4 }, quantified, countedRows);

/** Valid rules against {@link TEST_CATALOGUE}, up to three groups deep. */
export const rules: fc.Arbitrary<Rule> = groupOf(fc.oneof({ arbitrary: nodes, weight: 3 }, groupOf(fc.oneof({ arbitrary: nodes, weight: 3 }, groupOf(nodes)))));
