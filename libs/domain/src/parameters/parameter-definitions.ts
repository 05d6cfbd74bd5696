import { careDutyRoles } from '../care/duty.js';

/** Kinds of policy numbers. Percentages are basis points (300 = 3 %), money is fen. `month_day` and `word` are texts. */
export const parameterTypes = ['money_fen', 'basis_points', 'days', 'months', 'years', 'count', 'month_day', 'word'] as const;
export type PolicyParameterType = (typeof parameterTypes)[number];

export type Qualifier = 'year' | 'division' | 'basis' | 'subject';

export interface PolicyParameter {
  readonly name: string;
  readonly type: PolicyParameterType;
  readonly zh: string;
  readonly en: string;
  /** Qualifiers that a value must carry. */
  readonly required: readonly Qualifier[];
  /** Qualifiers that a value may carry; without one it holds for all. */
  readonly optional: readonly Qualifier[];
  /** Values of `basis`, in the order in which they are taken when a question names none. */
  readonly bases?: readonly string[];
  /** What `subject` stands for: a procedure, a household status, a rank. */
  readonly subjectMeans?: { readonly zh: string; readonly en: string };
  readonly words?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

const procedure = { zh: '程序', en: 'procedure' };
const careRegister = { zh: '关爱台账', en: 'care register' };

/**
 * Every policy number of the product (domain.md §3.5b). The definition says what kind of number it is; its values are rows
 * with source and effective dates. A parameter without a row is "not set" and is never guessed.
 */
export const policyParameters: readonly PolicyParameter[] = [
  {
    name: 'poverty_line', type: 'money_fen', zh: '贫困线（人均年收入）', en: 'Poverty line, per head and year',
    required: ['year', 'basis'], optional: ['division'], bases: ['WORKING', 'NBS'], min: 1, max: 10_000_000,
  },
  {
    name: 'monitoring_line', type: 'money_fen', zh: '防返贫监测收入参考线（人均年收入）', en: 'Monitoring line, per head and year',
    required: ['year'], optional: ['division'], min: 1, max: 10_000_000,
  },
  {
    name: 'notice_days', type: 'days', zh: '公示天数', en: 'Days of public notice',
    required: [], optional: ['subject', 'year', 'division'], subjectMeans: procedure, min: 1, max: 180,
  },
  {
    name: 'notice_day_unit', type: 'word', zh: '公示天数的计法', en: 'How days of notice are counted',
    required: [], optional: ['subject', 'year', 'division'], subjectMeans: procedure, words: ['calendar', 'working'],
  },
  {
    name: 'notice_start_day_counts', type: 'word', zh: '张贴当日是否计入公示期', en: 'Whether the day of posting counts',
    required: [], optional: ['subject', 'year', 'division'], subjectMeans: procedure, words: ['yes', 'no'],
  },
  { name: 'exit_village_incidence', type: 'basis_points', zh: '嘎查村出列贫困发生率上限', en: 'Incidence limit for village exit', required: [], optional: ['year', 'division'], min: 0, max: 10_000 },
  { name: 'exit_county_incidence', type: 'basis_points', zh: '旗县摘帽综合贫困发生率上限', en: 'Incidence limit for county exit', required: [], optional: ['year', 'division'], min: 0, max: 10_000 },
  { name: 'exit_county_missed_rate', type: 'basis_points', zh: '旗县摘帽漏评率上限', en: 'Missed-rate limit for county exit', required: [], optional: ['year', 'division'], min: 0, max: 10_000 },
  { name: 'exit_county_wrong_exit_rate', type: 'basis_points', zh: '旗县摘帽错退率上限', en: 'Wrong-exit-rate limit for county exit', required: [], optional: ['year', 'division'], min: 0, max: 10_000 },
  { name: 'exit_county_approval_rate', type: 'basis_points', zh: '旗县摘帽群众认可度下限', en: 'Approval rate needed for county exit', required: [], optional: ['year', 'division'], min: 0, max: 10_000 },
  { name: 'clue_decision_days', type: 'days', zh: '线索核实认定期限（天）', en: 'Days from a clue to the decision about it', required: [], optional: ['year', 'division'], min: 1, max: 180 },
  {
    name: 'visits_per_year', type: 'count', zh: '每年入户走访次数', en: 'Visits a year',
    required: ['subject'], optional: ['year', 'division'], subjectMeans: { zh: '户的状态', en: 'status of the household' }, min: 0, max: 366,
  },
  { name: 'team_days_per_year', type: 'days', zh: '驻村工作队每年驻村天数', en: 'Days a year the team stays in the village', required: [], optional: ['year', 'division'], min: 0, max: 366 },
  { name: 'team_min_size', type: 'count', zh: '驻村工作队最少人数', en: 'Least size of a village work team', required: [], optional: ['year', 'division'], min: 1, max: 50 },
  { name: 'team_term_years', type: 'years', zh: '驻村工作队任期（年）', en: 'Term of a village work team in years', required: [], optional: ['year', 'division'], min: 1, max: 20 },
  { name: 'idle_fund_months', type: 'months', zh: '资金闲置认定月数', en: 'Months after which funds count as idle', required: [], optional: ['year', 'division'], min: 1, max: 120 },
  {
    name: 'max_households_per_helper', type: 'count', zh: '每名帮扶责任人最多结对户数', en: 'Most households of one helper',
    required: [], optional: ['subject', 'year', 'division'], subjectMeans: { zh: '职务级别', en: 'rank of the helper' }, min: 1, max: 1_000,
  },
  { name: 'income_period_start', type: 'month_day', zh: '收入采集期起始日（上年）', en: 'First day of the income period, in the year before', required: [], optional: ['year', 'division'] },
  { name: 'income_period_end', type: 'month_day', zh: '收入采集期截止日（当年）', en: 'Last day of the income period', required: [], optional: ['year', 'division'] },
  { name: 'gradual_exit_months', type: 'months', zh: '低保渐退期（月）', en: 'Months of gradual exit from the subsistence allowance', required: [], optional: ['year', 'division'], min: 0, max: 120 },
  {
    name: 'ineligibility_rule', type: 'word', zh: '不得识别为贫困户的情形（规则编号）', en: 'Rule of the cases that must not be registered',
    required: [], optional: ['year', 'division'],
  },
  { name: 'care_child_age', type: 'years', zh: '留守儿童年龄上限（不满）', en: 'Left-behind children are below this age', required: [], optional: ['division'], min: 1, max: 30 },
  { name: 'care_minor_age', type: 'years', zh: '未成年人年龄上限（不满）', en: 'Minors are below this age', required: [], optional: ['division'], min: 1, max: 30 },
  { name: 'care_elderly_age', type: 'years', zh: '老年人年龄起点', en: 'Elderly people have reached this age', required: [], optional: ['division'], min: 40, max: 100 },
  {
    name: 'care_contact_days', type: 'days', zh: '关爱台账探访间隔（天）', en: 'Days between contacts with people on a care register',
    required: ['subject'], optional: ['division'], subjectMeans: careRegister, min: 1, max: 366,
  },
  {
    name: 'care_contact_by', type: 'word', zh: '关爱台账探访责任人', en: 'Who looks in on people of a care register',
    required: ['subject'], optional: ['division'], subjectMeans: careRegister, words: careDutyRoles,
  },
  { name: 'care_list_days', type: 'days', zh: '部门比对名单保存天数', en: "Days that a department's list is kept", required: [], optional: ['division'], min: 1, max: 366 },
  { name: 'comparison_list_days', type: 'days', zh: '督查比对名单保存天数', en: 'Days that a list uploaded for inspection is kept', required: [], optional: ['division'], min: 1, max: 366 },
];

const byName = new Map(policyParameters.map((definition) => [definition.name, definition]));

/** The definition of this name, or undefined. */
export function policyParameter(name: string): PolicyParameter | undefined {
  return byName.get(name);
}

/** True for types whose value is a text. */
export function isTextParameter(type: PolicyParameterType): boolean {
  return type === 'month_day' || type === 'word';
}
