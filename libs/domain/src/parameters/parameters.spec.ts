import { RULE_PARAMETERS } from '../facts/parameter-definitions.js';
import { checkParameter } from './check-parameter.js';
import { policyParameter, policyParameters } from './parameter-definitions.js';
import type { PolicyParameter } from './parameter-definitions.js';

function definition(name: string): PolicyParameter {
  const found = policyParameter(name);
  if (!found) throw new Error(name);
  return found;
}

describe('policy parameters', () => {
  it('defines every parameter that a rule may name, with the same kind of number', () => {
    const kinds = { money_fen: ['money_fen'], basis_points: ['basis_points'], integer: ['days', 'months', 'years', 'count'] } as const;
    for (const { name, type } of RULE_PARAMETERS) expect([name, (kinds[type] as readonly string[]).includes(definition(name).type)]).toEqual([name, true]);
  });

  it('has unique names, and no qualifier that is both required and optional', () => {
    expect(new Set(policyParameters.map(({ name }) => name)).size).toBe(policyParameters.length);
    for (const { required, optional } of policyParameters) expect(required.filter((qualifier) => optional.includes(qualifier))).toEqual([]);
  });

  it('gives bases to every parameter that asks for a basis, and a meaning to every subject', () => {
    for (const parameter of policyParameters) {
      const qualifiers = [...parameter.required, ...parameter.optional];
      expect([parameter.name, parameter.bases !== undefined]).toEqual([parameter.name, qualifiers.includes('basis')]);
      expect([parameter.name, parameter.subjectMeans !== undefined]).toEqual([parameter.name, qualifiers.includes('subject')]);
    }
  });

  it.each([
    ['poverty_line', { year: 2020, basis: 'WORKING', value: 400_000, source: '文件' }, undefined],
    ['poverty_line', { year: 2020, basis: 'WORKING', value: null, source: '文件' }, undefined],
    ['poverty_line', { basis: 'WORKING', value: 400_000, source: '文件' }, 'parameter.wrong-key'],
    ['poverty_line', { year: 2020, basis: 'GUESS', value: 400_000, source: '文件' }, 'parameter.wrong-key'],
    ['poverty_line', { year: 2020, basis: 'NBS', subject: 'x', value: 400_000, source: '文件' }, 'parameter.wrong-key'],
    ['poverty_line', { year: 2020, basis: 'NBS', value: 0, source: '文件' }, 'parameter.out-of-range'],
    ['poverty_line', { year: 2020, basis: 'NBS', value: 1.5, source: '文件' }, 'parameter.out-of-range'],
    ['poverty_line', { year: 2020, basis: 'NBS', value: '4000', source: '文件' }, 'parameter.out-of-range'],
    ['poverty_line', { year: 2020, basis: 'NBS', value: 400_000, source: '  ' }, 'parameter.source-required'],
    ['exit_village_incidence', { value: 10_001, source: '文件' }, 'parameter.out-of-range'],
    ['exit_village_incidence', { value: 300, source: '文件', effectiveFrom: '2020-01-01', effectiveTo: '2020-01-01' }, 'parameter.dates'],
    ['notice_day_unit', { subject: 'county_exit', value: 'working', source: '文件' }, undefined],
    ['notice_day_unit', { subject: 'county_exit', value: 'lunar', source: '文件' }, 'parameter.out-of-range'],
    ['income_period_start', { value: '10-01', source: '文件' }, undefined],
    ['income_period_start', { value: '02-29', source: '文件' }, 'parameter.out-of-range'],
  ] as const)('%s %j: %s', (name, entry, refusal) => {
    expect(checkParameter(definition(name), entry)?.[0]).toBe(refusal);
  });
});
