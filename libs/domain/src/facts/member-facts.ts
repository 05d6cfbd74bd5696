import { text } from './local-text.js';
import type { FactDefinition } from './fact-definition.js';

const missing = text('未填写', 'not filled in');

function insured(name: string, zh: string, en: string): Omit<FactDefinition, 'level'> {
  return { name, type: 'boolean', label: text(zh, en), nullMeans: missing, phrases: { yes: text(`参加${zh}`, `has ${en}`), no: text(`未参加${zh}`, `has no ${en}`) } };
}

const facts: Omit<FactDefinition, 'level'>[] = [
  { name: 'age', type: 'integer', unit: 'years_old', label: text('年龄', 'age'), nullMeans: text('出生日期未填写', 'birth date is missing'), note: text('年度末周岁', 'full years at the end of the year') },
  { name: 'age_on_school_cutoff', type: 'integer', unit: 'years_old', label: text('8月31日周岁', 'age on 31 August'), nullMeans: text('出生日期未填写', 'birth date is missing') },
  { name: 'gender', type: 'code', codeList: 'gender', label: text('性别', 'gender'), nullMeans: missing },
  { name: 'relation', type: 'code', codeList: 'relationToHead', label: text('与户主关系', 'relation to head'), nullMeans: missing },
  { name: 'education', type: 'code', codeList: 'education', label: text('文化程度', 'education'), nullMeans: missing },
  { name: 'school_status', type: 'code', codeList: 'schoolStatus', label: text('在校生状况', 'school status'), nullMeans: missing },
  { name: 'dropout_reason', type: 'text', label: text('失学辍学原因', 'reason for dropping out'), nullMeans: text('没有失学，或原因未填写', 'did not drop out, or the reason is missing') },
  { name: 'health', type: 'codes', codeList: 'health', label: text('健康状况', 'health'), nullMeans: missing },
  { name: 'labour', type: 'code', codeList: 'labourSkill', label: text('劳动能力', 'ability to work'), nullMeans: missing },
  { name: 'work_area', type: 'code', codeList: 'workArea', label: text('务工区域', 'work area'), nullMeans: text('未务工，或未填写', 'does not work away, or not filled in') },
  { name: 'work_months', type: 'integer', unit: 'month', label: text('务工月数', 'months of work'), nullMeans: missing },
  insured('has_medical_insurance', '基本医疗保险', 'basic medical insurance'),
  insured('has_critical_illness_insurance', '大病保险', 'critical illness insurance'),
  insured('has_pension_insurance', '基本养老保险', 'basic pension insurance'),
  { name: 'has_minimum_allowance', type: 'boolean', label: text('享受低保', 'receives subsistence allowance'), nullMeans: missing, phrases: { yes: text('享受低保', 'receives subsistence allowance'), no: text('不享受低保', 'receives no subsistence allowance') } },
  { name: 'is_extreme_poverty_support', type: 'boolean', label: text('特困供养', 'supported in extreme poverty'), nullMeans: missing, phrases: { yes: text('享受特困供养', 'is supported in extreme poverty'), no: text('不享受特困供养', 'is not supported in extreme poverty') } },
  { name: 'public_welfare_post', type: 'boolean', label: text('公益性岗位', 'public welfare post'), nullMeans: missing, phrases: { yes: text('在公益性岗位', 'holds a public welfare post'), no: text('不在公益性岗位', 'holds no public welfare post') } },
  { name: 'is_disabled', type: 'boolean', label: text('残疾', 'disability'), nullMeans: text('没有残疾证，健康状况未填写', 'no disability certificate, health not filled in'), phrases: { yes: text('有残疾', 'is disabled'), no: text('没有残疾', 'is not disabled') }, note: text('持有残疾人证，或健康状况为残疾', 'holds a disability certificate, or health says so') },
  {
    name: 'is_new_student', type: 'boolean', label: text('本学段新生', 'first year of the school stage'), nullMeans: text('在校生状况未填写，或该学段不分年级', 'school status not filled in, or the stage is recorded without years'),
    phrases: { yes: text('是本学段新生', 'is in the first year of the stage'), no: text('不是本学段新生', 'is not in the first year of the stage') },
    note: text('学前教育、小学、大专及以上不记年级，无法判断', 'pre-school, primary school and college are recorded without a year, hence unknown'),
  },
  { name: 'had_medical_assistance', type: 'boolean', label: text('接受医疗救助', 'medical assistance'), nullMeans: missing, phrases: { yes: text('接受过医疗救助', 'had medical assistance'), no: text('未接受医疗救助', 'had no medical assistance') } },
];

/** What a rule about a person may ask of the household: its fact of the same meaning, under a name of its own. */
export const FACTS_FROM_HOUSEHOLD: Readonly<Record<string, string>> = {
  household_status: 'status',
  household_has_minimum_allowance: 'has_minimum_allowance',
};

const fromHousehold: Omit<FactDefinition, 'level'>[] = [
  { name: 'household_status', type: 'code', codeList: 'householdStatus', label: text('所在户脱贫属性', 'status of the household'), nullMeans: text('所在户尚未登记', 'the household is not registered') },
  {
    name: 'household_has_minimum_allowance', type: 'boolean', label: text('所在户享受低保', 'allowance in the household'), nullMeans: text('本年度家庭成员尚未录全', 'the members of this year are not complete'),
    phrases: { yes: text('所在户享受低保', 'the household receives subsistence allowance'), no: text('所在户不享受低保', 'the household receives no subsistence allowance') },
  },
];

/** Facts of one member in one year, in the column order of `member_fact`. */
export const MEMBER_FACTS: readonly FactDefinition[] = [...facts, ...fromHousehold].map((fact) => ({ ...fact, level: 'member' }));
