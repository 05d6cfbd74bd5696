import { defineProblems } from './define-problems.js';

export const comparisonProblems = defineProblems({
  'comparison.register-unknown': { status: 422, zh: '没有这种比对名单', en: 'There is no such register' },
  'comparison.division-outside': { status: 422, zh: '比对范围须在您的辖区内', en: 'The division must lie in your territory' },
  'comparison.mapping': { status: 422, zh: '列的对应有误：{reason}', en: 'The columns are not mapped rightly: {reason}' },
  'comparison.not-comparable': { status: 422, zh: '须指明证件号码列，或姓名列和出生日期列', en: 'Say which column holds document numbers, or which hold names and birth dates' },
  'comparison.wrong-state': { status: 409, zh: '比对目前为“{state}”，不能这样操作', en: 'The comparison is in another state: {state}' },
  'comparison.file-gone': { status: 409, zh: '名单文件已删除，请重新上传', en: 'The file is deleted; upload it again' },
  'comparison.no-rows': { status: 422, zh: '名单中没有可比对的人员', en: 'The list holds nobody who can be compared' },
  'comparison.cancelled': { status: 409, zh: '比对已取消', en: 'The comparison was cancelled' },
  'comparison.evidence-gone': { status: 409, zh: '名单已删除，没有依据，不能再判定为属实', en: 'The list is deleted; without its evidence nothing can be found true' },
  'comparison.recheck-past': { status: 422, zh: '复查日期须晚于今天', en: 'The day of the re-check must lie in the future' },
  'comparison.recheck-only-open': { status: 422, zh: '只有“待查”才设复查日期', en: 'Only an open verdict has a re-check date' },
});
