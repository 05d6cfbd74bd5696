import { defineProblems } from './define-problems.js';

export const eligibilityProblems = defineProblems({
  'rule.unknown': { status: 404, zh: '没有编号为“{code}”的规则', en: 'There is no rule "{code}"' },
  'rule.not-in-force': { status: 409, zh: '{year}年没有生效的规则“{code}”', en: 'No version of rule "{code}" is in force for {year}' },
  'rule.invalid': { status: 422, zh: '规则内容有误，未发布', en: 'The rule has faults and was not published' },
  'rule.examples-failed': { status: 422, zh: '规则的示例未全部通过，未发布', en: 'Examples of the rule fail, it was not published' },
  'rule.simulate-first': { status: 409, zh: '请先模拟该版本的影响，再发布', en: 'Simulate the effect of this version before publishing it' },
  'rule.level': { status: 422, zh: '规则“{code}”的对象只能是“{level}”', en: 'Rule "{code}" is about the level "{level}"' },
  'rule.dates': { status: 422, zh: '新版本的生效日期须晚于现行版本的生效日期{after}', en: 'The new version must take effect after {after}' },
  'rule.immutable': { status: 409, zh: '已发布的规则版本不可修改', en: 'A published version cannot be changed' },
  'verdict.not-computed': { status: 404, zh: '{year}年尚未计算', en: 'Nothing has been computed for {year} yet' },
  'verdict.not-computable': { status: 409, zh: '数据有误，无法计算，请先更正：{message}', en: 'The data cannot be computed, correct them first: {message}' },
  'fact.unknown': { status: 404, zh: '没有可以展开的指标“{fact}”', en: 'There is no figure "{fact}" that has rows behind it' },
  'assessment.found-exceeds': { status: 422, zh: '发现人数不能多于抽查人数', en: 'More persons found than were sampled' },
  'assessment.future': { status: 422, zh: '评估日期不能晚于今天', en: 'The day of the assessment lies in the future' },
  'year.out-of-range': { status: 422, zh: '年度须在{min}至{max}之间', en: 'The year must lie between {min} and {max}' },
});
