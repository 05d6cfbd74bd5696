import { text } from '../../facts/local-text.js';
import { codeField, countField, dateField, fenField, never, textField, yearField, yesNoField } from '../question-field.js';
import type { QuestionField } from '../question-field.js';

const noProject = text('不属于项目', 'belongs to no project');

/** A booked payment. Reversals are entries of their own with negative amounts. */
export const paymentFields: readonly QuestionField[] = [
  codeField('measure', 'measure', '措施', 'measure', { time: 'recorded', shown: true, nullMeans: never }),
  textField('head_name', '户主', 'head of household', { shown: true, nullMeans: never }),
  fenField('amount_fen', '金额', 'amount', { time: 'recorded', shown: true, nullMeans: never }),
  dateField('paid_on', '发放日期', 'paid on', { time: 'recorded', shown: true, nullMeans: never }),
  textField('term', '所属期', 'term', { time: 'recorded', shown: true, groupable: true, nullMeans: never }),
  codeField('channel', 'payment_channel', '发放渠道', 'channel', { time: 'recorded', nullMeans: never }),
  codeField('settlement', 'settlement', '到账情况', 'settlement', { nullMeans: text('冲正记录', 'a reversal') }),
  dateField('settled_on', '到账日期', 'settled on', { time: 'dated', nullMeans: text('尚未到账', 'not settled') }),
  yesNoField('is_reversal', text('冲正记录', 'reversal'), text('是冲正记录', 'is a reversal'), text('不是冲正记录', 'is no reversal'), { time: 'recorded', nullMeans: never }),
  yesNoField('is_reversed', text('已冲正', 'reversed'), text('已被冲正', 'was reversed'), text('未被冲正', 'was not reversed'), { time: 'recorded', nullMeans: never }),
  yesNoField('to_member', text('发放到人', 'to a person'), text('发放到人', 'is paid for a person'), text('发放到户', 'is paid for the household'), { time: 'recorded', nullMeans: never }),
  textField('fund_name', '资金', 'fund', { groupable: true, nullMeans: text('未指明资金', 'no fund named') }),
  codeField('fund_level', 'fund_level', '资金级次', 'level of the fund', { nullMeans: text('未指明资金', 'no fund named') }),
  textField('project_name', '项目', 'project', { groupable: true, nullMeans: noProject }),
];

/** Help that is planned for a household or a person. */
export const assignmentFields: readonly QuestionField[] = [
  codeField('measure', 'measure', '措施', 'measure', { nullMeans: never }),
  yearField('year', '年度', 'year', { nullMeans: never }),
  codeField('status', 'assignment_status', '措施状态', 'status', { nullMeans: never }),
  dateField('starts_on', '开始日期', 'starts on'),
  dateField('ends_on', '结束日期', 'ends on'),
  dateField('delivered_on', '落实日期', 'delivered on', { nullMeans: text('尚未落实', 'not delivered') }),
  fenField('planned_amount_fen', '计划金额', 'planned amount'),
  fenField('approved_amount_fen', '批准金额', 'approved amount', { nullMeans: text('尚未批准', 'not approved') }),
];

/** A project of the library. */
export const projectFields: readonly QuestionField[] = [
  textField('code', '项目编号', 'number', { shown: true, nullMeans: never }),
  textField('name', '项目名称', 'name', { shown: true, nullMeans: never }),
  textField('category', '类别', 'category', { groupable: true, shown: true, nullMeans: never }),
  textField('nature', '性质', 'nature', { groupable: true, nullMeans: never }),
  yearField('year', '年度', 'year', { shown: true, nullMeans: never }),
  codeField('status', 'project_status', '项目状态', 'status', { shown: true, nullMeans: never }),
  fenField('estimate_fen', '估算投资', 'estimate', { nullMeans: never }),
  fenField('contract_fen', '合同金额', 'contract', { nullMeans: text('尚未签订合同', 'no contract') }),
  fenField('budget_fen', '下达资金', 'budget', { shown: true, nullMeans: never }),
  fenField('spent_fen', '已支出', 'spent', { shown: true, nullMeans: never, note: text('工程支出与发放到户之和，冲正已抵减', 'paid to contractors and to households, less reversals') }),
  countField('progress_percent', undefined, '进度（%）', 'progress (%)', { summable: false, nullMeans: never }),
  countField('beneficiary_households', 'household', '受益户数', 'beneficiary households', { nullMeans: never }),
  dateField('contract_signed_on', '合同签订日期', 'contract signed on', { time: 'dated', nullMeans: text('尚未签订合同', 'no contract') }),
  dateField('contract_to', '合同工期至', 'contract until', { time: 'dated', nullMeans: text('尚未签订合同', 'no contract') }),
  dateField('completed_on', '完工日期', 'completed on', { time: 'dated', nullMeans: text('尚未完工', 'not completed') }),
  dateField('accepted_on', '验收日期', 'accepted on', { time: 'dated', nullMeans: text('尚未验收', 'not accepted') }),
  dateField('added_on', '申报日期', 'proposed on', { time: 'recorded', nullMeans: never }),
];
