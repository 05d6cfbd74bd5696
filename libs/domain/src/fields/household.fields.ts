import { defineFields } from './field.js';

/** Fields of a household that hold until corrected (domain.md §1.5; national tables AC01 and AC11). */
export const householdFields = [
  ...defineFields('household', 'basic', [
    ['householdCode', 'text', '户编号', 'Household number', { national: 'AAC001', headings: ['户编码'], maxLength: 40 }],
    ['villageCode', 'division', '嘎查村', 'Village', { national: 'AAR008', required: true }],
    ['naturalVillage', 'text', '自然村', 'Natural village', { headings: ['村民小组', '独贵龙', '浩特'] }],
    ['housePosition', 'position', '住宅位置', 'Position of the house', { headings: ['住址坐标', '住房经纬度'], sensitive: 'place' }],
    ['phone', 'text', '联系电话', 'Telephone', { national: 'AAR012', headings: ['联系方式', '户主联系电话'], sensitive: 'phone', encrypted: true, maxLength: 30 }],
    ['bankName', 'text', '开户银行', 'Bank', { national: 'AAQ002', headings: ['开户银行名称'] }],
    ['bankAccountNo', 'text', '银行卡号', 'Bank account', { national: 'AAC004', headings: ['银行账号', '银行帐号'], sensitive: 'bank', encrypted: true, maxLength: 40 }],
    ['identificationStandard', 'code', '识别标准', 'Identification standard', { national: 'AAC005', codeList: 'identificationStandard' }],
    ['poorHouseholdType', 'code', '贫困户属性', 'Type of poor household', { national: 'AAC006', codeList: 'poorHouseholdType' }],
    ['householdKind', 'code', '户类型', 'Kind of household', { codeList: 'householdKind' }],
    ['monitoringCategory', 'code', '监测对象类别', 'Monitoring category', { codeList: 'monitoringCategory' }],
    ['isMartyrFamily', 'boolean', '是否军烈属', 'Military or martyr family', { national: 'AAC012', headings: ['军烈属'] }],
    ['isOneChildFamily', 'boolean', '是否独生子女户', 'One-child family', { national: 'AAC013', headings: ['独生子女户'] }],
    ['isTwoDaughterFamily', 'boolean', '是否双女户', 'Two-daughter family', { national: 'AAC014', headings: ['双女户'] }],
    ['measureCategory', 'code', '帮扶类别（五个一批）', 'Category of measures', { codeList: 'measureCategory', headings: ['帮扶类别', '五个一批'] }],
    ['industryHelpType', 'text', '到户产业帮扶类型', 'Household industry help'],
  ]),
  ...defineFields('household', 'status', [
    ['status', 'code', '脱贫属性', 'Poverty status', { national: 'AAR010', codeList: 'householdStatus', required: true }],
    ['firstIdentifiedMonth', 'month', '首次识别时间', 'First identified'],
    ['exitYear', 'year', '脱贫年度', 'Year of exit', { national: 'AAC016', headings: ['脱贫年份'] }],
    ['plannedExitYear', 'year', '计划脱贫年度', 'Planned year of exit'],
    ['returnYear', 'year', '返贫年度', 'Year of return'],
    ['returnReason', 'text', '返贫原因', 'Reason of return'],
  ]),
  ...defineFields('household', 'cause', [
    ['mainCause', 'code', '主要致贫原因', 'Main cause of poverty', { national: 'AAC007', codeList: 'povertyCause', headings: ['致贫原因'] }],
    ['otherCauses', 'codes', '其他致贫原因', 'Other causes of poverty', { national: 'AAC008', codeList: 'povertyCause', headings: ['次要致贫原因'] }],
    ['causeNote', 'text', '致贫原因说明', 'Note on causes', { national: 'AAC011', maxLength: 1000 }],
  ]),
  ...defineFields('household', 'relocation', [
    ['isRelocated', 'boolean', '是否易地扶贫搬迁户', 'Relocated household', { headings: ['是否易地搬迁户', '易地扶贫搬迁户'] }],
    ['relocationMode', 'code', '搬迁方式', 'Mode of relocation', { codeList: 'relocationMode' }],
    ['resettlementMode', 'code', '安置方式', 'Mode of resettlement', { codeList: 'resettlementMode' }],
    ['resettlementPlace', 'code', '安置地', 'Place of resettlement', { codeList: 'resettlementPlace' }],
    ['relocationDifficulties', 'codes', '搬迁可能存在的困难', 'Expected difficulties', { codeList: 'relocationDifficulty' }],
  ]),
];
