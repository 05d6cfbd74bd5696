import { defineProblems } from './define-problems.js';

export const careProblems = defineProblems({
  'care.register-unknown': { status: 404, zh: '没有这个关爱台账', en: 'There is no such care register' },
  'care.contact-repeated': { status: 409, zh: '该编号已用于另一条探访记录', en: 'This id belongs to another contact' },
  'care.contact-future': { status: 422, zh: '探访日期不能晚于今天', en: 'A contact cannot lie in the future' },
  'care.entry-closed': { status: 409, zh: '此人已不在该台账，请在其当前台账中记录', en: 'The person is no longer on this register' },
  'care.list-empty': { status: 422, zh: '名单中没有可比对的人员：请提供姓名和证件号码或出生日期', en: 'The list holds nobody who can be compared: give names with document numbers or birth dates' },
  'care.list-columns': { status: 422, zh: '名单须有“姓名”列，以及“证件号码”或“出生日期”列', en: 'The list needs a column of names and one of document numbers or birth dates' },
  'care.register-not-of-people': { status: 422, zh: '该台账按户登记，不能与人员名单比对', en: 'The register lists households and cannot be compared with a list of persons' },
  'care.division-outside': { status: 422, zh: '比对范围须在您的辖区内，且为一个旗县或其下级区划', en: 'The division must be a county of your territory or lie in it' },
});
