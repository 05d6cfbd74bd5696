import { escapeXml } from '../files/xlsx-parts.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MAIN = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${REL}"`;

/** Runs of white space as one space: a line feed inside a run is none in a document. */
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text.replace(/\s+/g, ' '))}</w:t></w:r>`;

export const paragraph = (style: string, text: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;

const field = (instruction: string): string => `<w:fldSimple w:instr=" ${instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

/** Half points, twentieths of a point: the units of the format. */
function style(id: string, name: string, { size, bold = false, before = 0, after = 0, indent = 0, align = 'left', colour = '000000', next = id, outline }: { size: number; bold?: boolean; before?: number; after?: number; indent?: number; align?: string; colour?: string; next?: string; outline?: number }): string {
  const keep = outline === undefined ? '' : '<w:keepNext/>';
  const level = outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${next}"/><w:qFormat/>\
<w:pPr>${keep}<w:spacing w:before="${before}" w:after="${after}"/>${indent > 0 ? `<w:ind w:firstLine="${indent}"/>` : ''}<w:jc w:val="${align}"/>${level}</w:pPr>\
<w:rPr>${bold ? '<w:b/>' : ''}<w:color w:val="${colour}"/><w:sz w:val="${size}"/></w:rPr></w:style>`;
}

/** 仿宋 for the text and 宋体 for figures, as notices have them; a program without them takes its own. */
const styles = `${XML}<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
<w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
${style('Title', 'Title', { size: 44, bold: true, after: 200, align: 'center', next: 'Text', outline: 0 })}${style('Under', 'Under', { size: 24, align: 'center', colour: '404040' })}\
${style('Heading1', 'heading 1', { size: 30, bold: true, before: 300, after: 80, next: 'Text', outline: 0 })}${style('Text', 'Text', { size: 28, indent: 560 })}\
${style('Note', 'Note', { size: 20, before: 40, colour: '404040' })}${style('Mark', 'Mark', { size: 18, align: 'right', colour: '595959' })}\
${style('Cell', 'Cell', { size: 21 })}${style('Figure', 'Figure', { size: 21, align: 'right' })}${style('CellHead', 'CellHead', { size: 21, bold: true, align: 'center' })}</w:styles>`;

/** Every part but the text itself; the mark stands at the head and at the foot of every page. */
export function documentParts(mark: string): [name: string, xml: string][] {
  const part = (name: string, type: string) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const relation = (id: string, type: string) => `<Relationship Id="${id}" Type="${REL}/${type.replace(/\d/, '')}" Target="${type}.xml"/>`;
  return [
    ['[Content_Types].xml', `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>\
${part('document', 'document.main')}${part('styles', 'styles')}${part('header1', 'header')}${part('footer1', 'footer')}</Types>`],
    ['_rels/.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`],
    ['word/_rels/document.xml.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'styles')}${relation('rId2', 'header1')}${relation('rId3', 'footer1')}</Relationships>`],
    ['word/styles.xml', styles],
    ['word/header1.xml', `${XML}<w:hdr ${MAIN}>${paragraph('Mark', mark)}</w:hdr>`],
    ['word/footer1.xml', `${XML}<w:ftr ${MAIN}><w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr>${run(`${mark}　`)}${field('PAGE')}${run(' / ')}${field('NUMPAGES')}</w:p></w:ftr>`],
  ];
}

export const documentHead = `${XML}<w:document ${MAIN}><w:body>`;

/** A4 with the margins of an official document, in twentieths of a point. */
export const documentTail = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>\
<w:pgMar w:top="1440" w:right="1474" w:bottom="1440" w:left="1588" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`;

const WIDTH = 8_844;
const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>`;

/** A table over the whole width; its headings stand on every page again. The paragraph behind it keeps it apart from the next. */
export function tableXml({ headings, rows, numeric }: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly numeric: readonly number[] }): string {
  const width = Math.floor(WIDTH / Math.max(1, headings.length));
  const cell = (text: string, style: string) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(style, text)}</w:tc>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${headings.map((text) => cell(text, 'CellHead')).join('')}</w:tr>`;
  const lines = rows.map((cells) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${headings.map((_, column) => cell(cells[column] ?? '', numeric.includes(column) ? 'Figure' : 'Cell')).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblW w:w="${width * headings.length}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>\
<w:tblGrid>${headings.map(() => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}${lines.join('')}</w:tbl>`;
}
