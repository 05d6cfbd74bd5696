import { codeLabel, findField, housePositionText, type Field, type LayoutColumn, type VirtualColumn } from '#domain';
import type { FieldWriter } from '../../store/field-writer.js';
import type { OutCell } from '../files/sheet-writer.js';
import type { ExportRow } from './export.queries.js';

/** A household with what belongs to one line of the file. */
export interface ExportLine {
  readonly household: ExportRow;
  readonly year: ExportRow | undefined;
  /** The person of the line; on sheets of households the head. */
  readonly member: ExportRow | undefined;
  readonly memberYear: ExportRow | undefined;
  /** Names from the region down to the village. */
  readonly path: readonly string[];
}

export interface CellOptions {
  readonly writer: FieldWriter;
  /** Sensitive values in clear; without it their masked copies. */
  readonly unmasked: boolean;
}

const places: Partial<Record<VirtualColumn, number>> = { regionName: 0, prefectureName: 1, countyName: 2, townshipName: 3, villageName: 4 };
const totals: Partial<Record<VirtualColumn, string>> = {
  wageTotal: 'wage_income_fen', businessTotal: 'business_income_fen', propertyTotal: 'property_income_fen', transferTotal: 'transfer_income_fen', businessCostTotal: 'business_cost_fen',
};
const ecology = ['transfer_return_forest_fen', 'transfer_public_forest_fen', 'transfer_grassland_fen', 'transfer_resettlement_fen', 'transfer_ecology_other_fen', 'transfer_ecology_unsplit_fen'];
const empty: OutCell = { value: null };

/** The cell of a column as the national system writes it: names of codes, 是/否, yuan, 201401. */
export function exportCell(line: ExportLine, { source }: LayoutColumn, options: CellOptions): OutCell {
  if (source.kind === 'virtual') return virtualCell(line, source.column, options);
  const field = findField(source.entity, source.key);
  if (!field) return empty;
  const row = { household: line.household, householdYear: line.year, member: line.member, memberYear: line.memberYear }[source.entity];
  if (source.key === 'memberCount' && !row) return { value: line.household['member_count'] as number };
  return row ? fieldCell(field, row, options) : empty;
}

function virtualCell(line: ExportLine, column: VirtualColumn, options: CellOptions): OutCell {
  const place = places[column];
  if (place !== undefined) return { value: line.path[place] ?? null };
  if (column === 'headName') return { value: line.household['head_name'] as string };
  const key = column === 'headIdNo' ? 'idNo' : column === 'headMemberCode' ? 'memberCode' : null;
  const field = key === null ? undefined : findField('member', key);
  if (field) return line.member ? fieldCell(field, line.member, options) : empty;
  if (column === 'ecologyTotal') return yuan(sum(line.year, ecology));
  const total = totals[column];
  return total === undefined ? empty : yuan((line.year?.[total] as number | null | undefined) ?? null);
}

function fieldCell(field: Field, row: ExportRow, { writer, unmasked }: CellOptions): OutCell {
  if (field.encrypted) return { value: unmasked ? writer.reveal(field, row.id, row) : ((row[`${field.column}_masked`] as string | null) ?? null) };
  const value = row[field.column] ?? null;
  if (value === null) return empty;
  switch (field.type) {
    case 'boolean':
      return { value: value === true ? '是' : '否' };
    case 'code':
      return { value: field.codeList ? codeLabel(field.codeList, value as string) : (value as string) };
    case 'codes':
      return { value: (value as string[]).map((code) => (field.codeList ? codeLabel(field.codeList, code) : code)).join('、') };
    case 'fen':
      return yuan(value as number);
    case 'decimal':
      return { value: Number(value) };
    case 'month':
      return { value: (value as string).replace('-', '') };
    case 'position':
      return { value: housePositionText(value) };
    default:
      return { value: value as string | number };
  }
}

const yuan = (fen: number | null): OutCell => (fen === null ? empty : { value: fen / 100 });

function sum(row: ExportRow | undefined, columns: readonly string[]): number | null {
  const amounts = columns.map((column) => row?.[column]).filter((amount): amount is number => typeof amount === 'number');
  return amounts.length === 0 ? null : amounts.reduce((total, amount) => total + amount, 0);
}
