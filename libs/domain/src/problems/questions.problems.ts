import { defineProblems } from './define-problems.js';

export const questionProblems = defineProblems({
  'question.invalid': { status: 422, zh: '问题有误：{first}', en: 'The question is not valid: {firstEn}' },
  'question.too-wide': { status: 422, zh: '这个问题要读取的数据过多，请缩小区划、年度或增加条件后再问', en: 'The question reads too much: narrow the division or the year, or add a condition' },
  'question.too-slow': { status: 422, zh: '查询超过 {seconds} 秒已停止，请缩小区划、年度或增加条件后再问', en: 'Stopped after {seconds} seconds: narrow the division or the year, or add a condition' },
  'question.cancelled': { status: 409, zh: '查询已取消', en: 'The question was cancelled' },
  'question.future': { status: 422, zh: '时点不能晚于今天', en: 'The day of a question cannot lie in the future' },
  'question.other-division': { status: 422, zh: '这个问题是为区划 {division} 保存的，改问其他区划请另存', en: 'The question was saved for division {division}; save another one for another division' },
  'question.not-yours': { status: 403, zh: '只有保存人可以修改或删除这个问题', en: 'Only whoever saved the question may change or delete it' },
  'question.brief-period': { status: 422, zh: '简报期间的起始日不能晚于截止日', en: 'The period of a brief cannot begin after its end' },
  'question.dataset-forbidden': { status: 403, zh: '您的角色不能查询“{dataset}”', en: 'Your role may not ask about "{dataset}"' },
});
