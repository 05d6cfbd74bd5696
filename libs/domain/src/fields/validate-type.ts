import { codeItem } from '../codes/code-lists.js';
import { isDivisionCode } from '../divisions/division-code.js';
import { readHousePosition, typedHousePosition, writeHousePosition } from '../places/house-position.js';
import { isCalendarDate } from '../time/calendar-date.js';
import type { Field, FieldType } from './field.js';

export type FieldValue = string | number | boolean | string[] | null;

interface TypeFault {
  readonly fault: string;
  readonly zh: string;
  readonly en: string;
}

type TypeCheck = { readonly value: FieldValue } | TypeFault;

const wrong = (fault: string, zh: string, en: string): TypeFault => ({ fault, zh, en });

// What a database integer and a realistic amount can hold: a slip of the finger is caught, a big herd is not.
const LARGEST_INTEGER = 1_000_000;
const LARGEST_DECIMAL = 10_000_000;
/** One hundred million yuan. */
const LARGEST_FEN = 10_000_000_000;
const NOT_A_PLACE = { zh: '应为纬度和经度（十进制度），如“44.123456, 115.123456”', en: 'must be latitude and longitude in decimal degrees, such as 44.123456, 115.123456' };
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const SIGNED_AMOUNTS = new Set(['reportedIncome', 'reportedNetIncome', 'reportedPerCapitaIncome']);

/** Checks a value that is neither null nor undefined against the type of its field. Nothing is converted by guessing. */
export function checkType(field: Field, given: unknown): TypeCheck {
  return checks[field.type](field, given);
}

const checks: Readonly<Record<FieldType, (field: Field, given: unknown) => TypeCheck>> = {
  text: (field, given) => {
    if (typeof given !== 'string') return wrong('type', '应为文字', 'must be text');
    const text = given.normalize('NFC').trim();
    // Line breaks and tabs are the only control characters a note may carry; lone surrogates cannot be stored at all.
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) || LONE_SURROGATE.test(text)) return wrong('characters', '含有不允许的字符', 'contains characters that are not allowed');
    if (field.maxLength !== undefined && [...text].length > field.maxLength) return wrong('too-long', `不能超过${field.maxLength}个字`, `must not exceed ${field.maxLength} characters`);
    return { value: text === '' ? null : text };
  },
  boolean: (_field, given) => (typeof given === 'boolean' ? { value: given } : wrong('type', '应为“是”或“否”', 'must be yes or no')),
  integer: (field, given) => {
    const most = field.unit === 'months' ? 12 : field.unit === 'persons' ? 99 : LARGEST_INTEGER;
    if (!Number.isInteger(given)) return wrong('type', '应为整数', 'must be a whole number');
    return range(given as number, 0, most);
  },
  decimal: (_field, given) => {
    if (typeof given !== 'number' || !Number.isFinite(given)) return wrong('type', '应为数字', 'must be a number');
    if (Math.abs(given * 100 - Math.round(given * 100)) > 1e-6) return wrong('decimals', '最多两位小数', 'must have at most two decimals');
    return range(Math.round(given * 100) / 100, 0, LARGEST_DECIMAL);
  },
  fen: (field, given) => {
    if (!Number.isSafeInteger(given)) return wrong('type', '应为以分为单位的整数', 'must be a whole number of fen');
    return range(given as number, SIGNED_AMOUNTS.has(field.key) ? -LARGEST_FEN : 0, LARGEST_FEN);
  },
  year: (_field, given) => (Number.isInteger(given) ? range(given as number, 1949, 2100) : wrong('type', '应为年份', 'must be a year')),
  month: (_field, given) =>
    typeof given === 'string' && /^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$/.test(given) ? { value: given } : wrong('type', '应为“年-月”，如2014-01', 'must be a month such as 2014-01'),
  date: (_field, given) =>
    typeof given === 'string' && isCalendarDate(given) && given >= '1850-01-01' && given < '2101-01-01'
      ? { value: given }
      : wrong('type', '应为存在的日期，如2014-01-31', 'must be an existing day such as 2014-01-31'),
  code: (field, given) => (isCode(field, given) ? { value: given } : wrong('code', '不是代码表中的值', 'is not a code of its list')),
  codes: (field, given) => {
    if (!Array.isArray(given)) return wrong('type', '应为代码列表', 'must be a list of codes');
    const codes: unknown[] = given;
    if (!codes.every((code): code is string => isCode(field, code))) return wrong('code', '含有代码表以外的值', 'contains a code that is not in its list');
    return { value: codes.length === 0 ? null : [...new Set(codes)] };
  },
  division: (_field, given) =>
    typeof given === 'string' && isDivisionCode(given) && given.length === 12 ? { value: given } : wrong('division', '应为12位嘎查村代码', 'must be a village code of 12 digits'),
  position: (_field, given) => {
    if (typeof given !== 'string' || given.length > 100) return wrong('position', NOT_A_PLACE.zh, NOT_A_PLACE.en);
    if (given.trim() === '') return { value: null };
    const position = readHousePosition(given) ?? typedHousePosition(given, null);
    return position ? { value: writeHousePosition(position) } : wrong('position', NOT_A_PLACE.zh, NOT_A_PLACE.en);
  },
};

function isCode(field: Field, given: unknown): given is string {
  return typeof given === 'string' && field.codeList !== undefined && codeItem(field.codeList, given) !== undefined;
}

function range(value: number, least: number, most: number): TypeCheck {
  return value >= least && value <= most ? { value } : wrong('range', `应在${least}到${most}之间`, `must lie between ${least} and ${most}`);
}
