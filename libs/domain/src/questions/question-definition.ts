import { isDivisionCode } from '../divisions/index.js';
import type { FactCatalogue } from '../facts/catalogue.js';
import type { LocalText } from '../facts/fact-definition.js';
import { text } from '../facts/local-text.js';
import { validateRule } from '../rules/validate-rule.js';
import type { Rule } from '../rules/rule.js';
import { isCalendarDate } from '../time/index.js';
import { ROW_LEVEL, questionCatalogue } from './dataset-catalogue.js';
import { datasetOf, isDatasetName, type DatasetName, type QuestionDataset } from './datasets.js';
import type { QuestionField } from './question-field.js';
import { resolveRelativeDates } from './relative-dates.js';

/** Kept answers that one brief may hold: what can be read at one sitting. */
export const MOST_BRIEF_ANSWERS = 20;

export type QuestionMeasure = { readonly kind: 'count' } | { readonly kind: 'sum'; readonly field: string } | { readonly kind: 'share'; readonly of: Rule };
export type QuestionGroup = { readonly by: 'division' } | { readonly by: 'month' | 'field'; readonly field: string };
export interface QuestionOrder {
  readonly by: 'group' | 'value';
  readonly direction: 'asc' | 'desc';
}

/** A question as people keep it. Chips are in the rule language; a date in them may be `{daysBefore: 90}`. */
export interface QuestionDefinition {
  readonly dataset: DatasetName;
  /** The own territory without it. */
  readonly division?: string;
  readonly chips?: Rule;
  /** `year` of the facts; `on` the day as of which the tables are read, today without it. */
  readonly asOf?: { readonly year?: number; readonly on?: string };
  readonly measure: QuestionMeasure;
  readonly groupBy?: QuestionGroup;
  readonly orderBy?: QuestionOrder;
  readonly columns?: readonly string[];
}

export interface QuestionFault {
  /** JSON path into the definition. */
  readonly path: string;
  readonly message: LocalText;
}

export type ReadDefinition = { readonly definition: QuestionDefinition; readonly faults: null } | { readonly definition: null; readonly faults: readonly QuestionFault[] };

const KEYS = ['dataset', 'division', 'chips', 'asOf', 'measure', 'groupBy', 'orderBy', 'columns'];
const MAX_COLUMNS = 40;

/**
 * Reads a definition that came from outside: a definition without what means nothing (empty chips, ids of the editor), or everything
 * that is wrong with it. Total, never throws. Dates relative to the day are checked as dates and kept as they are.
 */
export function readDefinition(given: unknown, more?: FactCatalogue['codeLists']): ReadDefinition {
  const faults: QuestionFault[] = [];
  const fault = (path: string, zh: string, en: string): undefined => void faults.push({ path, message: text(zh, en) });
  if (!isRecord(given)) return { definition: null, faults: [{ path: '$', message: text('问题应为一个对象', 'a question is an object') }] };
  for (const key of Object.keys(given)) if (!KEYS.includes(key)) fault(`$.${/^\w{1,40}$/.test(key) ? key : '?'}`, `不认识的属性“${key.slice(0, 40)}”`, `unknown property "${key.slice(0, 40)}"`);
  if (!isDatasetName(given['dataset'])) return { definition: null, faults: [...faults, { path: '$.dataset', message: text('没有这个数据集', 'there is no such dataset') }] };
  const dataset = datasetOf(given['dataset']);
  const reader: Reader = { dataset, catalogue: questionCatalogue(dataset.name, more), fault };
  const division = present(given['division']);
  if (division !== undefined && !(typeof division === 'string' && isDivisionCode(division))) fault('$.division', '区划代码应为 2、4、6、9 或 12 位数字', 'a division has 2, 4, 6, 9 or 12 digits');
  const definition: QuestionDefinition = strip({
    dataset: dataset.name, division: division as string | undefined, chips: readChips(reader, given['chips'], '$.chips'), asOf: readAsOf(reader, present(given['asOf'])),
    measure: readMeasure(reader, present(given['measure'])), groupBy: readGroup(reader, present(given['groupBy'])), orderBy: readOrder(reader, present(given['orderBy'])),
    columns: readColumns(reader, present(given['columns'])),
  });
  return faults.length > 0 ? { definition: null, faults } : { definition, faults: null };
}

interface Reader {
  readonly dataset: QuestionDataset;
  readonly catalogue: FactCatalogue;
  readonly fault: (path: string, zh: string, en: string) => undefined;
}

function readChips(reader: Reader, given: unknown, path: string): Rule | undefined {
  if (given === undefined || given === null) return undefined;
  if (isRecord(given) && Array.isArray(given['rules']) && given['rules'].length === 0) return undefined;
  const bare = withoutIds(given);
  for (const { path: at, message } of validateRule(resolveRelativeDates(bare, '2020-01-01'), reader.catalogue, ROW_LEVEL)) reader.fault(at.replace('$', path), message.zh, message.en);
  return bare as Rule; // just validated; a faulty one is never answered
}

function readAsOf({ fault }: Reader, given: unknown): QuestionDefinition['asOf'] {
  if (given === undefined) return undefined;
  if (!isRecord(given) || Object.keys(given).some((key) => key !== 'year' && key !== 'on')) return fault('$.asOf', '时点应写明 year 或 on', 'as-of names year or on');
  const year = present(given['year']);
  const on = present(given['on']);
  if (year !== undefined && !(Number.isSafeInteger(year) && Number(year) >= 2000 && Number(year) <= 2100)) return fault('$.asOf.year', '年度应在 2000 至 2100 之间', 'a year lies between 2000 and 2100');
  if (on !== undefined && !(typeof on === 'string' && isCalendarDate(on))) return fault('$.asOf.on', '时点应为日期（年-月-日）', 'the day is a date YYYY-MM-DD');
  return year === undefined && on === undefined ? undefined : strip({ year: year as number | undefined, on: on as string | undefined });
}

function readMeasure(reader: Reader, given: unknown): QuestionMeasure {
  const { fault } = reader;
  if (given === undefined || given === 'count' || (isRecord(given) && given['kind'] === 'count')) return { kind: 'count' };
  if (isRecord(given) && given['kind'] === 'sum') {
    const field = fieldOf(reader, given['field'], '$.measure.field');
    if (field && !field.summable) fault('$.measure.field', `“${field.label.zh}”不能求和`, `"${field.label.en}" cannot be added up`);
    return { kind: 'sum', field: String(given['field']) };
  }
  if (isRecord(given) && given['kind'] === 'share') {
    const of = readChips(reader, given['of'], '$.measure.of');
    if (of) return { kind: 'share', of };
    fault('$.measure.of', '请写明占比的条件', 'a share needs a condition');
  } else fault('$.measure', '统计方式只能是 count、sum 或 share', 'the measure is count, sum or share');
  return { kind: 'count' };
}

function readGroup(reader: Reader, given: unknown): QuestionGroup | undefined {
  if (given === undefined) return undefined;
  if (!isRecord(given)) return reader.fault('$.groupBy', '分组应为一个对象', 'a grouping is an object');
  if (given['by'] === 'division') return { by: 'division' };
  if (given['by'] !== 'month' && given['by'] !== 'field') return reader.fault('$.groupBy.by', '只能按下级区划、月份或字段分组', 'groups are by division, month or field');
  const field = fieldOf(reader, given['field'], '$.groupBy.field');
  if (!field) return undefined;
  if (!field.groupable || !field.askable || (field.type === 'date') !== (given['by'] === 'month')) return reader.fault('$.groupBy.field', `不能按“${field.label.zh}”这样分组`, `no such groups by "${field.label.en}"`);
  return { by: given['by'], field: field.name };
}

function readOrder({ fault }: Reader, given: unknown): QuestionOrder | undefined {
  if (given === undefined) return undefined;
  const { by, direction = 'asc' } = isRecord(given) ? given : {};
  if ((by !== 'group' && by !== 'value') || (direction !== 'asc' && direction !== 'desc')) return fault('$.orderBy', '排序应写明 by（group 或 value）和 direction（asc 或 desc）', 'the order names by and direction');
  return { by, direction };
}

function readColumns(reader: Reader, given: unknown): readonly string[] | undefined {
  if (given === undefined) return undefined;
  if (!Array.isArray(given) || given.length === 0 || given.length > MAX_COLUMNS) return reader.fault('$.columns', `列应为 1 至 ${MAX_COLUMNS} 个字段`, `columns are 1 to ${MAX_COLUMNS} fields`);
  given.forEach((name, index) => void fieldOf(reader, name, `$.columns[${index}]`));
  return [...new Set(given.map(String))];
}

function fieldOf({ dataset, fault }: Reader, name: unknown, path: string): QuestionField | undefined {
  return dataset.fields.find((field) => field.name === name) ?? fault(path, `没有名为“${String(name).slice(0, 40)}”的字段`, `there is no field "${String(name).slice(0, 40)}"`);
}

/** The editor numbers its conditions; two questions that differ only in that are the same question. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'id').map(([key, entry]) => [key, withoutIds(entry)]));
}

const present = (value: unknown): unknown => value ?? undefined;

function strip<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Columns of the table: those asked for, or what is usually shown. */
export function columnsOf(definition: Pick<QuestionDefinition, 'dataset' | 'columns'>): QuestionField[] {
  const { fields } = datasetOf(definition.dataset);
  const chosen = definition.columns;
  return chosen ? chosen.flatMap((name) => fields.find((field) => field.name === name) ?? []) : fields.filter(({ shown }) => shown);
}
