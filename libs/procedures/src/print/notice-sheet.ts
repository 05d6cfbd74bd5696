import type { NoticeTexts } from '#domain';
import { html, type Html } from '#platform';

export interface SheetRow {
  readonly name: string;
  readonly village: string;
  readonly headCount: number | null;
}

export interface NoticeSheet {
  readonly heading: string;
  readonly opening: string;
  readonly rows: readonly SheetRow[];
  /** What is said of time, place and whom to tell. */
  readonly facts: readonly string[];
  readonly texts: NoticeTexts;
  readonly issuedOn: string;
  /** Unit that signs when the county entered none. */
  readonly unit: string;
}

/** 公示榜 and 公告: name, village and head count; there is no place on it for anything else of a person. */
export function noticeSheet({ heading, opening, rows, facts, texts, issuedOn, unit }: NoticeSheet): Html {
  return html`<h1>${heading}</h1>${mongolian(texts)}
<p class="indent">${texts.basis === null ? '' : `根据${texts.basis}，`}${opening}</p>
<table><thead><tr><th class="order">序号</th><th>户主姓名</th><th>嘎查村</th><th class="persons">家庭人口</th></tr></thead>
<tbody>${rows.map((row, index) => html`<tr><td class="order">${index + 1}</td><td>${row.name}</td><td>${row.village}</td><td class="persons">${row.headCount === null ? '—' : `${row.headCount}人`}</td></tr>`)}</tbody></table>
<div class="facts">${facts.map((fact) => html`<p>${fact}</p>`)}</div>
<div class="signature"><p>${texts.issuer ?? unit}</p><p>${chineseDay(issuedOn)}</p></div>`;
}

function mongolian({ layout, mongolian: text }: NoticeTexts): Html | null {
  if (layout === 'chinese' || text === null || text.trim() === '') return null;
  return html`<div lang="mn-Mong" class="mongolian${layout === 'bilingual_vertical' ? ' vertical' : ''}">${text}</div>`;
}

export const chineseDay = (date: string): string => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
