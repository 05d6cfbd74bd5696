import { text } from './local-text.js';
import type { FactDefinition } from './fact-definition.js';

type Household = Omit<FactDefinition, 'level'>;

const notCollected = text('本年度尚未采集', 'not collected for this year');
const notCompared = text('尚未收到部门比对结果', 'no result of the data comparison yet');
const membersMissing = text('本年度家庭成员尚未录全', 'the members of this year are not complete');
const incomeMissing = text('本年度收入尚未填报', 'the income of this year is not reported');
const neverNull = text('始终有值', 'never null');

const income: Household[] = [
  { name: 'wage_fen', type: 'money_fen', unit: 'yuan', label: text('工资性收入', 'wage income'), nullMeans: incomeMissing },
  { name: 'business_fen', type: 'money_fen', unit: 'yuan', label: text('生产经营性收入', 'business income'), nullMeans: incomeMissing },
  { name: 'property_fen', type: 'money_fen', unit: 'yuan', label: text('财产性收入', 'property income'), nullMeans: incomeMissing },
  { name: 'transfer_fen', type: 'money_fen', unit: 'yuan', label: text('转移性收入', 'transfer income'), nullMeans: incomeMissing },
  { name: 'cost_fen', type: 'money_fen', unit: 'yuan', label: text('生产经营性支出', 'business expense'), nullMeans: incomeMissing },
  {
    name: 'net_income_fen', type: 'money_fen', unit: 'yuan', label: text('家庭纯收入', 'household net income'), nullMeans: incomeMissing,
    note: text('工资性＋生产经营性＋财产性＋转移性－生产经营性支出；未填的一类不计，四类收入都未填则为空', 'wage + business + property + transfer − expense; a kind that is not reported counts as nothing, null when no kind of income is'),
  },
  {
    name: 'net_income_per_capita_fen', type: 'money_fen', unit: 'yuan', label: text('人均纯收入', 'net income per head'), nullMeans: incomeMissing,
    // floor(x) >= L and x >= L agree for every integer L (so do floor(x) < L and x < L), hence a line in whole fen is
    // compared exactly with >= and <. With > and <= they do not agree: a rule says >= or <.
    note: text('家庭纯收入÷家庭人口，向下取整到分；与整数分的标准线用“不低于”“低于”比较时结果精确', 'net income ÷ head count, rounded down to the fen; exact when compared by >= or < with a line in whole fen'),
  },
];

const assurances: Household[] = [
  { name: 'food_ok', type: 'boolean', label: text('不愁吃', 'enough food'), nullMeans: notCollected, phrases: { yes: text('吃不愁', 'has enough food'), no: text('吃仍发愁', 'lacks food') } },
  { name: 'clothing_ok', type: 'boolean', label: text('不愁穿', 'enough clothing'), nullMeans: notCollected, phrases: { yes: text('穿不愁', 'has enough clothing'), no: text('穿仍发愁', 'lacks clothing') } },
  {
    name: 'compulsory_education_ok', type: 'boolean', label: text('义务教育有保障', 'compulsory education assured'), nullMeans: text('有学龄成员的就学状况未采集', 'school status of a member of school age is missing'),
    phrases: { yes: text('义务教育有保障', 'compulsory education is assured'), no: text('义务教育没有保障', 'compulsory education is not assured') },
    note: text('没有失学辍学的义务教育阶段成员（因身体原因不具备学习条件的除外）', 'no member of compulsory school age has dropped out, except those unfit for school'),
  },
  { name: 'dropout_count', type: 'integer', unit: 'person', label: text('失学辍学人数', 'school drop-outs'), nullMeans: text('有学龄成员的就学状况未采集', 'school status of a member of school age is missing') },
  {
    name: 'basic_medical_ok', type: 'boolean', label: text('基本医疗有保障', 'basic medical care assured'), nullMeans: text('有成员的参保情况未采集', 'insurance of a member is missing'),
    phrases: { yes: text('基本医疗有保障', 'basic medical care is assured'), no: text('基本医疗没有保障', 'basic medical care is not assured') },
    note: text('全部成员参加基本医疗保险和大病保险', 'every member has basic medical and critical illness insurance'),
  },
  { name: 'uninsured_count', type: 'integer', unit: 'person', label: text('未参加医疗保险人数', 'members without medical insurance'), nullMeans: text('有成员的参保情况未采集', 'insurance of a member is missing') },
  { name: 'housing_safe', type: 'boolean', label: text('住房安全有保障', 'safe housing'), nullMeans: text('住房安全未鉴定', 'the house has not been graded'), phrases: { yes: text('住房安全有保障', 'housing is safe'), no: text('住房安全没有保障', 'housing is not safe') } },
  { name: 'housing_grade', type: 'code', codeList: 'housingGrade', label: text('住房等级', 'housing grade'), nullMeans: text('住房安全未鉴定', 'the house has not been graded') },
  { name: 'safe_water', type: 'boolean', label: text('饮水安全', 'safe drinking water'), nullMeans: notCollected, phrases: { yes: text('饮水安全', 'drinking water is safe'), no: text('饮水不安全', 'drinking water is not safe') } },
];

const people: Household[] = [
  { name: 'member_count', type: 'integer', unit: 'person', label: text('家庭人口数', 'household size'), nullMeans: membersMissing },
  { name: 'labour_count', type: 'integer', unit: 'person', label: text('劳动力人数', 'members able to work'), nullMeans: membersMissing },
  { name: 'disabled_count', type: 'integer', unit: 'person', label: text('残疾人数', 'disabled members'), nullMeans: membersMissing },
  { name: 'chronic_or_serious_illness_count', type: 'integer', unit: 'person', label: text('患长期慢性病或大病人数', 'members with chronic or serious illness'), nullMeans: membersMissing },
  { name: 'school_child_count', type: 'integer', unit: 'person', label: text('义务教育阶段学龄人数', 'members of compulsory school age'), nullMeans: membersMissing },
  { name: 'has_minimum_allowance', type: 'boolean', label: text('享受低保', 'receives subsistence allowance'), nullMeans: membersMissing, phrases: { yes: text('享受低保', 'receives subsistence allowance'), no: text('不享受低保', 'receives no subsistence allowance') } },
  { name: 'is_extreme_poverty_support', type: 'boolean', label: text('特困供养', 'supported in extreme poverty'), nullMeans: membersMissing, phrases: { yes: text('享受特困供养', 'is supported in extreme poverty'), no: text('不享受特困供养', 'is not supported in extreme poverty') } },
];

const registration: Household[] = [
  { name: 'year', type: 'integer', unit: 'year', label: text('年度', 'year'), nullMeans: neverNull },
  { name: 'status', type: 'code', codeList: 'householdStatus', label: text('脱贫属性', 'registration status'), nullMeans: text('尚未登记', 'not registered') },
  { name: 'poor_household_type', type: 'code', codeList: 'poorHouseholdType', label: text('贫困户属性', 'type of poor household'), nullMeans: text('未填写', 'not filled in') },
  { name: 'main_cause', type: 'code', codeList: 'povertyCause', label: text('主要致贫原因', 'main cause of poverty'), nullMeans: text('未填写', 'not filled in') },
  { name: 'other_causes', type: 'codes', codeList: 'povertyCause', label: text('其他致贫原因', 'other causes of poverty'), nullMeans: text('未填写', 'not filled in') },
  { name: 'first_identified_month', type: 'date', label: text('首次识别时间', 'first identified'), nullMeans: text('从未识别，或时间未填写', 'never identified, or the month is missing'), note: text('当月第一天', 'first day of the month') },
  { name: 'months_since_identified', type: 'integer', unit: 'month', label: text('距首次识别月数', 'months since first identified'), nullMeans: text('从未识别，或时间未填写', 'never identified, or the month is missing') },
  { name: 'exit_year', type: 'integer', unit: 'year', label: text('脱贫年度', 'year of exit'), nullMeans: text('尚未脱贫', 'not exited') },
];

const comparisons: Household[] = [
  { name: 'has_public_payroll_member', type: 'boolean', label: text('有财政供养人员', 'member on the public payroll'), nullMeans: notCompared, phrases: { yes: text('有财政供养人员', 'has a member on the public payroll'), no: text('没有财政供养人员', 'has no member on the public payroll') } },
  { name: 'has_village_cadre', type: 'boolean', label: text('有嘎查村主要干部', 'village secretary or head'), nullMeans: notCompared, phrases: { yes: text('有嘎查村主要干部', 'has a village secretary or head'), no: text('没有嘎查村主要干部', 'has no village secretary or head') } },
  { name: 'owns_car', type: 'boolean', label: text('有小汽车或大型机械', 'car or large machine'), nullMeans: notCompared, phrases: { yes: text('有小汽车或大型机械', 'owns a car or large machine'), no: text('没有小汽车或大型机械', 'owns no car or large machine') } },
  { name: 'owns_commercial_property', type: 'boolean', label: text('有商品房或商铺', 'commercial flat or shop'), nullMeans: notCompared, phrases: { yes: text('有商品房或商铺', 'owns a commercial flat or shop'), no: text('没有商品房或商铺', 'owns no commercial flat or shop') } },
  { name: 'owns_registered_firm', type: 'boolean', label: text('有登记企业', 'registered firm'), nullMeans: notCompared, phrases: { yes: text('有登记企业', 'owns a registered firm'), no: text('没有登记企业', 'owns no registered firm') } },
];

const added: Household[] = [
  { name: 'is_relocated', type: 'boolean', label: text('易地扶贫搬迁户', 'relocated household'), nullMeans: text('未填写', 'not filled in'), phrases: { yes: text('是易地扶贫搬迁户', 'is a relocated household'), no: text('不是易地扶贫搬迁户', 'is no relocated household') } },
];

/** Facts of one household and year, in the column order of `household_fact`; what was added later stands at the end. */
export const HOUSEHOLD_FACTS: readonly FactDefinition[] = [...registration, ...people, ...income, ...assurances, ...comparisons, ...added].map((fact) => ({
  ...fact,
  level: 'household',
}));
