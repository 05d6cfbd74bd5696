import { codeListOf, readCode } from '../codes/code-lists.js';
import type { Field, FieldType } from '../fields/field.js';
import type { FieldValue } from '../fields/validate-type.js';
import { parseYuan } from '../values/money.js';
import { CellKind, quote, reason, type Reason } from './cell.js';
import { parseDay, parseMonth, parseYear } from './parse-date.js';

export type ParsedCell = { readonly value: FieldValue } | Reason;

type Parser = (field: Field, text: string, kind: CellKind) => ParsedCell;

const yes = new Set(['是', '1', '有', '√', 'y', 'yes', 'true', '参加', '已参加', '享受', '是的', '对', '已解决', '通', '已通']);
const no = new Set(['否', '0', '无', '×', 'x', 'n', 'no', 'false', '没有', '未参加', '没参加', '不享受', '不是', '未享受', '未解决', '未通', '不通']);

/** Digits that a spreadsheet keeps of a number; longer ones have lost their tail and cannot be repaired. */
const EXACT_DIGITS = 15;

/**
 * Reads the text of one filled cell into the value of its field, before it is checked against the catalogue.
 * Ways of writing are folded (full-width characters, 2026.11.22, 1,000元, 是/√/1); nothing that could mean two things is guessed.
 */
export function parseCell(field: Field, text: string, kind: CellKind = CellKind.text): ParsedCell {
  if (kind === CellKind.error) return reason('cell-error', `单元格为错误值${quote(text)}`, `the cell holds the error ${quote(text)}`);
  if (kind === CellKind.formulaWithoutValue) return reason('formula', '单元格是公式且没有计算结果，请粘贴为数值', 'the cell is a formula without a result; paste its value');
  return parsers[field.type](field, text, kind);
}

const parsers: Readonly<Record<FieldType, Parser>> = {
  text: (field, text, kind) => (kind === CellKind.number ? numberAsText(field, text) : { value: unescapeText(text) }),
  position: (_field, text) => ({ value: text.normalize('NFKC').trim() }),
  division: (_field, text) => ({ value: text.normalize('NFKC').trim() }),
  boolean: (_field, text) => {
    const word = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
    if (yes.has(word)) return { value: true };
    return no.has(word) ? { value: false } : reason('boolean', `“${quote(text)}”应填“是”或“否”`, `"${quote(text)}" must be yes or no`);
  },
  integer: (_field, text) => {
    const value = plainNumber(text);
    return value !== undefined && Number.isInteger(value) ? { value } : reason('integer', `“${quote(text)}”应为整数`, `"${quote(text)}" must be a whole number`);
  },
  decimal: (_field, text, kind) => {
    const value = plainNumber(text);
    if (value === undefined) return reason('decimal', `“${quote(text)}”应为数字`, `"${quote(text)}" must be a number`);
    // 12.300000000000001 is how a spreadsheet stores 12.3.
    return { value: kind === CellKind.number ? tidy(value) : value };
  },
  fen: (_field, text, kind) => {
    const fen = parseYuan(kind === CellKind.number ? String(tidy(Number(text))) : text);
    return fen === undefined ? reason('amount', `“${quote(text)}”应为金额（元，最多两位小数）`, `"${quote(text)}" must be an amount in yuan with at most two decimals`) : { value: fen };
  },
  date: (_field, text) => found(parseDay(text), () => reason('date', `“${quote(text)}”应为存在的日期，如2016-01-31`, `"${quote(text)}" must be an existing day such as 2016-01-31`)),
  month: (_field, text) => found(parseMonth(text), () => reason('month', `“${quote(text)}”应为年月，如2016-01`, `"${quote(text)}" must be a month such as 2016-01`)),
  year: (_field, text) => found(parseYear(text), () => reason('year', `“${quote(text)}”应为四位年份`, `"${quote(text)}" must be a year of four digits`)),
  code: (field, text) => {
    const code = codeOf(field, text);
    return code === undefined ? notInList(field, text) : { value: code };
  },
  codes: (field, text) => {
    const whole = codeOf(field, text);
    if (whole !== undefined) return { value: [whole] };
    const codes = text.split(/[、,，;；|\n]/).map((part) => part.trim()).filter((part) => part !== '').map((part) => codeOf(field, part) ?? part);
    const wrong = codes.find((code) => codeOf(field, code) === undefined);
    return wrong === undefined ? { value: [...new Set(codes)] } : notInList(field, wrong);
  },
};

function found(value: FieldValue | undefined, otherwise: () => Reason): ParsedCell {
  return value === undefined ? otherwise() : { value };
}

function codeOf(field: Field, text: string): string | undefined {
  return field.codeList === undefined ? undefined : readCode(field.codeList, text.replace(/\.0+$/, ''))?.code;
}

function notInList(field: Field, text: string): Reason {
  const names = field.codeList === undefined ? [] : codeListOf(field.codeList).items.slice(0, 6).map((item) => item.zh);
  return reason('code', `“${quote(text)}”不在选项中（如${names.join('、')}）`, `"${quote(text)}" is not in the list`);
}

/** A number where text belongs: document numbers, accounts and codes must be text, or their last digits are gone. */
function numberAsText(field: Field, text: string): ParsedCell {
  const digits = /^[0-9]+(?:\.0+)?$/.test(text) ? text.replace(/\.0+$/, '') : Number.isSafeInteger(Number(text)) ? String(Number(text)) : null;
  if (digits !== null && digits.length <= EXACT_DIGITS) return { value: digits };
  if (field.encrypted || digits !== null || /e/i.test(text)) {
    return reason('float', `“${quote(text)}”被存成了数字，末几位已丢失，请将该列设为文本后重新填写`, `"${quote(text)}" was stored as a number and has lost its last digits; make the column text and fill it in again`);
  }
  return { value: text };
}

function plainNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/(?:人|个月|月|亩|头|只|公里|km|平方米|m2|元)$/i, '');
  return /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]{1,2})?$/i.test(plain) ? Number(plain) : undefined;
}

function tidy(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return Math.abs(rounded - value) < 1e-6 ? rounded : value;
}

/** Takes back the apostrophe that keeps our own files from being read as formulas. */
function unescapeText(text: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text;
}
