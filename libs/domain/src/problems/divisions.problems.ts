import { defineProblems } from './define-problems.js';

export const divisionsProblems = defineProblems({
  'division.malformed-code': { status: 422, zh: '行政区划代码“{code}”格式有误', en: 'Division code "{code}" is malformed' },
  'division.not-found': { status: 404, zh: '没有行政区划“{code}”', en: 'There is no division "{code}"' },
  'division.not-valid-then': { status: 409, zh: '行政区划“{code}”在{on}无效', en: 'Division "{code}" was not valid on {on}' },
  'boundary.approval-number': { status: 422, zh: '请填写审图号，如“蒙S(2023)027号”；没有审图号的地图不能使用', en: 'Enter the approval number of the map as printed on it; a map without one may not be used' },
  'boundary.faulty': { status: 422, zh: '边界文件有误：须为本旗县苏木乡镇或嘎查村的面，代码正确且不重复，文件不超过 30 万字符', en: 'The boundary file is faulty: areas of townships or villages of this county, each with its code once, at most 300,000 characters' },
  'holiday.worked-anyway': { status: 422, zh: '{day}是周一至周五，本来就上班；调休上班只填周六、周日', en: '{day} is a weekday and worked anyway; only Saturdays and Sundays are entered as worked' },
  'parameter.unknown': { status: 404, zh: '没有名为“{name}”的参数', en: 'There is no parameter "{name}"' },
  'parameter.wrong-key': { status: 422, zh: '参数“{name}”缺少或多出了限定条件：{keys}', en: 'Parameter "{name}" needs other qualifiers: {keys}' },
  'parameter.out-of-range': { status: 422, zh: '参数“{name}”的取值须在{min}到{max}之间', en: 'Parameter "{name}" must lie between {min} and {max}' },
  'parameter.source-required': { status: 422, zh: '设置参数须注明依据文件', en: 'Name the document on which the value rests' },
  'parameter.dates': { status: 422, zh: '失效日期须晚于生效日期', en: 'The end date must be after the start date' },
});
