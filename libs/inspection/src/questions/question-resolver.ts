import { Injectable } from '@nestjs/common';
import {
  addDays, contains, datasetOf, holds, isRole, problem, questionCatalogue, readDefinition, resolveRelativeDates, RULE_PARAMETERS,
  type CodeLabels, type Permission, type QuestionDataset, type QuestionDefinition, type Rule,
} from '#domain';
import { DivisionReader, ParameterReader } from '#divisions';
import { newestYearOf } from '#eligibility';
import { currentContext, Db } from '#platform';
import { codeRows, type CodeRow } from './question.queries.js';
import type { ResolvedQuestion, UnderstoodParameter } from './resolved-question.js';

/** Makes a question that came from outside answerable for the actor, or says what is wrong with it. Runs in the caller's transaction. */
@Injectable()
export class QuestionResolver {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
    private readonly parameters: ParameterReader,
  ) {}

  /** A definition without faults. @throws `question.invalid` with every fault and its path */
  async read(given: unknown): Promise<QuestionDefinition> {
    return this.checked(given, await this.lists());
  }

  /**
   * Resolves division, day, year and parameters. `narrow` is for links: a question about a wider division is asked about the
   * viewer's own territory. @throws `question.invalid`, `question.future`, `question.dataset-forbidden`; `not-found` outside the territory
   */
  async resolve(given: unknown, { narrow = false }: { narrow?: boolean } = {}): Promise<ResolvedQuestion> {
    const lists = await this.lists();
    const definition = this.checked(given, lists);
    const dataset = datasetOf(definition.dataset);
    requireRights(dataset, definition);
    const division = territory(definition.division, narrow);
    const found = await this.divisions.find(division);
    if (!found) throw problem('division.not-found', { code: division });
    const { today } = currentContext();
    const on = definition.asOf?.on ?? today;
    if (on > today) throw problem('question.future');
    const year = definition.asOf?.year ?? (dataset.year === 'facts' ? await this.yearOf(division, on) : null);
    const chips = resolveRelativeDates(definition.chips, on) as Rule | undefined;
    const of = definition.measure.kind === 'share' ? (resolveRelativeDates(definition.measure.of, on) as Rule) : undefined;
    const understood = await this.understand([chips, of], { year: year ?? Number(on.slice(0, 4)), division });
    return {
      definition: { ...definition, division }, dataset, chips, of, catalogue: questionCatalogue(dataset.name, lists), understood,
      parameters: Object.fromEntries(understood.map(({ name, value }) => [name, value])), divisionName: found.name, on, at: on < today ? `${addDays(on, 1)}T00:00:00+08:00` : null, year,
    };
  }

  private checked(given: unknown, lists: ReadonlyMap<string, CodeLabels>): QuestionDefinition {
    const { definition, faults } = readDefinition(given, lists);
    if (definition) return definition;
    throw problem('question.invalid', { first: faults[0]?.message.zh ?? '', firstEn: faults[0]?.message.en ?? '', faults });
  }

  /** The year that is current in the division, but none after the day; the year of the day where nothing was computed. */
  private async yearOf(division: string, on: string): Promise<number> {
    const newest = await newestYearOf(this.db, division);
    const year = Number(on.slice(0, 4));
    return newest === null ? year : Math.min(newest, year);
  }

  private async understand(rules: readonly (Rule | undefined)[], { year, division }: { year: number; division: string }): Promise<UnderstoodParameter[]> {
    const names = new Set(rules.flatMap((rule) => parametersIn(rule)));
    const asked = RULE_PARAMETERS.filter(({ name }) => names.has(name));
    if (asked.length === 0) return [];
    const values = await this.parameters.effectiveMany(asked.map(({ name }) => name), { year, division, on: `${year}-12-31` });
    return asked.map(({ name, label, unit }) => ({ name, label, unit: unit ?? null, value: values.get(name)?.value ?? null, source: values.get(name)?.source ?? null }));
  }

  private async lists(): Promise<ReadonlyMap<string, CodeLabels>> {
    const lists = new Map<string, Map<string, { zh: string; en: string }>>();
    for (const { list, code, name } of await this.db.query<CodeRow>(codeRows)) {
      const labels = lists.get(list) ?? new Map<string, { zh: string; en: string }>();
      lists.set(list, labels.set(code, { zh: name.zh, en: name.en ?? name.zh }));
    }
    return lists;
  }
}

/** The division asked about as far as it lies in the actor's territory. A foreign one looks like one that is not there. */
function territory(division: string | undefined, narrow: boolean): string {
  const { scope } = currentContext().actor;
  if (scope === null) throw problem('not-found');
  if (division === undefined || (narrow && contains(division, scope))) return scope;
  if (!contains(scope, division)) throw problem('not-found');
  return division;
}

function requireRights(dataset: QuestionDataset, { chips, measure }: QuestionDefinition): void {
  const { role } = currentContext().actor;
  if (!isRole(role)) return; // the system asks for everybody
  const used = JSON.stringify([chips, measure]);
  const needed: [Permission, string][] = [[dataset.permission, dataset.label.zh], ...dataset.collections.filter(({ name }) => used.includes(`"over":"${name}"`)).map(({ permission, label }): [Permission, string] => [permission, label.zh])];
  for (const [permission, label] of needed) if (!holds(role, permission)) throw problem('question.dataset-forbidden', { dataset: label });
}

/** Names of the parameters in a rule. */
function parametersIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(parametersIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'param' in value && typeof value.param === 'string' ? [value.param] : [];
  return [...own, ...Object.values(value).flatMap(parametersIn)];
}
