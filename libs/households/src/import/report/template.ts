import { PassThrough, type Readable } from 'node:stream';
import { codeListOf, findField, layoutOf, type Layout, type LayoutColumn } from '#domain';
import { columnName, type ListValidation } from '../../export/files/xlsx-parts.js';
import { XlsxWriter } from '../../export/files/xlsx-writer.js';

const LISTS = '选项';
const VERSION = '1';
const required = new Set(['name', 'relationToHead', 'headName', 'villageName']);

/** Choices of a column, when it has a code list or is a yes-or-no. */
function choices({ source }: LayoutColumn): string[] {
  if (source.kind === 'virtual') return [];
  const field = findField(source.entity, source.key);
  if (field?.type === 'boolean') return ['是', '否'];
  return field?.type === 'code' && field.codeList ? codeListOf(field.codeList).items.map((item) => item.zh) : [];
}

function isRequired({ source }: LayoutColumn): boolean {
  return required.has(source.kind === 'virtual' ? source.column : source.key);
}

/** An empty workbook of a layout: its headings (required ones starred), all cells text, drop-down lists for codes. */
export function templateFile(layout: Layout): Readable {
  const out = new PassThrough();
  writeTemplate(out, layout).then(() => out.end(), (error: unknown) => out.destroy(error instanceof Error ? error : new Error('template')));
  return out;
}

async function writeTemplate(out: PassThrough, layout: Layout): Promise<void> {
  const lists = layout.columns.map(choices);
  const longest = Math.max(...lists.map((list) => list.length));
  const validations = lists.flatMap((list, column): ListValidation[] => (list.length > 0 ? [{ column, source: `${LISTS}!$${columnName(column)}$1:$${columnName(column)}$${list.length}` }] : []));
  const writer = new XlsxWriter(out, { sheetName: '数据', frozenRows: 1, widths: layout.columns.map((column) => Math.max(8, column.heading.length * 2 + 4)) });
  await writer.headings(layout.columns.map((column) => (isRequired(column) ? `*${column.heading}` : column.heading)));
  await writer.endSheet(validations);
  await writer.beginSheet({ name: LISTS, hidden: true });
  for (let row = 0; row < longest; row++) await writer.row(lists.map((list) => ({ value: list[row] ?? null })));
  await writer.endSheet();
  await writer.beginSheet({ name: '说明', hidden: false });
  for (const line of [`版式 ${layout.id}（${layout.zh}） 模板版本 ${VERSION}`, '带*的列必填；列的顺序可以调整，多余的列会被忽略。', '证件号码、银行账号和电话号码请保持文本格式。', '日期可写2016-01-31、2016.1.31、2016/1/31或20160131。']) {
    await writer.row([{ value: line }]);
  }
  await writer.finish();
}

export function templateOf(id: Layout['id'], sheet?: Layout['sheet']): { layout: Layout; file: Readable; name: string } {
  const layout = layoutOf(id, sheet);
  return { layout, file: templateFile(layout), name: `模板-${layout.id}-${layout.sheet === 'household' ? '户' : '人'}.xlsx` };
}
