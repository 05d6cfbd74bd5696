import { readDefinition, type DatasetName, type QuestionDefinition, type Rule } from '#domain';

/** Where everybody begins: how many households there are, by the areas below. */
export const firstQuestion: QuestionDefinition = { dataset: 'household', measure: { kind: 'count' }, groupBy: { by: 'division' } };

/** What an address says; the first question when it says nothing that can be asked. */
export function definitionOf(given: Record<string, unknown> | undefined): QuestionDefinition {
  if (!given) return firstQuestion;
  return readDefinition(given).definition ?? firstQuestion;
}

/** The conditions that all hold, one a chip. Alternatives and negations are one chip of their own. */
export function chipsOf({ chips }: QuestionDefinition): Rule[] {
  if (!chips) return [];
  return 'combinator' in chips && chips.combinator === 'and' && chips.not !== true ? chips.rules : [chips];
}

export function withChips(definition: QuestionDefinition, rules: readonly Rule[]): QuestionDefinition {
  const { chips: _, ...rest } = definition;
  return rules.length === 0 ? rest : { ...rest, chips: { combinator: 'and', rules: [...rules] } };
}

/** Another dataset has other fields: of the question only place, day and grouping by place remain. */
export function withDataset({ division, asOf, groupBy }: QuestionDefinition, dataset: DatasetName): QuestionDefinition {
  return { dataset, measure: { kind: 'count' }, ...(division ? { division } : {}), ...(asOf ? { asOf } : {}), ...(groupBy?.by === 'division' ? { groupBy } : {}) };
}

export function withDivision(definition: QuestionDefinition, division: string | undefined): QuestionDefinition {
  const { division: _, ...rest } = definition;
  return division ? { ...rest, division } : rest;
}

export function withAsOf(definition: QuestionDefinition, change: { year?: number | undefined; on?: string | undefined }): QuestionDefinition {
  const { asOf, ...rest } = definition;
  const { year, on } = { ...asOf, ...change };
  return year === undefined && !on ? rest : { ...rest, asOf: { ...(year === undefined ? {} : { year }), ...(on ? { on } : {}) } };
}
