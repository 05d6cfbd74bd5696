import { Html } from '#platform';
import type { FileDocument, FileSection } from './file-document.js';

/** Styles of a file, on a page of its own and in a bundle. */
export const fileStyles = `
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; color: #444; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 186mm; padding: 8mm; color: #111; font: 10.5pt/1.5 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; }
h1 { margin: 0 0 2mm; text-align: center; font-size: 18pt; letter-spacing: 0.3em; text-indent: 0.3em; }
.place { text-align: center; margin: 0 0 4mm; }
.stamp { display: flex; justify-content: space-between; flex-wrap: wrap; gap: 1mm 6mm; margin: 0 0 4mm; padding: 1.5mm 0; border-top: 1.5pt solid #111; border-bottom: 0.5pt solid #111; font-size: 9pt; }
.clear { font-weight: bold; }
section { margin: 0 0 5mm; }
h2 { margin: 0 0 1.5mm; font-size: 12pt; break-after: avoid; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #555; padding: 0.8mm 1.2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f0f0f0; font-weight: bold; }
table.wide { font-size: 7.5pt; }
table.wide th { min-width: 2.2em; }
.keep { white-space: nowrap; overflow-wrap: normal; }
.number { text-align: right; white-space: nowrap; }
dl { display: grid; grid-template-columns: repeat(3, 1fr); margin: 0; border-top: 0.5pt solid #555; border-left: 0.5pt solid #555; font-size: 9pt; }
dl div { display: flex; border-right: 0.5pt solid #555; border-bottom: 0.5pt solid #555; break-inside: avoid; }
dt { flex: 0 0 44%; padding: 0.8mm 1.2mm; background: #f0f0f0; }
dd { margin: 0; padding: 0.8mm 1.2mm; overflow-wrap: anywhere; }
.note, .none { margin: 1mm 0 0; font-size: 8.5pt; color: #444; }
.sign { display: flex; justify-content: space-between; margin-top: 10mm; break-inside: avoid; }
@media print { body { padding: 0; max-width: none; } th, dt { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string): string => value.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** The file as one page without scripts, to be read on a screen and printed on A4. */
export function filePage(file: FileDocument): string {
  const heading = `${file.title}　${file.subject}`;
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${text(heading)}</title><style>${fileStyles}</style></head>
<body>
<h1>${text(file.title)}</h1>
<p class="place">${text(file.place)}${file.kind === 'household' ? `　户主：${text(file.subject)}` : ''}</p>
${fileStamp(file).source}
${fileSections(file).source}
</body>
</html>
`;
}

/** When, by whom, and how secret. */
export function fileStamp(file: FileDocument): Html {
  const moment = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(file.printedAt));
  const secrecy = file.masked ? '敏感信息已遮蔽' : `含未遮蔽的敏感信息，用途：${file.purpose ?? ''}，请妥善保管、用后销毁`;
  return new Html(`<p class="stamp"><span>打印时间：${text(moment)}</span><span>打印人：${text(file.printedBy)}</span><span${file.masked ? '' : ' class="clear"'}>${text(secrecy)}</span></p>`);
}

/** The parts, with room for signatures below those of a household. */
export function fileSections(file: FileDocument): Html {
  const sign = '<div class="sign"><span>户主签字：＿＿＿＿＿＿＿</span><span>核对人签字：＿＿＿＿＿＿＿</span><span>＿＿＿＿年＿＿月＿＿日</span></div>';
  return new Html(`${file.sections.map(section).join('\n')}\n${file.kind === 'household' ? sign : ''}`);
}

function section({ title, fields, columns, rows, note }: FileSection): string {
  const body = columns.length > 0 ? table(columns, rows) : list(fields);
  return `<section><h2>${text(title)}</h2>${body}${note === null ? '' : `<p class="note">${text(note)}</p>`}</section>`;
}

function list(fields: FileSection['fields']): string {
  const full = [...fields, ...Array.from({ length: (3 - (fields.length % 3)) % 3 }, () => ({ label: '', value: '' }))];
  return `<dl>${full.map(({ label, value }) => `<div><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`).join('')}</dl>`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p class="none">无记录</p>';
  const head = columns.map((column, i) => `<th${rows.some((cells) => isNumber(cells[i] ?? '')) ? ' class="number"' : ''}>${text(column)}</th>`).join('');
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td${kindOf(cell)}>${text(cell)}</td>`).join('')}</tr>`).join('');
  return `<table${columns.length > 9 ? ' class="wide"' : ''}><thead><tr>${head}</tr></thead><tbody>${lines}</tbody></table>`;
}

function isNumber(cell: string): boolean {
  return /^-?[\d,]+(\.\d+)?%?$/.test(cell);
}

/** Numbers stand to the right; a day, a masked number or a short name is not broken. */
function kindOf(cell: string): string {
  if (isNumber(cell)) return ' class="number"';
  return /^\d{4}-\d{2}-\d{2}$/.test(cell) || /^[\d*X]{15,}$/.test(cell) || cell.length <= 3 ? ' class="keep"' : '';
}
