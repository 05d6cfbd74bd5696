import { defineFields } from './field.js';

/** Fields of a person that hold until corrected (national table AB01). */
export const memberFields = [
  ...defineFields('member', 'basic', [
    ['memberCode', 'text', '人编号', 'Person number', { national: 'AAB001', headings: ['人口编号', '人口编码'], maxLength: 40 }],
    ['ordinal', 'integer', '户内序号', 'Order in the household'],
    ['name', 'text', '姓名', 'Name', { national: 'AAB002', required: true, maxLength: 100 }],
    ['gender', 'code', '性别', 'Sex', { national: 'AAB003', codeList: 'gender' }],
    ['birthDate', 'date', '出生日期', 'Date of birth'],
    ['idType', 'code', '证件类型', 'Kind of document', { national: 'AAB018', codeList: 'idType' }],
    ['idNo', 'text', '证件号码', 'Document number', { national: 'AAB004', headings: ['身份证号', '身份证号码', '证件号', '身份证号/证件号码'], sensitive: 'identity', encrypted: true, maxLength: 30 }],
    ['relationToHead', 'code', '与户主关系', 'Relation to the head', { national: 'AAB006', codeList: 'relationToHead', required: true }],
    ['ethnicGroup', 'code', '民族', 'Ethnic group', { national: 'AAB007', codeList: 'ethnicGroup' }],
    ['phone', 'text', '家庭成员联系电话', 'Telephone', { national: 'AAB031', headings: ['成员联系电话'], sensitive: 'phone', encrypted: true, maxLength: 30 }],
    ['memberIdentifiedMonth', 'month', '人员识别时间', 'Person identified', { headings: ['贫困人员识别时间'] }],
    ['isRelocatedPerson', 'boolean', '是否易地扶贫搬迁人口', 'Relocated person', { headings: ['是否易地搬迁人口'] }],
  ]),
  ...defineFields('member', 'status', [
    ['memberStatus', 'code', '人员状态', 'State of the person', { national: 'AAB015', codeList: 'memberStatus', required: true, headings: ['生存状态'] }],
    ['memberChangeReason', 'code', '人员变动原因', 'Reason of change', { codeList: 'memberChangeReason' }],
    ['joinedOn', 'date', '加入日期', 'Joined on'],
    ['leftOn', 'date', '减少日期', 'Left on'],
  ]),
  ...defineFields('member', 'health', [
    ['disabilityCertNo', 'text', '残疾证号', 'Disability certificate', { headings: ['残疾人证号'], sensitive: 'health', encrypted: true, maxLength: 30 }],
    ['disabilityCertYear', 'year', '残疾证办证年度', 'Year of the certificate'],
  ]),
];
