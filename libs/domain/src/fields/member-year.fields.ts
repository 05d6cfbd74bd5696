import { defineFields } from './field.js';

/** Fields of a person in one year (national table AB02). */
export const memberYearFields = [
  ...defineFields('memberYear', 'basic', [
    ['year', 'year', '年度', 'Year', { national: 'AAR040', required: true }],
    ['politicalStatus', 'code', '政治面貌', 'Political status', { national: 'AAK033', codeList: 'politicalStatus' }],
    ['maritalStatus', 'code', '婚姻状况', 'Marital status', { national: 'AAB021', codeList: 'maritalStatus', headings: ['婚姻'] }],
    ['isActiveMilitary', 'boolean', '是否现役军人', 'On active military service', { national: 'AAB019', headings: ['现役军人'] }],
    ['isUnsupportedChild', 'boolean', '是否事实无人抚养儿童', 'Child without actual support'],
  ]),
  ...defineFields('memberYear', 'education', [
    ['education', 'code', '文化程度', 'Education', { national: 'AAB008', codeList: 'education' }],
    ['schoolStatus', 'code', '在校生状况', 'School status', { national: 'AAB009', codeList: 'schoolStatus' }],
    ['dropoutReason', 'text', '义务教育阶段未上学原因', 'Reason for not attending school', { headings: ['失学辍学原因', '失学或辍学原因', '失学原因'] }],
    ['graduateUnemployedReason', 'text', '大专或本科毕业生未就业原因', 'Reason a graduate has no job'],
    ['speaksMandarin', 'boolean', '是否会讲普通话', 'Speaks standard Chinese'],
  ]),
  ...defineFields('memberYear', 'health', [
    ['health', 'codes', '健康状况', 'Health', { national: 'AAB017', codeList: 'health', sensitive: 'health' }],
    ['hadMedicalAssistance', 'boolean', '是否接受医疗救助', 'Received medical assistance', { headings: ['医疗救助'] }],
    ['hadOtherHealthHelp', 'boolean', '是否接受其他健康扶贫', 'Received other health help'],
  ]),
  ...defineFields('memberYear', 'work', [
    ['labourSkill', 'code', '劳动技能', 'Ability to work', { national: 'AAB010', codeList: 'labourSkill', headings: ['劳动能力'] }],
    ['workArea', 'code', '务工状况', 'Place of work', { national: 'AAB011', codeList: 'workArea', headings: ['务工情况', '务工区域', '务工所在地'] }],
    ['workMonths', 'integer', '务工时间（月）', 'Months of work', { national: 'AAB012', unit: 'months', headings: ['务工时间'] }],
    ['employer', 'text', '务工企业名称', 'Employer', { national: 'AAB029', headings: ['务工企业'] }],
    ['worksAbroad', 'boolean', '是否国外务工', 'Works abroad'],
    ['publicWelfarePost', 'text', '公益性岗位', 'Public-welfare post'],
    ['publicWelfareMonths', 'integer', '公益性岗位（月数）', 'Months in the post', { unit: 'months', headings: ['公益性岗位(月数)'] }],
  ]),
  ...defineFields('memberYear', 'insurance', [
    ['hasMedicalInsurance', 'boolean', '是否参加城乡居民基本医疗保险', 'Residents medical insurance', { national: 'AAB013', headings: ['是否参加新农合', '参加新农合', '是否参加新型农村合作医疗'] }],
    ['hasEmployeeMedicalInsurance', 'boolean', '是否参加城镇职工基本医疗保险', 'Employees medical insurance'],
    ['hasCriticalIllnessInsurance', 'boolean', '是否参加大病保险', 'Critical illness insurance', { headings: ['参加大病医疗', '参加大病保险', '是否参加大病医疗'] }],
    ['hasCommercialMedicalInsurance', 'boolean', '是否参加商业补充医疗保险', 'Commercial medical insurance'],
    ['hasPensionInsurance', 'boolean', '是否参加城乡居民基本养老保险', 'Residents pension insurance', { national: 'AAB014', headings: ['是否参加新型养老保险', '是否参加城乡居民养老保险', '是否参加新农保'] }],
    ['hasEmployeePension', 'boolean', '是否参加城镇职工基本养老保险', 'Employees pension insurance'],
    ['hasAccidentInsuranceSubsidy', 'boolean', '是否享受人身意外保险补贴', 'Accident insurance subsidy', { headings: ['人身意外险'] }],
    ['hasMinimumAllowance', 'boolean', '是否享受农村居民最低生活保障', 'Receives the subsistence allowance', { national: 'AAB030', headings: ['是否享受低保', '享受低保'] }],
    ['isExtremePovertySupport', 'boolean', '是否特困供养人员', 'Receives extreme poverty support', { headings: ['是否五保', '特困供养'] }],
  ]),
];
