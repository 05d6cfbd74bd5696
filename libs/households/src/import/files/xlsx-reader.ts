import { StringDecoder } from 'node:string_decoder';
import { isProblem, problem } from '#domain';
import { MergeFiller, readMergedRanges } from './merged-cells.js';
import { limits, type FileNote, type RawRow, type RawTable } from './raw-table.js';
import { RowCollector } from './row-collector.js';
import { SheetScan, type SheetContext } from './sheet-scan.js';
import { readDateStyles, readSharedStrings, readWorkbook } from './xlsx-parts.js';
import { XmlScanner } from './xml-scanner.js';
import { Workbook } from './zip-file.js';

/** Reads one sheet of a workbook, the first visible one unless it is named, while it is inflated; memory holds its shared texts and one batch of rows. */
export class XlsxTable implements RawTable {
  readonly notes: FileNote[] = [];

  constructor(
    private readonly path: string,
    private readonly sheetName: string | null = null,
  ) {}

  async *rows(): AsyncGenerator<RawRow[]> {
    const book = await Workbook.open(this.path);
    try {
      const info = await readWorkbook(book);
      const wanted = this.sheetName?.trim();
      const sheet = wanted ? info.sheets.find((candidate) => candidate.name.trim() === wanted) : (info.sheets.find((candidate) => !candidate.hidden) ?? info.sheets[0]);
      if (!sheet) throw wanted ? problem('import.sheet-unknown', { sheet: wanted.slice(0, 60), sheets: info.sheets.map(({ name }) => name).join('、').slice(0, 200) }) : problem('import.damaged');
      this.noteSheets(info.sheets.filter((candidate) => !candidate.hidden).length, sheet.name);
      const context = { strings: await readSharedStrings(book), dateStyles: await readDateStyles(book), date1904: info.date1904 };
      const filler = new MergeFiller(await readMergedRanges(await book.read(sheet.part)));
      yield* this.sheetRows(book, sheet.part, { context, filler });
    } catch (error) {
      throw isProblem(error) ? error : problem('import.damaged');
    } finally {
      book.close();
    }
  }

  private async *sheetRows(book: Workbook, part: string, { context, filler }: { context: SheetContext; filler: MergeFiller }): AsyncGenerator<RawRow[]> {
    const collector = new RowCollector(this.notes);
    const scan = new SheetScan(context, collector, (row, cells, kinds) => filler.fill(row, cells, kinds));
    const scanner = new XmlScanner(scan);
    const decoder = new StringDecoder('utf8');
    const stream = await book.read(part);
    let tailOnly = false;
    let carry = '';
    try {
      for await (const chunk of stream) {
        const text = decoder.write(chunk as Buffer);
        if (tailOnly) {
          // Only a value ends the run of empty rows; the tags between need no reading.
          if (hasValue(carry + text)) throw problem('import.empty-rows', { row: collector.lastRow, limit: limits.emptyRun });
          carry = text.slice(-8);
          if (text.includes('sheetData>')) break;
          continue;
        }
        scanner.push(text);
        yield* collector.take();
        if (scan.finished) break;
        tailOnly = scan.row - Math.max(collector.lastRow, 10) > limits.emptyRun;
      }
      if (!scan.finished && !tailOnly) throw problem('import.damaged');
    } finally {
      stream.destroy();
    }
    if (tailOnly) collector.noteEmptyTail();
    this.noteCells(scan.formulas, filler.filled);
    yield* collector.flush();
  }

  private noteSheets(visible: number, name: string): void {
    if (visible > 1) this.notes.push({ note: 'sheets', zh: `工作簿有${visible}个工作表，只读取了“${name}”`, en: `The workbook has ${visible} sheets; only "${name}" was read` });
  }

  private noteCells(formulas: number, merged: number): void {
    if (formulas > 0) this.notes.push({ note: 'formulas', zh: `有${formulas}个公式单元格，按保存的计算结果读取`, en: `${formulas} formula cells were read by their stored results` });
    if (merged > 0) this.notes.push({ note: 'merged', zh: `有合并单元格，已用左上角的值填充${merged}个单元格`, en: `Merged cells: ${merged} cells were filled with the value of the first` });
  }
}

const hasValue = (text: string) => /<(?:\w+:)?(?:v|t|is)[ >]/.test(text);
