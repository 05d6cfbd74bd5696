import { incomeItems } from '../income/income-items.js';
import { defineFields } from './field.js';
import type { Field } from './field.js';

const income: Field[] = incomeItems.flatMap((entry) =>
  defineFields('householdYear', 'income', [
    [entry.key, 'fen', entry.zh, entry.en, { column: entry.column, national: entry.nationalColumn, headings: entry.aliases }],
  ]),
);

/** Fields of a household in one year (national tables AC07, AC30, AC31). A past year is never overwritten, only corrected by version. */
export const householdYearFields = [
  ...defineFields('householdYear', 'basic', [
    ['year', 'year', '年度', 'Year', { national: 'AAR040', required: true }],
    ['memberCount', 'integer', '年度家庭人口数', 'Members in the year', {
      required: true, unit: 'persons', headings: ['家庭人口数', '当前家庭人口数', '人数', '家庭人口'],
    }],
    ['memberCountYearStart', 'integer', '年初人口数', 'Members at start of year', { unit: 'persons', headings: ['年初家庭人口数'] }],
    ['memberCountYearEnd', 'integer', '年末人口数', 'Members at end of year', { unit: 'persons', headings: ['年末家庭人口数'] }],
    ['incomePeriodStart', 'date', '收入采集期开始', 'Income period start'],
    ['incomePeriodEnd', 'date', '收入采集期结束', 'Income period end'],
  ]),
  ...defineFields('householdYear', 'production', [
    ['farmlandMu', 'decimal', '耕地面积（亩）', 'Farmland (mu)', { national: 'AAC301', unit: 'mu', headings: ['耕地面积'] }],
    ['irrigatedMu', 'decimal', '有效灌溉面积（亩）', 'Irrigated farmland (mu)', { national: 'AAC302', unit: 'mu', headings: ['有效灌溉面积'] }],
    ['forestMu', 'decimal', '林地面积（亩）', 'Forest land (mu)', { national: 'AAC303', unit: 'mu', headings: ['林地面积'] }],
    ['landReturnedToForestMu', 'decimal', '退耕还林面积（亩）', 'Farmland returned to forest or grass (mu)', { national: 'AAC304', unit: 'mu', headings: ['退耕还林面积', '退耕还林(草)面积'] }],
    ['orchardMu', 'decimal', '林果面积（亩）', 'Orchard (mu)', { national: 'AAC305', unit: 'mu', headings: ['林果面积'] }],
    ['grasslandMu', 'decimal', '牧草地面积（亩）', 'Grassland (mu)', { national: 'AAC306', unit: 'mu', headings: ['牧草地面积', '草牧场面积', '草牧场面积（亩）'] }],
    ['waterMu', 'decimal', '水面面积（亩）', 'Water surface (mu)', { national: 'AAC307', unit: 'mu', headings: ['水面面积'] }],
    ['productionHouseM2', 'decimal', '生产用房面积（㎡）', 'Production buildings (m²)', { unit: 'm2', headings: ['生产用房面积'] }],
    ['livestockPoultry', 'integer', '家禽（只）', 'Poultry', { unit: 'head', headings: ['家禽'] }],
    ['livestockCattle', 'integer', '牛（头）', 'Cattle', { unit: 'head', headings: ['牛'] }],
    ['livestockSheep', 'integer', '羊（只）', 'Sheep and goats', { unit: 'head', headings: ['羊'] }],
    ['livestockPigs', 'integer', '猪（头）', 'Pigs', { unit: 'head', headings: ['猪'] }],
    ['livestockOther', 'integer', '其他牲畜（头/只）', 'Other livestock', { unit: 'head', headings: ['其它牲畜', '其他牲畜'] }],
    ['inCooperative', 'boolean', '是否加入农民专业合作组织', 'Member of a cooperative', { national: 'AAC084', headings: ['是否加入农民专业合作社'] }],
    ['ledByEnterprise', 'boolean', '是否有龙头企业带动', 'Led by an enterprise'],
    ['ledByPioneer', 'boolean', '是否有创业致富带头人带动', 'Led by a pioneer'],
  ]),
  ...defineFields('householdYear', 'living', [
    ['waterDifficult', 'boolean', '是否饮水困难', 'Drinking water is hard to get', { national: 'AAC311', headings: ['饮水困难'] }],
    ['safeWater', 'boolean', '是否解决安全饮用水', 'Safe drinking water', { national: 'AAC312', headings: ['饮水是否安全', '饮水安全'] }],
    ['waterSources', 'codes', '饮水情况', 'Water sources', { codeList: 'waterSource' }],
    ['hasElectricity', 'boolean', '是否通生活用电', 'Household electricity', { national: 'AAC313', headings: ['生活用电'] }],
    ['hasProductionPower', 'boolean', '是否通生产用电', 'Production power', { headings: ['生产用电'] }],
    ['hasTv', 'boolean', '是否通广播电视', 'Radio and television', { headings: ['广播电视'] }],
    ['distanceToRoadKm', 'decimal', '与村主干路距离（公里）', 'Distance to the main road (km)', { national: 'AAC315', unit: 'km', headings: ['与村主干路距离'] }],
    ['roadType', 'code', '入户路类型', 'Type of access road', { national: 'AAC316', codeList: 'roadType' }],
    ['housingM2', 'decimal', '住房面积（㎡）', 'Housing area (m²)', { national: 'AAC317', unit: 'm2', headings: ['住房面积', '住房面积（平方米）'] }],
    ['isDilapidated', 'boolean', '是否危房户', 'Dilapidated housing', { national: 'AAC318', headings: ['危房户', '是否危房'] }],
    ['housingGrade', 'code', '危房级别', 'Housing grade', { codeList: 'housingGrade', headings: ['危房等级', '住房等级'] }],
    ['housingRenovationYear', 'year', '危改年度', 'Year of renovation', { headings: ['危房改造年度'] }],
    ['hasSanitaryToilet', 'boolean', '是否有卫生厕所', 'Sanitary toilet', { national: 'AAC319', headings: ['卫生厕所'] }],
    ['fuelType', 'code', '主要燃料类型', 'Main fuel', { national: 'AAC320', codeList: 'fuelType' }],
  ]),
  ...defineFields('householdYear', 'assurance', [
    ['foodOk', 'boolean', '不愁吃', 'Food is assured', { headings: ['吃是否不愁'] }],
    ['clothingOk', 'boolean', '不愁穿', 'Clothing is assured', { headings: ['穿是否不愁'] }],
    ['compulsoryEducationOk', 'boolean', '义务教育有保障', 'Compulsory education is guaranteed', { headings: ['义务教育保障'] }],
    ['basicMedicalOk', 'boolean', '基本医疗有保障', 'Basic medical care is guaranteed', { headings: ['基本医疗保障'] }],
    ['housingSafe', 'boolean', '住房安全有保障', 'Safe housing is guaranteed', { headings: ['住房安全保障'] }],
  ]),
  ...income,
  ...defineFields('householdYear', 'income', [
    ['costReliefSubsidy', 'fen', '专项用于减少生产经营性支出的补贴', 'Subsidy that lowers business cost (recorded, not in the formula)'],
    ['reportedIncome', 'fen', '年收入（填报）', 'Yearly income as reported', { national: 'AAC081', headings: ['年收入', '年收入（元）'] }],
    ['reportedNetIncome', 'fen', '纯收入（填报）', 'Net income as reported', { national: 'AAC079', headings: ['纯收入', '纯收入（元）'] }],
    ['reportedPerCapitaIncome', 'fen', '人均纯收入（填报）', 'Net income per head as reported', { national: 'AAC082', headings: ['人均纯收入', '人均纯收入（元）'] }],
    ['wageIncome', 'fen', '工资性收入合计', 'Wage income, total', { national: 'AAC073', derived: true }],
    ['businessIncome', 'fen', '生产经营性收入合计', 'Business income, total', { national: 'AAC071', derived: true }],
    ['propertyIncome', 'fen', '财产性收入合计', 'Property income, total', { national: 'AAC072', derived: true }],
    ['transferIncome', 'fen', '转移性收入合计', 'Transfer income, total', { national: 'AAC085', derived: true }],
    ['businessCost', 'fen', '生产经营性支出合计', 'Business cost, total', { national: 'AAC074', derived: true }],
    ['grossIncome', 'fen', '年收入合计', 'Yearly income, computed', { derived: true }],
    ['netIncome', 'fen', '纯收入合计', 'Net income, computed', { derived: true }],
    ['perCapitaIncome', 'fen', '人均纯收入（核算）', 'Net income per head, computed', { derived: true }],
  ]),
];
