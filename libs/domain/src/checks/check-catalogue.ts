import { FACT_CATALOGUE, type FactCatalogue } from '../facts/catalogue.js';
import type { ParameterDefinition, ParameterType } from '../facts/fact-definition.js';
import type { CheckParameter } from './check-definition.js';

const types: Readonly<Record<string, ParameterType>> = { fen: 'money_fen', basis_points: 'basis_points' };

/** What the rule of a check may name: facts, policy numbers, and the numbers of the check itself. */
export function checkCatalogue(parameters: readonly CheckParameter[]): FactCatalogue {
  const own = parameters.map(({ name, label, unit }): [string, ParameterDefinition] => [name, { name, label, type: types[unit] ?? 'integer', ...(unit === 'fen' ? { unit: 'yuan' } : {}) }]);
  return { ...FACT_CATALOGUE, parameters: new Map([...FACT_CATALOGUE.parameters, ...own]) };
}

/** The numbers and words of a check by name; one that is not set is null. */
export function checkParameterValues(parameters: readonly CheckParameter[]): Readonly<Record<string, CheckParameter['value']>> {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}
