import { codeLabel, roleTable, shanghaiDate, isRole } from '#domain';
import { html, type Html } from '#platform';
import type { CaseDetailResponse } from '../case/case-detail.dto.js';
import { chineseDay } from './notice-sheet.js';
import type { FormMember } from './print.queries.js';

export const caseFormStyles = `
@page { size: A4 portrait; margin: 14mm 14mm 16mm; }
body { font-size: 10.5pt; }
h1 { font-size: 20pt; }
.heads th { width: 22mm; }
.opinion td { height: 25mm; position: relative; }
.opinion th { width: 34mm; vertical-align: middle; text-align: center; }
.seal { position: absolute; right: 4mm; bottom: 2mm; }
`;

const verdicts: Readonly<Record<string, string>> = { met: '符合', not_met: '不符合', unproven: '待核实' };

/** 审批表: what the case says of itself, and for every step its opinion with room for signature and seal (签章栏 stays blank). */
export function caseForm(kase: CaseDetailResponse, members: readonly FormMember[]): Html {
  return html`<h1>${kase.packName.zh}审批表</h1>
<p class="small">事项编号：${kase.id.slice(-12)}　程序版本：第${kase.packVersion}版　依据：${kase.packSource}</p>
<table class="heads"><tbody>
<tr><th>对象</th><td>${kase.subjectName}</td><th>家庭人口</th><td>${kase.headCount === null ? '—' : `${kase.headCount}人`}</td><th>年度</th><td>${kase.year}</td></tr>
<tr><th>所在地</th><td colspan="5">${kase.divisionName}</td></tr>
<tr><th>申请理由</th><td colspan="5">${kase.reason ?? '—'}</td></tr>
</tbody></table>
${members.length > 0 ? html`<h2>家庭成员</h2><table><thead><tr><th>姓名</th><th>与户主关系</th><th>性别</th><th>出生年份</th></tr></thead><tbody>${members.map((member) => html`<tr><td>${member.name}</td><td>${coded('relationToHead', member.relation_to_head)}</td><td>${coded('gender', member.gender)}</td><td>${member.birth_year ?? '—'}</td></tr>`)}</tbody></table>` : null}
<h2>核实与民主评议</h2>
<table class="heads"><tbody>
${kase.meetings.filter((meeting) => !meeting.void).map((meeting) => html`<tr><th>评议</th><td>${meeting.heldOn} ${meeting.place}；应到${meeting.entitled}人，实到${meeting.present}人，同意${meeting.inFavour}票，反对${meeting.against}票，弃权${meeting.abstained}票。${meeting.summary}</td></tr>`)}
${kase.notices.filter(({ state }) => state !== 'VOID').map((notice) => html`<tr><th>公示</th><td>${chineseDay(notice.openedOn)}起，${notice.minDays}${notice.unit === 'working' ? '个工作日' : '天'}${notice.closedOn === null ? '' : `，${chineseDay(notice.closedOn)}结束`}；异议${kase.objections.filter((objection) => objection.notice === notice.id).length}件</td></tr>`)}
<tr><th>按规则核验</th><td>${kase.verified === null ? '尚未核验' : kase.verified.rules.map(({ verdict }) => verdicts[verdict] ?? verdict).join('、')}${kase.verified === null ? '' : `（${shanghaiDate(new Date(kase.verified.at))}）`}</td></tr>
</tbody></table>
<h2>各环节意见</h2>
<table class="opinion"><tbody>${kase.steps.filter(({ kind }) => kind !== 'notice').map((step) => opinion(step, kase))}</tbody></table>`;
}

function opinion(step: CaseDetailResponse['steps'][number], { events }: CaseDetailResponse): Html {
  const last = step.progress === 'done' ? events.filter((event) => event.step === step.code && ['agree', 'submit', 'record_review', 'announce', 'start'].includes(event.action)).at(-1) : undefined;
  const who = last ? `${isRole(last.role) ? roleTable[last.role].zh : last.role} ${last.actor} ${shanghaiDate(new Date(last.at))}` : '';
  return html`<tr><th>${step.name.zh}</th><td>${last ? (last.opinion ?? '同意') : ''}<br><span class="small">${who}</span><span class="seal">签字（盖章）：＿＿＿＿＿＿＿　＿＿＿＿年＿＿月＿＿日</span></td></tr>`;
}

const coded = (list: 'relationToHead' | 'gender', code: string | null): string => (code === null ? '—' : codeLabel(list, code));
