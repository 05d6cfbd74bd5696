import { CellKind } from '#domain';
import { excelDay } from './excel-date.js';
import type { RowCollector } from './row-collector.js';
import { attribute, type XmlHandler } from './xml-scanner.js';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

/** Columns beyond this are never read, wherever a cell claims to be. */
const LAST_COLUMN = 16_384;

/** Turns the tags of a sheet into rows. Counts what its owner should know: formulas taken by their stored result. */
export class SheetScan implements XmlHandler {
  formulas = 0;
  finished = false;
  /** Row being read; grows also over empty rows. */
  row = 0;
  private cells: string[] = [];
  private kinds: Uint8Array | null = null;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private inValue = false;
  private formula = false;
  private hasValue = false;

  constructor(
    private readonly context: SheetContext,
    private readonly collector: RowCollector,
    private readonly fill: (row: number, cells: string[], kinds: () => Uint8Array) => void,
  ) {}

  open(name: string, tag: string, selfClosing: boolean): void {
    switch (name) {
      case 'c':
        this.openCell(tag);
        if (selfClosing) this.closeCell();
        break;
      case 'v':
      case 't':
        this.inValue = !selfClosing;
        this.hasValue = true;
        break;
      case 'f':
        this.formula = true;
        break;
      case 'row': {
        const r = attribute(tag, 'r');
        this.row = r === undefined ? this.row + 1 : Number(r);
        this.column = -1;
        if (selfClosing) this.closeRow();
        break;
      }
    }
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        this.closeCell();
        break;
      case 'v':
      case 't':
        this.inValue = false;
        break;
      case 'row':
        this.closeRow();
        break;
      case 'sheetData':
      case 'worksheet':
        this.finished = true;
        break;
    }
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
  }

  private openCell(tag: string): void {
    const r = attribute(tag, 'r');
    this.column = r === undefined ? this.column + 1 : columnIndex(r);
    this.type = attribute(tag, 't') ?? '';
    const style = attribute(tag, 's');
    this.style = style === undefined ? 0 : Number(style);
    this.value = '';
    this.formula = false;
    this.hasValue = false;
  }

  private closeCell(): void {
    if (this.column < 0 || this.column >= LAST_COLUMN) return;
    if (this.formula) this.formulas += 1;
    if (!this.hasValue) {
      if (this.formula) this.put('=', CellKind.formulaWithoutValue);
      return;
    }
    const { value } = this;
    switch (this.type) {
      case 's':
        return this.put(this.context.strings[Number(value)] ?? '', CellKind.text);
      case 'inlineStr':
      case 'str':
        return this.put(value, CellKind.text);
      case 'b':
        return this.put(value === '1' ? '是' : '否', CellKind.boolean);
      case 'e':
        return this.put(value, CellKind.error);
      case 'd':
        return this.put(value.slice(0, 10), CellKind.date);
      default:
        return this.putNumber(value);
    }
  }

  private putNumber(value: string): void {
    const day = this.context.dateStyles[this.style] ? excelDay(Number(value), this.context.date1904) : null;
    if (day !== null) this.put(day, CellKind.date);
    else this.put(value, CellKind.number);
  }

  private put(text: string, kind: CellKind): void {
    if (text === '') return;
    const { cells } = this;
    while (cells.length < this.column) cells.push('');
    cells[this.column] = text;
    if (kind !== CellKind.text) this.kindsOf()[this.column] = kind;
  }

  private kindsOf(): Uint8Array {
    if (this.kinds === null || this.kinds.length <= this.column) {
      const wider = new Uint8Array(Math.max(64, (this.column + 1) * 2));
      if (this.kinds) wider.set(this.kinds);
      this.kinds = wider;
    }
    return this.kinds;
  }

  private closeRow(): void {
    this.fill(this.row, this.cells, () => this.kindsOf());
    if (this.cells.length > 0) this.collector.add(this.row, this.cells, this.kinds ?? undefined);
    this.cells = [];
    this.kinds = null;
  }
}

/** AB12 → 27; -1 for anything else. */
export function columnIndex(reference: string): number {
  let index = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    index = index * 26 + (code - 64);
  }
  return at === 0 || at > 3 ? -1 : index - 1;
}
