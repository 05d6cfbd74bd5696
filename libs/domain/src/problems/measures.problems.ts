import { defineProblems } from './define-problems.js';

export const measuresProblems = defineProblems({
  'measure.unknown': { status: 404, zh: '没有编号为“{code}”的措施', en: 'There is no measure "{code}"' },
  'measure.not-in-force': { status: 409, zh: '措施“{code}”在{on}没有生效的版本', en: 'No version of measure "{code}" is in force on {on}' },
  'measure.invalid': { status: 422, zh: '措施内容有误，未发布', en: 'The measure has faults and was not published' },
  'measure.examples-failed': { status: 422, zh: '享受条件的示例未全部通过，未发布', en: 'Examples of the rule fail, it was not published' },
  'measure.simulate-first': { status: 409, zh: '请先模拟该版本的影响，再发布', en: 'Simulate the effect of this version before publishing it' },
  'measure.level': { status: 422, zh: '措施“{code}”的对象只能是“{level}”', en: 'Measure "{code}" is given to the level "{level}"' },
  'measure.dates': { status: 422, zh: '新版本的生效日期须晚于现行版本的生效日期{after}', en: 'The new version must take effect after {after}' },
  'measure.not-judged': { status: 422, zh: '措施“{code}”不按户或按人判断享受条件', en: 'Measure "{code}" is not judged for a household or person' },
  'measure.immutable': { status: 409, zh: '已发布的措施版本不可修改', en: 'A published version cannot be changed' },
  'entitlement.year-not-kept': { status: 404, zh: '应享清单只保留{kept}年度的，没有{year}年度的', en: 'Entitlements are kept for {kept} only, not for {year}' },
  'entitlement.not-computed': { status: 404, zh: '该户的应享措施尚未计算', en: 'The entitlements of this household have not been computed yet' },
});
