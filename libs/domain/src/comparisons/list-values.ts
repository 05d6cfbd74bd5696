import { maskIdNumber } from '../identity/masking.js';
import { parseDay, parseMonth, parseYear } from '../layouts/parse-date.js';
import { parseYuan } from '../values/money.js';
import type { ListMapping } from './list-columns.js';
import type { ComparisonRegister, RegisterColumn } from './register-column.js';

export type ListValue = string | number | boolean | null;

const yes = new Set(['是', '有', '1', '√', 'Y', 'YES', '享受', '已享受', '已报废', '报废', '注销', '已注销']);
const no = new Set(['否', '无', '0', '×', 'N', 'NO', '未享受', '未报废', '正常', '未注销']);
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
const LONGEST_TEXT = 200;

const readers: Readonly<Record<RegisterColumn['type'], (text: string, column: RegisterColumn) => ListValue | undefined>> = {
  text: (text, { masked }) => (masked ? maskMiddle(text) : text.replace(/\s+/g, ' ').slice(0, LONGEST_TEXT)),
  date: (text) => parseDay(text),
  month: (text) => parseMonth(text),
  year: (text) => parseYear(text) ?? (parseDay(text) === undefined ? undefined : Number(parseDay(text)?.slice(0, 4))),
  integer: (text) => {
    const number = Number(plain(text).replaceAll(',', '').replace(/(?:个月|月|个|头|只)$/, ''));
    return Number.isSafeInteger(Math.round(number)) ? Math.round(number) : undefined;
  },
  fen: (text) => {
    // 万元 is how firms and banks write large amounts.
    const match = /^(.*?)万元?$/.exec(plain(text));
    const fen = parseYuan(match?.[1] ?? text);
    return fen === undefined || !match ? fen : fen * 10_000;
  },
  boolean: (text) => (yes.has(plain(text)) ? true : no.has(plain(text)) ? false : undefined),
  code: (text, { codes }) => codes.find(({ code, words }) => code === plain(text) || words.some((word) => plain(text).includes(plain(word))))?.code,
};

/** One cell of a list under its column; undefined when it is filled but cannot be read. */
export function readListValue(column: RegisterColumn, cell: string): ListValue | undefined {
  const text = cell.trim();
  return text === '' ? null : readers[column.type](text, column);
}

export interface LineValues {
  /** Under the names of the columns. A mapped column without anything in its cell is null; what cannot be read, or is not on the list, is left out. */
  readonly detail: Record<string, ListValue>;
  /** Columns whose cell could not be read. */
  readonly unread: readonly string[];
  /** What tells this statement from another about the same person, before it is masked. */
  readonly key: readonly string[];
  /** Values in clear that are kept as keyed hashes only: under which name, of which kind. Spaces, width and case do not make another value. */
  readonly toHash: readonly { readonly name: string; readonly kind: string; readonly normalised: string }[];
}

/** What a line says beside whom it speaks of: only the columns of the register that were mapped. */
export function readLineValues(register: ComparisonRegister, mapping: ListMapping, cells: readonly string[]): LineValues {
  const detail: Record<string, ListValue> = {};
  const unread: string[] = [];
  const key: string[] = [];
  const toHash: LineValues['toHash'][number][] = [];
  for (const column of register.columns) {
    const index = mapping[column.name];
    const cell = index === undefined ? '' : (cells[index] ?? '');
    const value = readListValue(column, cell);
    if (value === undefined) unread.push(column.name);
    else if (value !== null || index !== undefined) detail[column.name] = value;
    if (column.key) key.push(plain(cell));
    if (column.hashedAs !== null && plain(cell) !== '') toHash.push({ name: keyName(column.name), kind: column.hashedAs, normalised: plain(cell) });
  }
  return { detail, unread, key, toHash };
}

/** What a line says without its keyed hashes, which are for comparing inside the system and for nobody to read. */
export function withoutHashes({ columns }: Pick<ComparisonRegister, 'columns'>, detail: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const hashes = new Set(columns.filter(({ hashedAs }) => hashedAs !== null).map(({ name }) => keyName(name)));
  return Object.fromEntries(Object.entries(detail).filter(([name]) => !hashes.has(name)));
}

const keyName = (column: string): string => `${column}Key`;

/** 蒙A12345 → 蒙A**345. */
function maskMiddle(text: string): string {
  const characters = [...text.replace(/\s/g, '')];
  if (characters.length < 6) return characters.map((character, index) => (index === 0 ? character : '*')).join('');
  return characters.map((character, index) => (index < 2 || index >= characters.length - 3 ? character : '*')).join('');
}

/** A cell as it may be shown to whoever maps columns: enough to tell what it is, not enough to read the list. */
export function maskSampleCell(cell: string): string {
  const text = cell.trim().slice(0, 40);
  const bare = text.replace(/[\s-]/g, '');
  if (parseDay(text) !== undefined) return `${text.slice(0, 4)}…`;
  if (/[0-9]{6,}/.test(bare)) return bare.length >= 15 ? maskIdNumber(bare) : maskMiddle(bare);
  if (/^[\p{Script=Han}·]{2,}$/u.test(text)) return `${[...text][0] ?? ''}${'*'.repeat([...text].length - 1)}`;
  return text.length > 8 ? `${text.slice(0, 3)}…` : text;
}
