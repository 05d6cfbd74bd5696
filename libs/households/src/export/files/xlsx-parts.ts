const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Cell styles by their place in the style part. `quoted` marks text that a spreadsheet must never read as a formula. */
export const Style = { text: 0, heading: 1, bad: 2, number: 3, quoted: 4, badQuoted: 5, required: 6 } as const;
export type Style = (typeof Style)[keyof typeof Style];

const formats = [
  'numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1"',
  'numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"',
  'numFmtId="49" fontId="0" fillId="3" applyNumberFormat="1" applyFill="1"',
  'numFmtId="0" fontId="0" fillId="0"',
  'numFmtId="49" fontId="0" fillId="0" quotePrefix="1" applyNumberFormat="1"',
  'numFmtId="49" fontId="0" fillId="3" quotePrefix="1" applyNumberFormat="1" applyFill="1"',
  'numFmtId="49" fontId="2" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"',
];
const solid = (rgb: string) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`;

export const stylesPart = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><color rgb="FFC00000"/><name val="宋体"/></font></fonts>\
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('E7EEF7')}${solid('FFC7CE')}</fills>\
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
<cellXfs count="${formats.length}">${formats.map((format) => `<xf ${format} borderId="0" xfId="0"/>`).join('')}</cellXfs></styleSheet>`;

export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}

/** The small parts that name the sheets. */
export function packageParts(sheets: readonly SheetName[]): [name: string, xml: string][] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return [
    ['[Content_Types].xml', `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>\
${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`],
    ['_rels/.rels', `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}\
<Relationship Id="rId${sheets.length + 1}" Type="${REL}/styles" Target="styles.xml"/></Relationships>`],
    ['xl/workbook.xml', `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>\
${sheets.map((sheet, index) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/styles.xml', stylesPart],
  ];
}

/** Head of a sheet: frozen headings and column widths. */
export function sheetHead({ frozenRows, widths }: { frozenRows: number; widths: readonly number[] }): string {
  const pane = frozenRows > 0 ? `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` : '';
  const cols = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  return `${XML}<worksheet xmlns="${MAIN}">${pane}${cols ? `<cols>${cols}</cols>` : ''}<sheetData>`;
}

export interface ListValidation {
  /** Column from 0. */
  readonly column: number;
  /** Range that holds the choices, e.g. `代码!$A$1:$A$3`. */
  readonly source: string;
}

export function sheetTail(validations: readonly ListValidation[], rows: { from: number; to: number }, mark?: string): string {
  const lists = validations.map(({ column, source }) =>
    `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${columnName(column)}${rows.from}:${columnName(column)}${rows.to}"><formula1>${escapeXml(source)}</formula1></dataValidation>`);
  return `</sheetData>${lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''}${mark === undefined ? '' : markOnPages(mark)}</worksheet>`;
}

/** Header and footer of every printed page. */
function markOnPages(mark: string): string {
  const text = escapeXml(mark.replaceAll('&', '&&'));
  return `<headerFooter><oddHeader>&amp;R${text}</oddHeader><oddFooter>&amp;L${text}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** 0 → A, 27 → AB. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for XML and drops what XML cannot hold at all. */
export function escapeXml(text: string): string {
  const escaped = /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => escapes[character] ?? character) : text;
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/.test(escaped)
    ? escaped.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    : escaped;
}
