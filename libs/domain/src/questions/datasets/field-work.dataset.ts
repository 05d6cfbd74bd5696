import { text } from '../../facts/local-text.js';
import { codeField, codesField, countField, dateField, never, textField, yesNoField } from '../question-field.js';
import type { QuestionField } from '../question-field.js';

const recorded = { time: 'recorded' } as const;
const always = { time: 'recorded', nullMeans: never } as const;

/** A visit as it holds after its corrections. */
export const visitFields: readonly QuestionField[] = [
  dateField('visited_on', '走访日期', 'visited on', { ...always, shown: true }),
  codeField('way', 'visitWay', '走访方式', 'way of the visit', { ...always, shown: true }),
  codesField('types', 'visitType', '走访类型', 'types of the visit', { ...always, shown: true }),
  codesField('needs', 'visitNeed', '帮扶需求', 'needs', always),
  textField('visitor_name', '走访人', 'visitor', { ...always, shown: true }),
  textField('head_name', '户主', 'head of household', { shown: true, nullMeans: never }),
  dateField('recorded_on', '上传日期', 'recorded on', always),
  countField('days_late', 'day', '上传滞后天数', 'days between visit and record', always),
  countField('problem_count', undefined, '发现问题数', 'problems found', { ...always, groupable: true }),
  countField('attachment_count', undefined, '附件数', 'attachments', { ...always, groupable: true }),
  yesNoField('has_position', text('有定位', 'has a position'), text('有定位', 'has a position'), text('没有定位', 'has no position'), always),
  yesNoField('is_correction', text('经过更正', 'corrected'), text('经过更正', 'was corrected'), text('未经更正', 'was not corrected'), always),
  textField('not_home_reason', '不在家原因', 'reason for nobody at home', recorded),
];

/** A work team of a village. */
export const teamFields: readonly QuestionField[] = [
  textField('name', '工作队', 'team', { shown: true, nullMeans: never }),
  textField('sending_unit', '派出单位', 'sending unit', { shown: true, nullMeans: never }),
  codeField('sending_affiliation', 'affiliation', '派出单位隶属', 'affiliation of the sending unit'),
  dateField('term_from', '任期开始', 'term from', { time: 'dated', shown: true, nullMeans: never }),
  dateField('term_to', '任期结束', 'term to', { time: 'dated', shown: true, nullMeans: never }),
  codeField('status', 'team_status', '状态', 'status', { time: 'dated', shown: true, nullMeans: never }),
  dateField('ended_on', '撤回日期', 'ended on', { time: 'dated', nullMeans: text('仍在驻', 'still there') }),
  countField('member_count', 'person', '在队人数', 'members', { time: 'dated', shown: true, groupable: true, nullMeans: never }),
  countField('village_count', 'village', '驻点嘎查村数', 'villages', { groupable: true, nullMeans: never }),
  yesNoField('has_first_secretary', text('有第一书记', 'has a first secretary'), text('有第一书记', 'has a first secretary'), text('没有第一书记', 'has no first secretary'), { time: 'dated', nullMeans: never }),
];

/** Who helps a household, from when until when. */
export const pairingFields: readonly QuestionField[] = [
  textField('helper_name', '帮扶责任人', 'helper', { nullMeans: never }),
  textField('helper_unit', '帮扶单位', 'unit of the helper', { nullMeans: never }),
  dateField('started_on', '结对日期', 'started on', { time: 'dated', nullMeans: never }),
  dateField('ended_on', '解除日期', 'ended on', { time: 'dated', nullMeans: text('仍在结对', 'still paired') }),
];
