import { html, type Html } from '#platform';
import type { RectificationNotice } from '../findings/notice.js';

export const rectificationStyles = `
@page { size: A4 portrait; margin: 25mm 26mm 25mm 28mm; }
body { font: 14pt/1.9 "Noto Serif CJK SC", SimSun, serif; }
h1 { font-size: 22pt; color: #c8161d; border-bottom: 1.5pt solid #c8161d; padding-bottom: 4mm; }
table { font-size: 10pt; line-height: 1.4; }
.annex { break-before: page; }
`;

/** 问题整改通知书. */
export function rectificationSheet(notice: RectificationNotice): Html {
  return html`<h1>${notice.heading}</h1><p class="right">${notice.number}</p>
<p>${notice.addressee}：</p>
<p class="indent">${notice.opening}</p>
<p class="indent"><strong>一、问题</strong>　${notice.title}</p><p class="indent">${notice.facts}</p>
<p class="indent"><strong>二、依据</strong>　${notice.basis}</p>
${notice.requirements === null ? null : html`<p class="indent"><strong>三、整改要求</strong>　${notice.requirements}</p>`}
<p class="indent">${notice.closing}</p>
<p class="right">${notice.issuer}（盖章）<br>${notice.issuedOn}</p>
${notice.annex.length === 0 ? null : html`<div class="annex"><h2>附件：问题清单</h2><table><thead><tr><th>序号</th><th>对象</th><th>情况</th></tr></thead><tbody>${notice.annex.map((item) => html`<tr><td>${item.ordinal}</td><td>${item.label}</td><td>${item.values.map(({ label, text }) => `${label}：${text}`).join('；')}</td></tr>`)}</tbody></table></div>`}`;
}
