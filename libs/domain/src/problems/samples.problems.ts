import { defineProblems } from './define-problems.js';

export const samplesProblems = defineProblems({
  'sample.plan': { status: 422, zh: '抽样设置不完整或有误：{field}', en: 'The plan of the sample is incomplete or wrong: {field}' },
  'sample.frame-too-small': { status: 422, zh: '要抽{wanted}个，而抽样框内只有{units}个', en: '{wanted} are wanted, the frame has {units}' },
  'sample.frame-value': { status: 422, zh: '抽样框中有单位缺少“{name}”的整数值，无法按此抽取', en: 'A unit of the frame has no whole number as {name}' },
  'sample.frame-repeated': { status: 422, zh: '抽样框中有重复的单位', en: 'The frame repeats a unit' },
  'sample.frame-unusable': { status: 422, zh: '该问题的结果不是农户，不能作为抽样框', en: 'The question does not answer with households and cannot be a frame' },
  'sample.not-yours': { status: 403, zh: '封存的样本只有抽取人可以查看和处理', en: 'A sealed sample belongs to whoever drew it' },
  'sample.wrong-state': { status: 409, zh: '样本当前状态（{state}）不能进行此操作', en: 'Not possible in state {state}' },
  'sample.opens-in-past': { status: 422, zh: '开放时间不能早于现在', en: 'It cannot open in the past' },
  'sample.assignments': { status: 422, zh: '分派有误：每个样本单位须分派一次，且只分派样本中的单位', en: 'Every unit of the sample must be assigned exactly once' },
  'sample.assignee': { status: 422, zh: '第{ordinal}号的调查员不是辖区包含该户的督查人员', en: 'Whoever is to visit unit {ordinal} is no inspector of its territory' },
  'sample.not-given-up': { status: 422, zh: '该户尚不能替换：须有拒访、迁走等原因，或在两个不同日期均不在家', en: 'The household cannot be replaced yet: it needs a reason, or absence on two days' },
  'sample.no-replacement': { status: 409, zh: '该层的备用单位已用完', en: 'No replacement is left in the stratum' },
  'sample.tasks-open': { status: 409, zh: '还有{open}户未完成，关闭前请完成、替换或说明原因', en: '{open} households are not finished: give a reason to close nevertheless' },
  'sample.nothing-answered': { status: 409, zh: '还没有任何户作出回答', en: 'Nobody has answered yet' },
  'sample.village-unit': { status: 409, zh: '该样本的单位是嘎查村，没有入户表', en: 'The units of the sample are villages: there is no form' },
  'sample.task-closed': { status: 409, zh: '该任务已替换或样本已关闭', en: 'The task was replaced or the sample is closed' },
  'sample.answer-repeated': { status: 409, zh: '该户已有回答，修改须说明原因', en: 'The household was answered for; a correction needs its reason' },
  'sample.no-difference': { status: 422, zh: '该字段没有差异', en: 'The field does not differ' },
  'sample.cause-note': { status: 422, zh: '原因为“其他”时须说明', en: 'Another cause must be explained' },
  'sample.tried-on': { status: 422, zh: '上门日期须在开放之后、且不晚于今天', en: 'The day of the attempt lies before the opening or in the future' },
});
