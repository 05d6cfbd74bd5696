import { outcomeOf, parseYuan, problem, type ResultRow } from '#domain';

const references = ['流水号', '业务流水号', '代发流水号', 'REFERENCE'];
const outcomes = ['处理结果', '发放结果', '结果', '状态', 'OUTCOME'];
const reasons = ['失败原因', '原因', '备注', 'REASON'];
const amounts = ['金额', '金额(元)', '发放金额', 'AMOUNT'];
const HEADING_ROWS = 10;
/** Never the amount of a payment: a cell that is no amount must not pass for one. */
const NO_AMOUNT = -1;

interface Columns {
  readonly reference: number;
  readonly outcome: number;
  readonly reason: number;
  readonly amount: number;
}
const clean = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/**
 * Reads the rows of a bank's result file: headings in one of the first ten rows, then data to the end.
 * @throws `batch.result-columns` without a column for reference and one for outcome
 */
export function resultRowsOf(table: readonly { readonly n: number; readonly cells: readonly string[] }[]): ResultRow[] {
  for (const [i, row] of table.slice(0, HEADING_ROWS).entries()) {
    const columns = columnsOf(row.cells);
    if (columns) return table.slice(i + 1).map(({ n, cells }) => readRow(n, cells, columns)).filter(({ reference, outcome, reason }) => reference !== '' || outcome !== null || reason !== null);
  }
  throw problem('batch.result-columns');
}

function columnsOf(cells: readonly string[]): Columns | null {
  const headings = cells.map(clean);
  const find = (names: readonly string[]): number => headings.findIndex((heading) => names.includes(heading));
  const found = { reference: find(references), outcome: find(outcomes), reason: find(reasons), amount: find(amounts) };
  return found.reference >= 0 && found.outcome >= 0 ? found : null;
}

function readRow(line: number, cells: readonly string[], columns: Columns): ResultRow {
  const cell = (column: number): string => (column < 0 ? '' : (cells[column] ?? '').trim());
  const amount = cell(columns.amount);
  return {
    line, reference: clean(cell(columns.reference)).replace(/^'/, '').slice(0, 60), amountFen: amount === '' ? null : (parseYuan(amount) ?? NO_AMOUNT), outcome: outcomeOf(cell(columns.outcome)),
    reason: cell(columns.reason).slice(0, 200) || null,
  };
}
