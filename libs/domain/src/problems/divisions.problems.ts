import { defineProblems } from './define-problems.js';

export const divisionsProblems = defineProblems({
  'division.malformed-code': { status: 422, zh: '行政区划代码“{code}”格式有误', en: 'Division code "{code}" is malformed' },
  'division.not-found': { status: 404, zh: '没有行政区划“{code}”', en: 'There is no division "{code}"' },
  'division.not-valid-then': { status: 409, zh: '行政区划“{code}”在{on}无效', en: 'Division "{code}" was not valid on {on}' },
  'holiday.worked-anyway': { status: 422, zh: '{day}是周一至周五，本来就上班；调休上班只填周六、周日', en: '{day} is a weekday and worked anyway; only Saturdays and Sundays are entered as worked' },
  'parameter.unknown': { status: 404, zh: '没有名为“{name}”的参数', en: 'There is no parameter "{name}"' },
  'parameter.wrong-key': { status: 422, zh: '参数“{name}”缺少或多出了限定条件：{keys}', en: 'Parameter "{name}" needs other qualifiers: {keys}' },
  'parameter.out-of-range': { status: 422, zh: '参数“{name}”的取值须在{min}到{max}之间', en: 'Parameter "{name}" must lie between {min} and {max}' },
  'parameter.source-required': { status: 422, zh: '设置参数须注明依据文件', en: 'Name the document on which the value rests' },
  'parameter.dates': { status: 422, zh: '失效日期须晚于生效日期', en: 'The end date must be after the start date' },
});
