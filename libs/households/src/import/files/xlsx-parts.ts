import { problem } from '#domain';
import { limits } from './raw-table.js';
import { attribute, scanXml, type XmlHandler } from './xml-scanner.js';
import type { Workbook } from './zip-file.js';

export interface SheetRef {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface WorkbookInfo {
  readonly sheets: readonly SheetRef[];
  /** Days count from 1904 (old Macintosh files) instead of 1900. */
  readonly date1904: boolean;
}

const nothing: XmlHandler = { open: () => undefined, close: () => undefined, text: () => undefined };

/** Sheets in their order, and the calendar. */
export async function readWorkbook(book: Workbook): Promise<WorkbookInfo> {
  const targets = new Map<string, string>();
  await scanXml(await book.read('xl/_rels/workbook.xml.rels'), {
    ...nothing,
    open: (name, tag) => {
      const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')];
      if (name === 'Relationship' && id && target && attribute(tag, 'TargetMode') !== 'External') targets.set(id, target);
    },
  });
  const sheets: SheetRef[] = [];
  let date1904 = false;
  await scanXml(await book.read('xl/workbook.xml'), {
    ...nothing,
    open: (name, tag) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '');
      const part = name === 'sheet' ? partName(targets.get(attribute(tag, 'r:id') ?? attribute(tag, 'id') ?? '')) : null;
      if (part && book.has(part)) sheets.push({ name: attribute(tag, 'name') ?? '', part, hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible' });
    },
  });
  if (sheets.length === 0) throw problem('import.damaged');
  return { sheets, date1904 };
}

function partName(target: string | undefined): string | null {
  if (target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Texts that cells refer to by number. Furigana and formatting are left out. */
export async function readSharedStrings(book: Workbook): Promise<string[]> {
  const strings: string[] = [];
  if (!book.has('xl/sharedStrings.xml')) return strings;
  let current = '';
  let inText = false;
  let phonetic = 0;
  let characters = 0;
  await scanXml(await book.read('xl/sharedStrings.xml'), {
    open: (name, _tag, selfClosing) => {
      if (name === 'si') {
        current = '';
        if (selfClosing) strings.push('');
      } else if (name === 't') inText = !selfClosing;
      else if (name === 'rPh' && !selfClosing) phonetic += 1;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        characters += current.length;
        if (characters > limits.sharedCharacters || current.length > limits.cellCharacters) throw problem('import.inflates-too-much');
        strings.push(current);
      }
    },
    text: (text) => {
      if (inText && phonetic === 0) current += text;
    },
  });
  return strings;
}

/** Built-in number formats that show a day (ECMA-376 18.8.30, with the Chinese ones). */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58;

/** For each cell style, whether its number is a day. */
export async function readDateStyles(book: Workbook): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!book.has('xl/styles.xml')) return styles;
  const custom = new Set<number>();
  let inCellFormats = false;
  await scanXml(await book.read('xl/styles.xml'), {
    ...nothing,
    open: (name, tag, selfClosing) => {
      if (name === 'numFmt' && showsDay(attribute(tag, 'formatCode') ?? '')) custom.add(Number(attribute(tag, 'numFmtId')));
      if (name === 'cellXfs') inCellFormats = !selfClosing;
      if (name === 'xf' && inCellFormats) {
        const id = Number(attribute(tag, 'numFmtId') ?? 0);
        styles.push(isBuiltInDate(id) || custom.has(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

function showsDay(format: string): boolean {
  return /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
