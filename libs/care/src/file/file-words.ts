import { codeLabel, findField, formatFen, housePositionText, type CodeListName, type FieldEntity } from '#domain';

/** What is not recorded reads so; it is never left to be guessed from an empty cell. */
export const BLANK = '—';

export const yuan = (fen: number | null | undefined): string => (fen === null || fen === undefined ? BLANK : formatFen(fen));
export const day = (value: string | null | undefined): string => value ?? BLANK;
export const words = (value: string | number | null | undefined): string => (value === null || value === undefined || value === '' ? BLANK : String(value));
export const yesNo = (value: boolean | null | undefined): string => (value === null || value === undefined ? BLANK : value ? '是' : '否');
export const coded = (list: CodeListName, code: string | null | undefined): string => (code === null || code === undefined ? BLANK : codeLabel(list, code));
export const codedAll = (list: CodeListName, codes: readonly string[] | null | undefined): string => (codes && codes.length > 0 ? codes.map((code) => codeLabel(list, code)).join('、') : BLANK);

/** A recorded value as the catalogue says it is to be read. */
export function fieldText(entity: FieldEntity, key: string, value: unknown): string {
  const field = findField(entity, key);
  if (!field || value === null || value === undefined || value === '') return BLANK;
  if (typeof value === 'boolean') return yesNo(value);
  if (field.type === 'fen') return yuan(Number(value));
  if (field.type === 'position') return housePositionText(value);
  if (field.codeList && Array.isArray(value)) return codedAll(field.codeList, value as string[]);
  if (field.codeList && typeof value === 'string') return codeLabel(field.codeList, value);
  return Array.isArray(value) ? value.join('、') : String(value as string | number);
}

/** Label and text of some recorded fields, in this order. */
export function fieldRows(entity: FieldEntity, keys: readonly string[], values: Readonly<Record<string, unknown>>): [string, string][] {
  return keys.map((key) => [findField(entity, key)?.zh ?? key, fieldText(entity, key, values[key])]);
}

export const verdictWords: Readonly<Record<string, string>> = { met: '符合', not_met: '不符合', unproven: '待核实（资料不全）' };
export const caseStatusWords: Readonly<Record<string, string>> = { OPEN: '办理中', DECIDED: '已审定', COMPLETED: '已办结', REFUSED: '未通过', WITHDRAWN: '已撤回' };
