import { text } from '../../facts/local-text.js';
import { HOUSEHOLD_FACTS } from '../../facts/household-facts.js';
import { codeField, countField, dateField, fieldsOfFacts, never, textField } from '../question-field.js';
import type { QuestionField } from '../question-field.js';

const shown = new Set(['status', 'main_cause', 'net_income_per_capita_fen']);
const notJudged = text('该年度尚未判定', 'not judged in this year');
const noEpisode = text('从未纳入', 'never registered');

/** A household: the facts and verdicts of one year, and what it is on the day. */
export const householdFields: readonly QuestionField[] = [
  textField('head_name', '户主', 'head of household', { shown: true, nullMeans: never }),
  textField('household_code', '户编号', 'household number', { shown: true }),
  codeField('present_status', 'householdStatus', '时点状态', 'status on the day', { time: 'dated', nullMeans: never, note: text('以往时点按纳入、脱贫、清退日期推定', 'for an earlier day as the dates of entry, exit and clearing say') }),
  dateField('entered_on', '纳入日期', 'entered on', { time: 'dated', nullMeans: noEpisode }),
  codeField('entry_kind', 'entry_kind', '纳入方式', 'way of entry', { time: 'dated', nullMeans: noEpisode }),
  dateField('exited_on', '脱贫日期', 'exited on', { time: 'dated', nullMeans: text('尚未脱贫', 'not exited') }),
  countField('episode_no', undefined, '第几次纳入', 'number of the registration', { time: 'dated', groupable: true, summable: false, nullMeans: noEpisode }),
  dateField('added_on', '录入日期', 'added to the system on', { time: 'recorded', nullMeans: never }),
  textField('phone', '联系电话', 'telephone', { askable: false }),
  codeField('exit_verdict', 'verdict', '退出标准判定', 'verdict on exit', { nullMeans: notJudged }),
  codeField('re_entry_verdict', 'verdict', '返贫标准判定', 'verdict on re-entry', { nullMeans: notJudged }),
  codeField('ineligible_verdict', 'verdict', '不得纳入情形判定', 'verdict on what rules out registration', { nullMeans: notJudged }),
  ...fieldsOfFacts(HOUSEHOLD_FACTS, (fact) => ({
    time: 'today', shown: shown.has(fact.name), groupable: fact.type !== 'money_fen' && fact.type !== 'codes' && fact.type !== 'text', summable: fact.type === 'money_fen' || fact.unit === 'person',
  })),
];
