import { codeList, type CodeList } from '../codes/code-list.js';
import { assignmentStatuses, assignmentStatusNames } from '../help/assignment-machine.js';
import { projectStatuses, projectStatusNames } from '../help/project-machine.js';

/** Code lists that only questions name; their codes are those of the tables. Measures and procedures are rows and come from there. */
export const QUESTION_CODE_LISTS: readonly CodeList[] = [
  codeList('verdict', '判定结果', 'Verdict', 'own', [['met', '达标', 'met'], ['not_met', '未达标', 'not met'], ['unproven', '无法判定', 'unproven']]),
  codeList('entry_kind', '纳入方式', 'Way of entry', 'own', [['IDENTIFIED', '识别纳入', 'identified'], ['RE_ENTRY', '返贫纳入', 're-entry'], ['IMPORTED', '批量导入', 'imported']]),
  codeList('case_status', '办理状态', 'Status of a case', 'own', [
    ['OPEN', '办理中', 'open'], ['DECIDED', '已决定待公告', 'decided'], ['COMPLETED', '已办结', 'completed'], ['REFUSED', '未通过', 'refused'], ['WITHDRAWN', '已撤回', 'withdrawn'],
  ]),
  codeList('subject_kind', '对象', 'Subject', 'own', [['household', '户', 'household'], ['village', '嘎查村', 'village'], ['county', '旗县', 'county']]),
  codeList('notice_place', '公示地点', 'Place of the notice', 'own', [['village', '嘎查村', 'village'], ['township', '苏木乡镇', 'township'], ['county', '旗县', 'county'], ['website', '网站', 'website']]),
  codeList('notice_state', '公示状态', 'State of the notice', 'own', [['RUNNING', '公示中', 'running'], ['PAUSED', '因异议暂停', 'paused'], ['CLOSED', '已结束', 'closed'], ['VOID', '作废', 'void']]),
  codeList('day_unit', '计日方式', 'Kind of days', 'own', [['calendar', '自然日', 'calendar days'], ['working', '工作日', 'working days']]),
  codeList('assignment_status', '措施状态', 'Status of help', 'own', assignmentStatuses.map((code) => [code, assignmentStatusNames[code].zh, assignmentStatusNames[code].en])),
  codeList('payment_channel', '发放渠道', 'Channel', 'own', [['BANK', '银行代发', 'by the bank'], ['DIRECT', '直接发放', 'directly']]),
  codeList('settlement', '到账情况', 'Settlement', 'own', [['PAYABLE', '待发', 'payable'], ['SENT', '已送银行', 'sent'], ['PAID', '已到账', 'paid']]),
  codeList('fund_level', '资金级次', 'Level of the fund', 'own', [
    ['CENTRAL', '中央', 'central'], ['REGION', '自治区', 'region'], ['PREFECTURE', '盟市', 'league'], ['COUNTY', '旗县', 'county'], ['OUTSIDE', '其他', 'outside'],
  ]),
  codeList('project_status', '项目状态', 'Status of the project', 'own', projectStatuses.map((code) => [code, projectStatusNames[code].zh, projectStatusNames[code].en])),
  codeList('team_status', '工作队状态', 'Status of the team', 'own', [['ACTIVE', '在驻', 'active'], ['ENDED', '已撤回', 'ended']]),
];
