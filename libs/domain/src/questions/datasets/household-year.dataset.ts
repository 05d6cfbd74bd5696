import { text } from '../../facts/local-text.js';
import { codeField, countField, dateField, fenField, never, textField, yearField, yesNoField } from '../question-field.js';
import type { QuestionField } from '../question-field.js';

const recorded = { time: 'recorded' } as const;
const yesNo = (name: string, zh: string, en: string, no: string, notEn: string): QuestionField => yesNoField(name, text(zh, en), text(zh, en), text(no, notEn), recorded);
const whole = text('向下取整', 'rounded down');

/** The record of one household and year, in the version that held on the day. */
export const householdYearFields: readonly QuestionField[] = [
  yearField('year', '年度', 'year', { shown: true, nullMeans: never, time: 'recorded' }),
  textField('head_name', '户主', 'head of household', { shown: true, nullMeans: never }),
  textField('household_code', '户编号', 'household number'),
  countField('member_count', 'person', '家庭人口数', 'household size', { ...recorded, shown: true, groupable: true, nullMeans: never }),
  fenField('wage_income_fen', '工资性收入', 'wage income', recorded),
  fenField('business_income_fen', '生产经营性收入', 'business income', recorded),
  fenField('property_income_fen', '财产性收入', 'property income', recorded),
  fenField('transfer_income_fen', '转移性收入', 'transfer income', recorded),
  fenField('business_cost_fen', '生产经营性支出', 'business expense', recorded),
  fenField('net_income_fen', '家庭纯收入', 'household net income', { ...recorded, shown: true }),
  fenField('per_capita_income_fen', '人均纯收入', 'net income per head', { ...recorded, shown: true }),
  fenField('reported_per_capita_income_fen', '填报人均纯收入', 'net income per head as reported', recorded),
  fenField('transfer_minimum_allowance_fen', '低保金', 'subsistence allowance', recorded),
  fenField('transfer_pension_fen', '养老金', 'pension', recorded),
  fenField('transfer_grassland_fen', '草原生态奖补', 'grassland subsidy', recorded),
  fenField('out_of_pocket_fen', '合规自付支出', 'compliant out-of-pocket expense', recorded),
  yesNo('food_ok', '吃不愁', 'has enough food', '吃仍发愁', 'lacks food'),
  yesNo('clothing_ok', '穿不愁', 'has enough clothing', '穿仍发愁', 'lacks clothing'),
  yesNo('compulsory_education_ok', '义务教育有保障', 'compulsory education is assured', '义务教育没有保障', 'compulsory education is not assured'),
  yesNo('basic_medical_ok', '基本医疗有保障', 'basic medical care is assured', '基本医疗没有保障', 'basic medical care is not assured'),
  yesNo('housing_safe', '住房安全有保障', 'housing is safe', '住房安全没有保障', 'housing is not safe'),
  yesNo('safe_water', '饮水安全', 'drinking water is safe', '饮水不安全', 'drinking water is not safe'),
  yesNo('is_dilapidated', '是危房', 'the house is dilapidated', '不是危房', 'the house is not dilapidated'),
  yesNo('has_electricity', '通生活用电', 'has electricity', '未通生活用电', 'has no electricity'),
  yesNo('has_sanitary_toilet', '有卫生厕所', 'has a sanitary toilet', '没有卫生厕所', 'has no sanitary toilet'),
  yesNo('in_cooperative', '加入合作社', 'is in a cooperative', '未加入合作社', 'is in no cooperative'),
  codeField('housing_grade', 'housingGrade', '住房等级', 'housing grade', recorded),
  codeField('road_type', 'roadType', '入户路类型', 'type of road', recorded),
  codeField('fuel_type', 'fuelType', '主要燃料', 'main fuel', recorded),
  countField('farmland_mu', undefined, '耕地（亩）', 'farmland (mu)', { ...recorded, note: whole }),
  countField('grassland_mu', undefined, '草牧场（亩）', 'grassland (mu)', { ...recorded, note: whole }),
  countField('housing_m2', undefined, '住房面积（平方米）', 'housing (m²)', { ...recorded, note: whole }),
  countField('livestock_sheep', undefined, '羊（只）', 'sheep', recorded),
  countField('livestock_cattle', undefined, '牛（头）', 'cattle', recorded),
  dateField('recorded_on', '录入日期', 'recorded on', { ...recorded, nullMeans: never }),
  countField('version', undefined, '版本', 'version', { ...recorded, groupable: true, summable: false, nullMeans: never }),
  textField('correction_reason', '更正原因', 'reason of the correction', { ...recorded, nullMeans: text('未更正', 'not corrected') }),
];
