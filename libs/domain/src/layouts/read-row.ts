import { findField } from '../fields/catalogue.js';
import type { Field, FieldEntity } from '../fields/field.js';
import { checkDocuments } from '../fields/validate-documents.js';
import { validateFields } from '../fields/validate.js';
import type { FieldValue } from '../fields/validate-type.js';
import { isCalendarDate } from '../time/calendar-date.js';
import { parseYuan } from '../values/money.js';
import { CellKind, reason, type CellFault, type Reason } from './cell.js';
import { fieldOfTarget, type ColumnTarget } from './column-target.js';
import { bookTotals } from './income-totals.js';
import { parseCell } from './parse-cell.js';
import type { RecognisedColumn } from './recognition.js';
import { emptyReading, type PlaceLevel, type RowReading, type Totals } from './row-reading.js';

/** Distinct cells remembered per column: code lists and yes/no repeat a hundred thousand times. */
const REMEMBERED = 5_000;

export type RowReader = (n: number, cells: readonly string[], kinds?: ArrayLike<number>) => RowReading;

type Checked = { readonly value: FieldValue } | Reason;
type ReadColumn = (reading: RowReading, text: string, kind: CellKind, totals: Totals) => void;

/** Builds the reader of a file's rows for its recognised columns. Pure; `today` bounds dates that cannot lie in the future. */
export function rowReader(columns: readonly RecognisedColumn[], options: { sheet: 'household' | 'person'; today: string }): RowReader {
  const readers = columns.flatMap((column) => {
    const read = column.target === null || column.duplicate ? null : columnReader(column.target, column.index);
    return read ? [{ index: column.index, read }] : [];
  });
  const documentColumns = new Map(columns.flatMap((column) => (column.target && !column.duplicate ? [[column.target, column.index] as const] : [])));
  return (n, cells, kinds) => {
    const reading = emptyReading(n);
    const totals: Totals = {};
    for (const { index, read } of readers) {
      const text = cells[index];
      if (text === undefined || text === '') continue;
      const kind = (kinds?.[index] ?? CellKind.text) as CellKind;
      if (kind === CellKind.text && text.trim() === '') continue;
      read(reading, text, kind, totals);
    }
    reading.faults.push(...bookTotals(reading.householdYear, totals));
    if (options.sheet === 'household') adoptHead(reading);
    checkPerson(reading, documentColumns, options.today);
    return reading;
  };
}

/** The head of a household row is its first member. */
function adoptHead(reading: RowReading): void {
  const { name, idNo, memberCode } = reading.head;
  if (name === null) return;
  reading.member['name'] = name;
  reading.member['relationToHead'] = '01';
  if (idNo !== null) reading.member['idNo'] = idNo;
  if (memberCode !== null) reading.member['memberCode'] = memberCode;
}

const documentTargets: Readonly<Record<string, readonly ColumnTarget[]>> = {
  idNo: ['member.idNo', 'virtual.headIdNo'],
  birthDate: ['member.birthDate', 'member.idNo', 'virtual.headIdNo'],
  gender: ['member.gender', 'member.idNo', 'virtual.headIdNo'],
  disabilityCertNo: ['member.disabilityCertNo'],
};

function checkPerson(reading: RowReading, columns: ReadonlyMap<ColumnTarget, number>, today: string): void {
  const values = reading.member;
  const idNo = values['idNo'];
  // Twenty characters are a disability certificate, whatever the file calls them.
  if (typeof idNo === 'string' && idNo.length === 20 && values['idType'] === undefined) values['idType'] = 'DISABILITY_CERT';
  for (const { field, fault, zh, en } of checkDocuments(values, {})) {
    const column = (documentTargets[field] ?? []).map((target) => columns.get(target)).find((index) => index !== undefined);
    reading.faults.push({ column: column ?? null, fault, zh, en });
  }
  const birth = values['birthDate'];
  if (typeof birth === 'string' && isCalendarDate(birth) && birth > today) {
    reading.faults.push({ column: columns.get('member.birthDate') ?? columns.get('member.idNo') ?? null, ...reason('future', '出生日期晚于今天', 'the birth date lies in the future') });
  }
}

function columnReader(target: ColumnTarget, index: number): ReadColumn | null {
  if (target === 'ignore') return null;
  if (target.startsWith('virtual.')) return virtualReader(target.slice(8), index);
  const field = fieldOfTarget(target);
  if (!field || field.derived) return null;
  if (field.key === 'year') return yearReader(field, index);
  if (field.key === 'villageCode') return fieldInto(field, index, (reading, value) => (reading.villageCode = value as string));
  const entity: FieldEntity = field.entity;
  return fieldInto(field, index, (reading, value) => (reading[entity][field.key] = value));
}

function fieldInto(field: Field, index: number, put: (reading: RowReading, value: FieldValue) => void): ReadColumn {
  const check = remembered(field);
  return (reading, text, kind) => {
    const checked = check(text, kind);
    if ('value' in checked) {
      if (checked.value !== null) put(reading, checked.value);
    } else reading.faults.push({ column: index, ...checked });
  };
}

function yearReader(field: Field, index: number): ReadColumn {
  return fieldInto(field, index, (reading, value) => (reading.year = value as number));
}

/** Parses and checks a cell; the answers of cells that repeat are kept. Document numbers are checked with the whole row. */
function remembered(field: Field): (text: string, kind: CellKind) => Checked {
  if (field.encrypted || field.key === 'name') return (text, kind) => check(field, text, kind);
  const answers = new Map<string, Checked>();
  return (text, kind) => {
    const key = kind === CellKind.text ? text : `${kind}\u0000${text}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = check(field, text, kind);
      if (answers.size < REMEMBERED) answers.set(key, answer);
    }
    return answer;
  };
}

function check(field: Field, text: string, kind: CellKind): Checked {
  const parsed = parseCell(field, text, kind);
  if (!('value' in parsed) || parsed.value === null) return parsed;
  if (field.key === 'idNo' || field.key === 'disabilityCertNo') return parsed;
  const { values, faults } = validateFields(field.entity, { [field.key]: parsed.value }, { partial: true });
  const fault = faults[0];
  return fault ? reason(fault.fault, fault.zh, fault.en) : { value: values[field.key] ?? null };
}

const places: Readonly<Record<string, PlaceLevel>> = { regionName: 'region', prefectureName: 'prefecture', countyName: 'county', townshipName: 'township', villageName: 'village' };
const heads: Readonly<Record<string, readonly ['name' | 'idNo' | 'memberCode', string]>> = { headName: ['name', 'name'], headIdNo: ['idNo', 'idNo'], headMemberCode: ['memberCode', 'memberCode'] };

function virtualReader(column: string, index: number): ReadColumn | null {
  const level = places[column];
  if (level) return (reading, text) => (reading.place[level] = text.trim());
  const head = heads[column];
  if (head) {
    const field = findField('member', head[1]);
    return field ? fieldInto(field, index, (reading, value) => (reading.head[head[0]] = value as string)) : null;
  }
  return column.endsWith('Total') ? totalReader(column as keyof Totals, index) : null;
}

function totalReader(column: keyof Totals, index: number): ReadColumn {
  return (reading, text, kind, totals) => {
    const fen = parseYuan(kind === CellKind.number ? String(Math.round(Number(text) * 100) / 100) : text);
    if (fen === undefined || fen < 0) reading.faults.push({ column: index, ...reason('amount', '应为不小于0的金额（元，最多两位小数）', 'must be an amount in yuan, not negative') } satisfies CellFault);
    else totals[column] = { fen, column: index };
  };
}
