import { isCalendarDate } from '../time/calendar-date.js';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

export type IdFault = 'length' | 'characters' | 'birth-date' | 'check-digit' | 'category' | 'level';

export interface ResidentId {
  /** 18 characters, upper case. */
  readonly number: string;
  /** 'YYYY-MM-DD'. */
  readonly birthDate: string;
  /** Codes of the gender list: 1 male, 2 female (parity of digit 17). */
  readonly gender: '1' | '2';
  /** First six digits: the division of first registration, which may have ceased to exist. */
  readonly divisionCode: string;
}

export type IdReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: IdFault };

/** Removes spaces and separators, folds full-width characters, upper-cases the X. Does not judge the number. */
export function normaliseIdNumber(written: string): string {
  return written.normalize('NFKC').replace(/[\s\-'’`]/g, '').toUpperCase();
}

/** Check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). @throws RangeError unless 17 digits. */
export function checkDigitOf(seventeen: string): string {
  if (!/^[0-9]{17}$/.test(seventeen)) throw new RangeError('17 digits expected');
  const sum = weights.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return checkDigits.charAt(sum % 11);
}

/**
 * Reads a resident identity number of 18 characters, or of 15 digits, which is upgraded (century 19, check digit added).
 * Birth dates in the future are the caller's business, as there is no clock here.
 */
export function readResidentId(written: string): IdReading<ResidentId> {
  const text = normaliseIdNumber(written);
  if (text.length === 15) return /^[0-9]{15}$/.test(text) ? readEighteen(upgrade(text)) : { ok: false, fault: 'characters' };
  if (text.length !== 18) return { ok: false, fault: 'length' };
  return readEighteen(text);
}

export interface DisabilityCertificate {
  /** 20 characters: identity number, category, level. */
  readonly number: string;
  readonly residentId: ResidentId;
  /** 1 visual, 2 hearing, 3 speech, 4 physical, 5 intellectual, 6 mental, 7 multiple. */
  readonly category: number;
  /** 1 (most severe) to 4. */
  readonly level: number;
}

/** Reads a disability certificate of 20 characters: identity number, one digit of category, one digit of level. */
export function readDisabilityCertificate(written: string): IdReading<DisabilityCertificate> {
  const text = normaliseIdNumber(written);
  if (text.length !== 20) return { ok: false, fault: 'length' };
  const resident = readEighteen(text.slice(0, 18));
  if (!resident.ok) return resident;
  if (!/^[1-7]$/.test(text.charAt(18))) return { ok: false, fault: 'category' };
  if (!/^[1-4]$/.test(text.charAt(19))) return { ok: false, fault: 'level' };
  return { ok: true, value: { number: text, residentId: resident.value, category: Number(text[18]), level: Number(text[19]) } };
}

/** Age in completed years on a day, both 'YYYY-MM-DD'. A person born on 29 February has the birthday on 1 March in common years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const faultTexts: Readonly<Record<IdFault, { zh: string; en: string }>> = {
  length: { zh: '位数不对', en: 'wrong number of characters' },
  characters: { zh: '含有非法字符', en: 'contains characters that do not belong' },
  'birth-date': { zh: '出生日期无效', en: 'the birth date does not exist' },
  'check-digit': { zh: '校验码不符', en: 'the check digit is wrong' },
  category: { zh: '残疾类别无效', en: 'the category of disability is wrong' },
  level: { zh: '残疾等级无效', en: 'the level of disability is wrong' },
};

/** The fault in words. */
export function idFaultText(fault: IdFault): { zh: string; en: string } {
  return faultTexts[fault];
}

function upgrade(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return seventeen + checkDigitOf(seventeen);
}

function readEighteen(text: string): IdReading<ResidentId> {
  if (!/^[1-9][0-9]{16}[0-9X]$/.test(text)) return { ok: false, fault: 'characters' };
  const birthDate = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isCalendarDate(birthDate) || birthDate < '1850-01-01') return { ok: false, fault: 'birth-date' };
  if (checkDigitOf(text.slice(0, 17)) !== text[17]) return { ok: false, fault: 'check-digit' };
  const gender = Number(text[16]) % 2 === 1 ? '1' : '2';
  return { ok: true, value: { number: text, birthDate, gender, divisionCode: text.slice(0, 6) } };
}
