import { html, Html } from './html.js';

export interface SheetDocument {
  readonly title: string;
  /** Style of this kind of sheet, with its `@page`; a constant of the code, never anything that was typed. */
  readonly styles: string;
  readonly sheets: readonly Html[];
}

const common = `
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #111; font: 11pt/1.5 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; }
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
h1 { margin: 0 0 4mm; text-align: center; font-size: 22pt; letter-spacing: 0.2em; text-indent: 0.2em; }
h2 { margin: 5mm 0 1.5mm; font-size: 13pt; break-after: avoid; }
p { margin: 0 0 2mm; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #333; padding: 1.2mm 1.6mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f0f0f0; }
.number { text-align: right; white-space: nowrap; }
.centre { text-align: center; }
.small { font-size: 9pt; color: #444; }
.indent { text-indent: 2em; }
.right { text-align: right; }
@media screen { body { max-width: 297mm; margin: 0 auto; padding: 8mm; } .sheet { margin-bottom: 12mm; } }
`;

/** One page of HTML with any number of sheets, without scripts and without a single foreign address. */
export function sheetDocument({ title, styles, sheets }: SheetDocument): string {
  const body = html`${sheets.map((sheet) => html`<section class="sheet">${sheet}</section>`)}`;
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${html`${title}`.source}</title><style>${common}${styles}</style></head>
<body>${body.source}</body>
</html>
`;
}
