import { text } from '../../facts/local-text.js';
import { codeField, countField, dateField, never, textField, yearField } from '../question-field.js';
import type { QuestionField } from '../question-field.js';

const noEnd = text('尚未结束', 'not ended');

/** A case of a procedure. */
export const caseFields: readonly QuestionField[] = [
  codeField('pack', 'case_pack', '办理事项', 'procedure', { time: 'recorded', shown: true, nullMeans: never }),
  codeField('subject_kind', 'subject_kind', '对象', 'subject', { time: 'recorded', nullMeans: never }),
  codeField('status', 'case_status', '办理状态', 'status of the case', { time: 'recorded', shown: true, nullMeans: never }),
  yearField('year', '年度', 'year', { time: 'recorded', shown: true, nullMeans: never }),
  textField('head_name', '户主', 'head of household', { shown: true, nullMeans: text('对象不是户', 'the subject is no household') }),
  dateField('started_on', '发起日期', 'started on', { time: 'recorded', shown: true, nullMeans: never }),
  dateField('decided_on', '决定日期', 'decided on', { time: 'recorded', nullMeans: text('尚未决定', 'not decided') }),
  dateField('closed_on', '办结日期', 'closed on', { time: 'recorded', nullMeans: text('尚未办结', 'not closed') }),
  dateField('due_on', '办理期限', 'due on', { nullMeans: text('没有期限', 'no time limit') }),
  countField('days_open', 'day', '办理天数', 'days open', { time: 'recorded', nullMeans: never, note: text('至办结日，未办结的至时点日', 'until it was closed, or the day of the question') }),
  countField('return_count', undefined, '退回次数', 'times returned', { time: 'recorded', groupable: true, nullMeans: never }),
  countField('objection_count', undefined, '异议数', 'objections', { time: 'recorded', groupable: true, nullMeans: never }),
  codeField('verdict', 'verdict', '办理时判定', 'verdict of the case', { nullMeans: text('该步骤不判定', 'no verdict is asked for') }),
  textField('step', '当前步骤', 'current step', { groupable: true, nullMeans: text('已结束', 'ended') }),
  textField('started_unit', '发起单位', 'unit that started it', { time: 'recorded', groupable: true, nullMeans: never }),
];

/** A public notice of a case. */
export const noticeFields: readonly QuestionField[] = [
  codeField('pack', 'case_pack', '办理事项', 'procedure', { time: 'recorded', shown: true, nullMeans: never }),
  codeField('place', 'notice_place', '公示地点', 'place', { time: 'recorded', shown: true, nullMeans: never }),
  codeField('state', 'notice_state', '公示状态', 'state', { shown: true, nullMeans: never }),
  textField('poster_name', '公示对象', 'name on the poster', { time: 'recorded', shown: true, nullMeans: never }),
  dateField('opened_on', '公示开始', 'opened on', { time: 'recorded', shown: true, nullMeans: never }),
  dateField('closes_on', '应公示至', 'closes on', { nullMeans: text('因异议暂停', 'stopped by an objection') }),
  dateField('closed_on', '公示结束', 'closed on', { time: 'dated', shown: true, nullMeans: noEnd }),
  countField('min_days', 'day', '应公示天数', 'days required', { time: 'recorded', groupable: true, nullMeans: never }),
  codeField('day_unit', 'day_unit', '计日方式', 'kind of days', { time: 'recorded', nullMeans: never }),
  countField('shown_days', 'day', '实际公示天数', 'days shown', { time: 'dated', nullMeans: noEnd, note: text('自然日，含首日', 'calendar days with the first') }),
  countField('paused_days', 'day', '暂停天数', 'days paused', { nullMeans: never }),
  countField('objection_count', undefined, '异议数', 'objections', { time: 'recorded', groupable: true, nullMeans: never }),
];
