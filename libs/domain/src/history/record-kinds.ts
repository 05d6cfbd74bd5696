import type { LocalText } from '../facts/index.js';

const text = (zh: string, en: string): LocalText => ({ zh, en });

/**
 * Records whose history can be asked for, by table. What is not named here has none: working copies, secrets of a sample, and what
 * belongs to one person's own account.
 */
export const recordKinds = {
  household: text('农户', 'Household'),
  member: text('家庭成员', 'Member'),
  household_year: text('农户年度信息', 'Yearly record of a household'),
  member_year: text('成员年度信息', 'Yearly record of a person'),
  episode: text('建档周期', 'Episode of registration'),
  household_link: text('农户关联', 'Link between households'),
  household_comparison: text('部门比对结果', 'Result of a data comparison'),
  village_year: text('嘎查村年度信息', 'Yearly record of a village'),
  county_year: text('旗县年度信息', 'Yearly record of a county'),
  assessment: text('考核评估结果', 'Assessment'),
  area_decision: text('区域退出决定', 'Decision about an area'),
  checklist_file: text('退出清单附件', 'File of the exit checklist'),
  case_file: text('办理事项', 'Case'),
  case_event: text('办理记录', 'Event of a case'),
  case_evidence: text('佐证材料', 'Evidence'),
  review_meeting: text('民主评议', 'Review meeting'),
  notice: text('公示', 'Notice'),
  objection: text('异议', 'Objection'),
  case_decision: text('审批决定', 'Decision'),
  work_team: text('驻村工作队', 'Work team'),
  team_member: text('工作队员', 'Member of a team'),
  team_village: text('驻村关系', 'Village of a team'),
  team_days: text('驻村天数', 'Days in the village'),
  helper: text('帮扶责任人', 'Helper'),
  pairing: text('结对帮扶', 'Pairing'),
  visit: text('走访', 'Visit'),
  task: text('问题任务', 'Task'),
  risk_clue: text('风险线索', 'Risk clue'),
  attachment: text('附件', 'Attachment'),
  help_plan: text('帮扶计划', 'Plan of help'),
  help_plan_item: text('帮扶计划措施', 'Item of a plan'),
  assignment: text('帮扶措施', 'Assignment'),
  payment: text('补助发放', 'Payment'),
  payment_batch: text('发放批次', 'Payment batch'),
  fund: text('资金', 'Fund'),
  project: text('项目', 'Project'),
  project_budget: text('项目预算', 'Budget of a project'),
  project_expense: text('项目支出', 'Expense of a project'),
  project_notice: text('项目公示', 'Notice of a project'),
  project_beneficiary: text('项目受益户', 'Beneficiary of a project'),
  asset: text('资产', 'Asset'),
  asset_yield: text('资产收益', 'Yield of an asset'),
  asset_distribution: text('收益分配', 'Distribution of a yield'),
  care_contact: text('关爱探访', 'Care contact'),
  care_adjudication: text('关爱台账核实', 'Settled care finding'),
  check_verdict: text('核查判定', 'Verdict of a check'),
  comparison: text('数据比对', 'Comparison'),
  comparison_verdict: text('比对判定', 'Verdict of a comparison'),
  finding: text('问题', 'Finding'),
  finding_event: text('问题办理记录', 'Event of a finding'),
  finding_extension: text('延期申请', 'Extension of a deadline'),
  contested_field: text('待核定字段', 'Contested field'),
} as const satisfies Record<string, LocalText>;

export type RecordKind = keyof typeof recordKinds;
export const recordKindNames = Object.keys(recordKinds) as RecordKind[];

/** Where a change came from. */
export const recordSources = {
  FIELD: text('手机离线记录', 'Field application'),
  IMPORT: text('表格导入', 'Import of a file'),
  CORRECTION: text('更正', 'Correction'),
  INTERFACE: text('网页或接口', 'Pages or interface'),
  SYSTEM: text('系统自动', 'The system itself'),
} as const satisfies Record<string, LocalText>;
export type RecordSource = keyof typeof recordSources;

/** What the chain of the audit log says of one of its rows. */
export const chainStates = {
  INTACT: text('链完整', 'Chain intact'),
  BROKEN: text('与链不符，记录可能被改动', 'Does not agree with the chain: it may have been altered'),
  NOT_SEALED: text('尚未封链', 'Not sealed yet'),
} as const satisfies Record<string, LocalText>;
export type ChainState = keyof typeof chainStates;
