import type { Writable } from 'node:stream';
import { formulaSafe, isFormulaLike } from './formula-safe.js';
import type { OutCell, SheetWriter } from './sheet-writer.js';
import { columnName, escapeXml, packageParts, sheetHead, sheetTail, Style, type ListValidation, type SheetName } from './xlsx-parts.js';
import { ZipWriter } from './zip-writer.js';

const FLUSH_CHARACTERS = 64 * 1024;

/** Writes a workbook to a stream: texts inline, one batch in memory, whatever the number of rows. */
export class XlsxWriter implements SheetWriter {
  private readonly zip: ZipWriter;
  private readonly sheets: SheetName[] = [];
  private buffer = '';
  private rows = 0;
  private open = false;

  constructor(out: Writable, private readonly options: { sheetName: string; frozenRows?: number; widths?: readonly number[]; mark?: string }) {
    this.zip = new ZipWriter(out);
  }

  async headings(cells: readonly string[]): Promise<void> {
    await this.row(cells.map((value) => ({ value, style: value.startsWith('*') ? Style.required : Style.heading })));
  }

  async row(cells: readonly OutCell[]): Promise<void> {
    if (!this.open) await this.beginSheet({ name: this.options.sheetName, hidden: false }, this.options);
    this.rows += 1;
    let xml = `<row r="${this.rows}">`;
    for (let column = 0; column < cells.length; column++) xml += cellXml(cells[column] as OutCell, nameOf(column) + this.rows);
    this.buffer += `${xml}</row>`;
    if (this.buffer.length >= FLUSH_CHARACTERS) await this.flush();
  }

  /** Ends the current sheet; drop-down lists apply to `validRows`. */
  async endSheet(validations: readonly ListValidation[] = [], validRows = { from: 2, to: 5_000 }): Promise<void> {
    if (!this.open) await this.beginSheet({ name: this.options.sheetName, hidden: false }, this.options);
    this.buffer += sheetTail(validations, validRows, this.options.mark);
    await this.flush();
    await this.zip.end();
    this.open = false;
  }

  async beginSheet(sheet: SheetName, { frozenRows = 0, widths = [] }: { frozenRows?: number; widths?: readonly number[] } = {}): Promise<void> {
    this.sheets.push(sheet);
    this.rows = 0;
    this.open = true;
    await this.zip.begin(`xl/worksheets/sheet${this.sheets.length}.xml`);
    this.buffer = sheetHead({ frozenRows, widths });
  }

  async finish(): Promise<void> {
    if (this.open || this.sheets.length === 0) await this.endSheet();
    for (const [name, xml] of packageParts(this.sheets)) await this.zip.add(name, xml);
    await this.zip.finish();
  }

  private async flush(): Promise<void> {
    const text = this.buffer;
    this.buffer = '';
    await this.zip.write(text);
  }
}

const names: string[] = [];
const nameOf = (column: number) => (names[column] ??= columnName(column));

function cellXml({ value, style, bad }: OutCell, r: string): string {
  if (value === null || value === '') return bad ? `<c r="${r}" s="${Style.bad}"/>` : '';
  if (typeof value === 'number') return `<c r="${r}" s="${bad ? Style.bad : (style ?? Style.number)}"><v>${value}</v></c>`;
  const risky = isFormulaLike(value);
  const s = bad ? (risky ? Style.badQuoted : Style.bad) : risky ? Style.quoted : (style ?? Style.text);
  // A text cell cannot be a formula, but what is later saved as CSV can: the apostrophe stays with it.
  return `<c r="${r}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(formulaSafe(value))}</t></is></c>`;
}
