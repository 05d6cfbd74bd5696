import { text } from '../../facts/local-text.js';
import { codeField, codesField, countField, dateField, never, textField, yearField, yesNoField } from '../question-field.js';
import type { QuestionField } from '../question-field.js';

const recorded = { time: 'recorded' } as const;
const has = (name: string, zh: string, en: string): QuestionField =>
  yesNoField(name, text(zh, en), text(`参加${zh}`, `has ${en}`), text(`未参加${zh}`, `has no ${en}`), recorded);
const receives = (name: string, zh: string, en: string): QuestionField =>
  yesNoField(name, text(zh, en), text(`享受${zh}`, `receives ${en}`), text(`不享受${zh}`, `receives no ${en}`), recorded);

/** A member of a household in one year. */
export const memberFields: readonly QuestionField[] = [
  textField('name', '姓名', 'name', { shown: true, nullMeans: never }),
  textField('head_name', '户主', 'head of household', { nullMeans: never }),
  textField('id_no', '证件号码', 'identity number', { shown: true, askable: false }),
  codeField('gender', 'gender', '性别', 'gender', { shown: true }),
  dateField('birth_date', '出生日期', 'birth date', { groupable: false }),
  countField('age', 'years_old', '年龄', 'age', { shown: true, groupable: true, summable: false, nullMeans: text('出生日期未填写', 'birth date is missing'), note: text('年度末周岁', 'full years at the end of the year') }),
  codeField('relation', 'relationToHead', '与户主关系', 'relation to head', { shown: true }),
  codeField('ethnic_group', 'ethnicGroup', '民族', 'ethnic group'),
  codeField('member_status', 'memberStatus', '人员状态', 'status of the person', { nullMeans: never }),
  dateField('joined_on', '加入日期', 'joined on', { time: 'dated' }),
  dateField('left_on', '离开日期', 'left on', { time: 'dated', nullMeans: text('仍在户内', 'still there') }),
  codeField('household_status', 'householdStatus', '所在户脱贫属性', 'status of the household', { nullMeans: text('所在户尚未登记', 'the household is not registered') }),
  codeField('education', 'education', '文化程度', 'education', recorded),
  codeField('school_status', 'schoolStatus', '在校生状况', 'school status', recorded),
  textField('dropout_reason', '失学辍学原因', 'reason for dropping out', recorded),
  codesField('health', 'health', '健康状况', 'health', recorded),
  codeField('labour', 'labourSkill', '劳动能力', 'ability to work', recorded),
  codeField('work_area', 'workArea', '务工区域', 'work area', recorded),
  countField('work_months', 'month', '务工月数', 'months of work', recorded),
  textField('employer', '务工企业', 'employer', recorded),
  textField('public_welfare_post', '公益性岗位', 'public welfare post', recorded),
  codeField('political_status', 'politicalStatus', '政治面貌', 'political status', recorded),
  codeField('marital_status', 'maritalStatus', '婚姻状况', 'marital status', recorded),
  has('has_medical_insurance', '居民基本医疗保险', 'residents’ medical insurance'),
  has('has_employee_medical_insurance', '职工基本医疗保险', 'employees’ medical insurance'),
  has('has_critical_illness_insurance', '大病保险', 'critical illness insurance'),
  has('has_pension_insurance', '居民基本养老保险', 'residents’ pension insurance'),
  receives('has_minimum_allowance', '低保', 'subsistence allowance'),
  receives('is_extreme_poverty_support', '特困供养', 'support in extreme poverty'),
  yesNoField('had_medical_assistance', text('医疗救助', 'medical assistance'), text('接受过医疗救助', 'had medical assistance'), text('未接受医疗救助', 'had no medical assistance'), recorded),
  yearField('disability_cert_year', '残疾人证年度', 'year of the disability certificate', { nullMeans: text('没有残疾人证，或未填写', 'no certificate, or not filled in') }),
];
