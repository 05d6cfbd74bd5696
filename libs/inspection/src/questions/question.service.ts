import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  canonicalJson, columnsOf, datasetOf, describeQuestion, drillDown, formatCell, hideSmallCells, isOwnLevel, partReveals, type FactValue, type LocalText, type QuestionDefinition,
} from '#domain';
import { DivisionReader } from '#divisions';
import { Db } from '#platform';
import type { AnswerGroup, QuestionAnswer } from './answer.js';
import { QuestionGuard } from './question-guard.js';
import { QuestionResolver } from './question-resolver.js';
import { columnOf, QuestionRows } from './question-rows.js';
import { countStatement, fieldsNamed, type CountedRow } from './question.queries.js';
import type { ResolvedQuestion } from './resolved-question.js';

export const FIRST_ROWS = 50;
const MAX_GROUPS = 1_000;
const KEY_LENGTH = 16;

export interface AnswerOptions {
  /** Small cells are hidden, and the territory is the viewer's: a shared link. */
  readonly shared?: boolean;
  readonly rows?: number;
}

/** Answers questions in the transaction of the caller, with the rights and the territory of its actor. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly db: Db,
    private readonly resolver: QuestionResolver,
    private readonly rows: QuestionRows,
    private readonly guard: QuestionGuard,
    private readonly divisions: DivisionReader,
  ) {}

  /** @throws as `QuestionResolver.resolve`, and `question.too-wide` */
  async answer(given: unknown, options: AnswerOptions = {}): Promise<QuestionAnswer> {
    const { shared = false, rows: wanted = FIRST_ROWS } = options;
    const asked = await this.resolver.resolve(given, { narrow: shared });
    await this.guard.makeRoom(asked);
    const statement = countStatement(asked, { page: wanted + 1 });
    await this.guard.allow(statement);
    const [total, ...counted] = await this.db.query<CountedRow>(statement.sql, statement.values);
    if (!total) throw new Error('a question without totals');
    const groups = await this.groups(asked, counted);
    const page = await this.rows.pageIn(asked, { villages: total.villages ?? [], limit: wanted });
    const { key, definition } = { key: keyOf(await this.resolver.read(given)), definition: asked.definition };
    const figures = shared ? hideFigures(figuresOf(total), groups) : { ...figuresOf(total), groups, hidden: false };
    const named = [...fieldsNamed([asked.chips, asked.of], asked), ...columnsOf(definition).map(({ name }) => name)];
    return {
      definition, key, ...figures, sentence: describeQuestion({ ...asked, ...figures, of: asked.of }),
      columns: columnsOf(definition).map(columnOf), rows: figures.hidden ? [] : page.rows, nextCursor: figures.hidden ? null : page.nextCursor,
      understood: { parameters: asked.understood, division: definition.division, divisionName: asked.divisionName, year: asked.year },
      asOf: asOf(asked, named), sql: { text: statement.sql, values: statement.values },
    };
  }

  /** Groups with names, in the order asked for; by key without one. */
  private async groups(asked: ResolvedQuestion, counted: readonly CountedRow[]): Promise<AnswerGroup[]> {
    const { groupBy, orderBy, division } = asked.definition;
    if (!groupBy) return [];
    const names = groupBy.by === 'division' ? await this.divisions.names(counted.flatMap(({ key }) => key ?? [])) : new Map<string, string>();
    const shown = counted.filter((row) => row.met > 0 || groupBy.by === 'division').slice(0, MAX_GROUPS).map((row): AnswerGroup => ({
      key: row.key, name: nameOf(asked, row.key, names), ...figuresOf(row), hidden: false, drillDown: drillDown({ ...asked.definition, division }, row.key),
    }));
    if (!orderBy) return shown;
    const sign = orderBy.direction === 'asc' ? 1 : -1;
    const value = (group: AnswerGroup): number => (asked.definition.measure.kind === 'sum' ? group.sum : asked.definition.measure.kind === 'share' ? group.hits : group.number) ?? 0;
    return shown.sort((a, b) => sign * (orderBy.by === 'value' ? value(a) - value(b) : (a.key ?? '').localeCompare(b.key ?? '')));
  }
}

/** The short name of a question: the same for the same question everywhere, whoever asks. */
export function keyOf(definition: QuestionDefinition): string {
  const digest = createHash('sha256').update(canonicalJson(definition)).digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(0, KEY_LENGTH).padEnd(KEY_LENGTH, '0');
}

interface Figures {
  readonly number: number | null;
  readonly total: number | null;
  readonly unproven: number | null;
  readonly sum: number | null;
  readonly hits: number | null;
  readonly shareBasisPoints: number | null;
}

type CountedFigures = Figures & { readonly number: number; readonly total: number; readonly unproven: number; readonly hits: number };

function figuresOf(row: CountedRow): CountedFigures {
  return { number: row.met, total: row.total, unproven: row.unproven, sum: row.amount, hits: row.hits, shareBasisPoints: row.total > 0 ? Math.floor((row.met * 10_000) / row.total) : null };
}

/**
 * What a shared link does not show: groups of one or two, one more so that the rest does not tell, the total where it tells after all,
 * parts that would be found by taking what is shown from the whole, and then the table, whose rows could be counted.
 */
export function hideFigures(figures: CountedFigures, groups: readonly AnswerGroup[]): Figures & { groups: AnswerGroup[]; hidden: boolean } {
  const cells = hideSmallCells(groups.length > 0 ? groups.map(({ number }) => ({ count: number ?? 0 })) : [{ count: figures.number }]);
  const numberHidden = cells.total || (figures.number > 0 && figures.number < 3);
  const wholeHidden = numberHidden || partReveals(figures.number, figures.total);
  const unprovenHidden = wholeHidden || partReveals(figures.unproven, figures.total - figures.number);
  const hitsHidden = numberHidden || partReveals(figures.hits, figures.number);
  const anyGroup = groups.length > 0 && cells.hidden.includes(true);
  return {
    number: numberHidden ? null : figures.number, total: wholeHidden ? null : figures.total, unproven: unprovenHidden ? null : figures.unproven, sum: numberHidden ? null : figures.sum,
    hits: hitsHidden ? null : figures.hits, shareBasisPoints: wholeHidden ? null : figures.shareBasisPoints,
    // Whole, unproven and share of a group would tell what a hidden one holds: a link shows the number alone.
    groups: groups.map((group, index) => (cells.hidden[index]
      ? { ...group, number: null, total: null, unproven: null, sum: null, hits: null, hidden: true, drillDown: null }
      : { ...group, total: null, unproven: null, hits: group.hits !== null && !anyGroup && !hitsHidden && !partReveals(group.hits, group.number ?? 0) ? group.hits : null })),
    hidden: numberHidden || wholeHidden || anyGroup || (figures.hits > 0 && hitsHidden),
  };
}

function nameOf(asked: ResolvedQuestion, key: string | null, names: ReadonlyMap<string, string>): LocalText {
  const { groupBy, division, dataset } = asked.definition;
  const both = (text: string): LocalText => ({ zh: text, en: text });
  if (groupBy?.by === 'division') return key !== null && isOwnLevel(division, key) && !names.has(key) ? { zh: '（本级）', en: '(of the division itself)' } : both(names.get(key ?? '') ?? key ?? '');
  if (key === null) return { zh: '（未填写）', en: '(not filled in)' };
  const field = groupBy && datasetOf(dataset).fields.find(({ name }) => name === groupBy.field);
  if (!field || groupBy.by === 'month') return both(key);
  const value: FactValue = field.type === 'boolean' ? key === 'true' : field.type === 'integer' ? Number(key) : key;
  return formatCell(field, value, asked.catalogue);
}

/** Says which fields an earlier day sees as they were then, and which only as they are now. */
function asOf(asked: ResolvedQuestion, named: readonly string[]): QuestionAnswer['asOf'] {
  const fields = asked.dataset.fields.filter(({ name }) => named.includes(name));
  const past = asked.at !== null;
  const ofToday = past ? fields.filter(({ time }) => time === 'today') : [];
  const note = !past
    ? { zh: '数据为当前记录。', en: 'Read as recorded now.' }
    : ofToday.length === 0
      ? { zh: `数据为 ${asked.on} 当日终了时的记录。`, en: `Read as recorded by the end of ${asked.on}.` }
      : { zh: `数据为 ${asked.on} 当日终了时的记录；其中 ${ofToday.map(({ label }) => label.zh).join('、')} 只有当前值。`, en: `Read as recorded by the end of ${asked.on}; ${ofToday.map(({ label }) => label.en).join(', ')} only as they are now.` };
  return { on: asked.on, past, year: asked.year, ofThatDay: fields.filter((field) => !ofToday.includes(field)).map(({ name }) => name), ofToday: ofToday.map(({ name }) => name), note };
}
