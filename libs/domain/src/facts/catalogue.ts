import { codeLists } from '../codes/index.js';
import { COUNTY_FACTS, VILLAGE_FACTS } from './area-facts.js';
import { FACT_LEVELS, RELATED_LEVELS } from './fact-definition.js';
import type { CollectionDefinition, FactDefinition, FactLevel, FactType, LocalText, ParameterDefinition } from './fact-definition.js';
import { HOUSEHOLD_FACTS } from './household-facts.js';
import { text } from './local-text.js';
import { MEMBER_FACTS } from './member-facts.js';
import { RULE_PARAMETERS } from './parameter-definitions.js';

/** Codes of one list with their labels, in display order. */
export type CodeLabels = ReadonlyMap<string, LocalText>;

/** Everything a rule may name. Rules are validated, evaluated, described and compiled against one of these. */
export interface FactCatalogue {
  facts: Readonly<Record<FactLevel, ReadonlyMap<string, FactDefinition>>>;
  parameters: ReadonlyMap<string, ParameterDefinition>;
  collections: ReadonlyMap<string, CollectionDefinition>;
  /** Where a list is present, constants of a rule must be codes of it; where it is absent they are not checked. */
  codeLists: ReadonlyMap<string, CodeLabels>;
}

export interface CatalogueParts {
  facts: readonly FactDefinition[];
  parameters?: readonly ParameterDefinition[];
  collections?: readonly CollectionDefinition[];
  codeLists?: ReadonlyMap<string, CodeLabels>;
}

const identifier = /^[a-z][a-z0-9_]{0,62}$/;

/**
 * Builds a catalogue and checks it: names are SQL identifiers and unique per level, a ratio has two integer parts.
 * @throws Error naming the faulty definition (a mistake of a developer, never of a user)
 */
export function buildCatalogue(parts: CatalogueParts): FactCatalogue {
  const facts = Object.fromEntries([...FACT_LEVELS, ...RELATED_LEVELS].map((level) => [level, new Map()])) as Record<FactLevel, Map<string, FactDefinition>>;
  for (const fact of parts.facts) {
    if (!identifier.test(fact.name) || facts[fact.level].has(fact.name)) throw new Error(`fact ${fact.level}.${fact.name}: bad or repeated name`);
    facts[fact.level].set(fact.name, fact);
  }
  for (const fact of parts.facts) checkRatio(fact, facts[fact.level]);
  return { facts, parameters: byName(parts.parameters ?? []), collections: byName(parts.collections ?? []), codeLists: parts.codeLists ?? new Map() };
}

function byName<T extends { name: string }>(definitions: readonly T[]): Map<string, T> {
  for (const { name } of definitions) if (!identifier.test(name)) throw new Error(`bad name ${name}`);
  return new Map(definitions.map((definition) => [definition.name, definition]));
}

function checkRatio(fact: FactDefinition, siblings: ReadonlyMap<string, FactDefinition>): void {
  if ((fact.type === 'ratio') !== (fact.ratio !== undefined)) throw new Error(`fact ${fact.name}: ratio without parts, or parts without ratio`);
  const parts = fact.ratio ? [fact.ratio.numerator, fact.ratio.denominator] : [];
  if (parts.some((name) => siblings.get(name)?.type !== 'integer')) throw new Error(`fact ${fact.name}: both parts must be integer facts`);
}

const sqlTypes: Readonly<Record<Exclude<FactType, 'ratio'>, string>> = {
  integer: 'integer', money_fen: 'bigint', boolean: 'boolean', code: 'text', codes: 'text[]', date: 'date', text: 'text',
};

/** The columns a fact table of this level has, in order; a ratio has none, its parts have. */
export function factColumns(catalogue: FactCatalogue, level: FactLevel): { name: string; sqlType: string }[] {
  return [...catalogue.facts[level].values()].flatMap((fact) => (fact.type === 'ratio' ? [] : [{ name: fact.name, sqlType: sqlTypes[fact.type] }]));
}

/** All facts of every level, for screens that list them. */
export function allFacts(catalogue: FactCatalogue): FactDefinition[] {
  return FACT_LEVELS.flatMap((level) => [...catalogue.facts[level].values()]);
}

const labels = new Map(codeLists.map((list) => [list.name, new Map(list.items.map(({ code, zh, en }) => [code, text(zh, en)]))]));

/** The catalogue of the product. */
export const FACT_CATALOGUE: FactCatalogue = buildCatalogue({
  facts: [...HOUSEHOLD_FACTS, ...MEMBER_FACTS, ...VILLAGE_FACTS, ...COUNTY_FACTS],
  parameters: RULE_PARAMETERS,
  collections: [{ name: 'members', label: text('家庭成员', 'members'), of: 'household', level: 'member', whenEmpty: 'unknown', unit: text('人', 'persons') }],
  codeLists: labels,
});
