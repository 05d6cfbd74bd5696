import { defineProblems } from './define-problems.js';

export const checksProblems = defineProblems({
  'check.unknown': { status: 404, zh: '没有这项核查', en: 'There is no such check' },
  'check.none': { status: 422, zh: '请至少选择一项核查，或选择全部', en: 'Choose at least one check, or all' },
  'check.not-in-force': { status: 422, zh: '所选核查在该年度尚未生效或已停用', en: 'The check is not in force in that year' },
  'check.year': { status: 422, zh: '核查年度应在2000年至今年之间', en: 'The year must lie between 2000 and this year' },
  'check.run-ended': { status: 409, zh: '该次核查已经结束，不能取消', en: 'This run has ended and cannot be given up' },
  'check.hit-gone-verdict': { status: 409, zh: '该线索在最近一次核查中已不再出现，不能再作认定', en: 'The last run no longer found this hit' },
  'check.statement': { status: 422, zh: '以语句形式编写的核查只能随系统版本发布，不能在线修改', en: 'A check written as a statement comes with a release and cannot be published here' },
  'check.invalid': { status: 422, zh: '核查规则有误，请按提示修改', en: 'The rule of the check is faulty' },
  'check.examples-failed': { status: 422, zh: '核查规则没有通过自带示例，或示例没有覆盖三种结论', en: 'The rule fails its own examples, or they do not show all three answers' },
  'check.parameters': { status: 422, zh: '没有这个参数，或取值不正确：{name}', en: 'There is no such number, or the value does not fit: {name}' },
  'check.dates': { status: 409, zh: '新版本的生效日期应晚于现有版本', en: 'A version begins after the one before it' },
  'check.simulate-first': { status: 409, zh: '请先试算新规则，看过它会增加和减少哪些线索后再发布', en: 'Simulate first: publish only what you have seen the effect of' },
});
