import { html, type Html } from '#platform';
import { fileSections, fileStamp, fileStyles } from '../file/file-page.js';
import type { FileDocument } from '../file/file-document.js';

export const fileSheetStyles = `${fileStyles}
.cover { break-after: page; height: 245mm; display: flex; flex-direction: column; justify-content: center; align-items: center; gap: 8mm; }
.cover h1 { font-size: 34pt; }
.cover dl { display: grid; grid-template-columns: 32mm 80mm; font-size: 14pt; border: none; row-gap: 4mm; }
.cover dt, .cover dd { padding: 1mm 2mm; background: none; border-bottom: 0.5pt solid #333; }
.contents { break-after: page; }
.contents ol { font-size: 13pt; line-height: 2.2; }
`;

/** 一户一档: cover, index, content. */
export function fileSheet(file: FileDocument): Html {
  return html`<div class="cover"><h1>${file.title}</h1><dl><dt>户主</dt><dd>${file.subject}</dd><dt>所在地</dt><dd>${file.place}</dd><dt>建档日期</dt><dd>${file.printedAt.slice(0, 10)}</dd></dl></div>
<div class="contents"><h2>目录</h2><ol>${file.sections.map(({ title }) => html`<li>${title}</li>`)}</ol></div>
${fileStamp(file)}${fileSections(file)}`;
}
