import { assignmentStatusNames, codeLabel, computeIncome, qrCode, qrPath, type AssignmentStatus } from '#domain';
import { amountsOf, valuesOf, type StoredRow } from '#households';
import { html, Html } from '#platform';
import { BLANK, yuan } from '../file/file-words.js';
import type { HelpRow, PairingRow } from '../file/household-file.queries.js';
import type { CardMember, CardRow } from './help-card.queries.js';

export const helpCardStyles = `
@page { size: A4 portrait; margin: 8mm 10mm; }
body { font-size: 9.5pt; line-height: 1.35; }
.sheet { display: grid; grid-template-rows: 138mm 138mm; gap: 3mm; }
.card { border: 1pt solid #333; padding: 5mm 6mm; overflow: hidden; position: relative; }
.card h1 { font-size: 16pt; margin-bottom: 2mm; }
.card th, .card td { padding: 0.7mm 1.2mm; }
.card table { margin-bottom: 2mm; }
.card .label { width: 20mm; white-space: nowrap; }
.qr { position: absolute; top: 4mm; right: 5mm; width: 18mm; height: 18mm; }
.copy { position: absolute; top: 4mm; left: 6mm; font-size: 9pt; }
`;

const MOST_HELP = 8;

export interface HelpCard {
  readonly card: CardRow;
  readonly place: string;
  readonly members: readonly CardMember[];
  readonly help: readonly HelpRow[];
  readonly helpers: readonly PairingRow[];
  readonly latest: (StoredRow & { year: number; member_count: number }) | null;
  readonly today: string;
}

/** Two cards on a page; the same household twice, for itself and for the village, when there is only one. */
export function helpCards(cards: readonly HelpCard[]): Html[] {
  const [only] = cards;
  if (cards.length === 1 && only) return [html`${cardOf(only, '农户留存')}${cardOf(only, '村级留存')}`];
  return cards.flatMap((card, index) => (index % 2 === 0 ? [html`${cardOf(card, '')}${cards[index + 1] ? cardOf(cards[index + 1] as HelpCard, '') : null}`] : []));
}

function cardOf({ card, place, members, help, helpers, latest, today }: HelpCard, copy: string): Html {
  const income = latest ? computeIncome(amountsOf(valuesOf('householdYear', latest)), latest.member_count) : null;
  const current = help.filter(({ status }) => status !== 'CANCELLED' && status !== 'REFUSED').slice(0, MOST_HELP);
  return html`<div class="card"><span class="copy">${copy}</span><h1>帮扶明白卡</h1>${qr(card.household_code)}
<table><tbody>
<tr><th class="label">户主</th><td>${card.head_name}</td><th class="label">户编号</th><td>${card.household_code ?? BLANK}</td><th class="label">脱贫属性</th><td>${codeLabel('householdStatus', card.status)}</td></tr>
<tr><th class="label">住址</th><td colspan="3">${place}</td><th class="label">人口</th><td>${card.member_count}人</td></tr>
<tr><th class="label">家庭成员</th><td colspan="5">${members.map(({ name, relation_to_head: relation }) => `${name}（${relation === null ? BLANK : codeLabel('relationToHead', relation)}）`).join('、')}</td></tr>
</tbody></table>
<table><thead><tr><th>享受措施</th><th>年度</th><th>受益人</th><th>状态</th><th>累计支付（元）</th></tr></thead>
<tbody>${current.length === 0 ? html`<tr><td colspan="5">无记录</td></tr>` : current.map((row) => html`<tr><td>${row.name?.zh ?? row.measure_code}</td><td>${row.year}</td><td>${row.person ?? '全户'}</td><td>${assignmentStatusNames[row.status as AssignmentStatus].zh}</td><td class="number">${yuan(row.paid_fen)}</td></tr>`)}</tbody></table>
<table><thead><tr><th>收入（${latest?.year ?? '未填报'}，元）</th><th>工资性</th><th>生产经营性</th><th>财产性</th><th>转移性</th><th>人均纯收入</th></tr></thead>
<tbody><tr><td>合计</td>${(['wage', 'business', 'property', 'transfer'] as const).map((group) => html`<td class="number">${yuan(income?.groups[group])}</td>`)}<td class="number">${yuan(income?.perCapitaFen)}</td></tr></tbody></table>
<table><tbody>${helpers.filter(({ ended_on: ended }) => ended === null).slice(0, 3).map((helper) => html`<tr><th class="label">帮扶责任人</th><td>${helper.helper_name}</td><td>${helper.helper_unit}</td><td>电话：＿＿＿＿＿＿＿＿</td></tr>`)}</tbody></table>
<p class="small">监督电话：＿＿＿＿＿＿＿＿　打印日期：${today}</p></div>`;
}

/** Scanned on a phone, it opens the household; without a number there is nothing to scan. */
function qr(code: string | null): Html | null {
  if (code === null || !/^[\x20-\x7e]{1,53}$/.test(code)) return null;
  const square = qrCode(code);
  const side = square.length + 8;
  return new Html(`<svg class="qr" viewBox="-4 -4 ${side} ${side}" role="img" aria-label="户编号二维码"><rect x="-4" y="-4" width="${side}" height="${side}" fill="#fff"/><path d="${qrPath(square)}" fill="#000"/></svg>`);
}
