import type { CodeListName } from '../codes/index.js';
import { FACT_CATALOGUE, buildCatalogue, type CodeLabels, type FactCatalogue } from '../facts/catalogue.js';
import type { FactDefinition, FactLevel, LocalText } from '../facts/fact-definition.js';
import { RULE_PARAMETERS } from '../facts/parameter-definitions.js';
import { QUESTION_CODE_LISTS } from './code-lists.js';
import { datasetNames, datasetOf, fieldsOfRelation, type DatasetName, type RelationName } from './datasets.js';
import type { QuestionField } from './question-field.js';

/** The slot of the rule language that holds the rows of a dataset, whatever they are. */
export const ROW_LEVEL = 'household' satisfies FactLevel;

const ownLists = QUESTION_CODE_LISTS.map(({ name, items }): [string, CodeLabels] => [name, new Map(items.map(({ code, zh, en }): [string, LocalText] => [code, { zh, en }]))]);
const codeLists: ReadonlyMap<string, CodeLabels> = new Map([...FACT_CATALOGUE.codeLists, ...ownLists]);

/** A field as the rule language takes it. The lists of questions stand beside those of the product, so the name is one of either. */
export function factOf(field: QuestionField, level: FactLevel): FactDefinition {
  const { codeList, time: _, groupable: __, summable: ___, shown: ____, askable: _____, ...rest } = field;
  return { ...rest, level, ...(codeList === undefined ? {} : { codeList: codeList as CodeListName }) };
}

function factsOf(relation: RelationName, level: FactLevel): FactDefinition[] {
  return fieldsOfRelation(relation).filter(({ askable }) => askable).map((field) => factOf(field, level));
}

function catalogueOf(name: DatasetName): FactCatalogue {
  const { collections } = datasetOf(name);
  return buildCatalogue({
    facts: [...factsOf(name, ROW_LEVEL), ...collections.flatMap(({ relation, level }) => factsOf(relation, level))],
    parameters: RULE_PARAMETERS,
    collections: collections.map(({ name: collection, label, unit, level, whenEmpty }) => ({ name: collection, label, unit, level, whenEmpty, of: ROW_LEVEL })),
    codeLists,
  });
}

const catalogues = new Map(datasetNames.map((name) => [name, catalogueOf(name)]));

/** Everything a question about this dataset may name. `more` are lists that are rows: measures and procedures. */
export function questionCatalogue(name: DatasetName, more: ReadonlyMap<string, CodeLabels> = new Map()): FactCatalogue {
  const catalogue = catalogues.get(name);
  if (!catalogue) throw new Error(`no dataset ${name}`);
  return more.size === 0 ? catalogue : { ...catalogue, codeLists: new Map([...catalogue.codeLists, ...more]) };
}
