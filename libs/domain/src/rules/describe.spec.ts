import { FACT_CATALOGUE } from '../facts/index.js';
import type { FactLevel } from '../facts/index.js';
import { describeRule } from './describe.js';

function said(rule: unknown, parameters?: Record<string, number>, level: FactLevel = 'household'): { zh: string; en: string } {
  return describeRule(rule, { catalogue: FACT_CATALOGUE, level, parameters });
}

describe('describing a rule', () => {
  it('reads an exit rule as one sentence with units and the value of the line', () => {
    const rule = {
      combinator: 'and',
      rules: [
        { field: 'net_income_per_capita_fen', operator: '>=', value: { param: 'poverty_line' } },
        { field: 'food_ok', operator: '=', value: true },
        { combinator: 'or', rules: [{ field: 'housing_safe', operator: '=', value: true }, { field: 'housing_grade', operator: 'in', value: ['A', 'B'] }] },
      ],
    };
    const sentence = said(rule, { poverty_line: 400_000 });
    expect(sentence.zh).toBe('人均纯收入不低于贫困线（4,000 元），且吃不愁，且（住房安全有保障，或住房等级属于A级、B级）。');
    expect(sentence.en).toMatch(/^Net income per head is at least poverty line \(4,000 yuan\) and has enough food and \(housing is safe or housing grade is one of .*\)\.$/);
    expect(said(rule, {}).zh).toContain('贫困线（未设定）');
    expect(said(rule).zh).toContain('不低于贫困线，且');
  });

  it.each<[unknown, string]>([
    [{ field: 'wage_fen', operator: 'between', value: [100_050, 200_000] }, '工资性收入在 1,000.50 元 至 2,000 元 之间（含）。'],
    [{ field: 'member_count', operator: '<', value: 3 }, '家庭人口数少于 3 人。'],
    [{ field: 'exit_year', operator: '>=', value: 2019 }, '脱贫年度不早于 2019 年。'],
    [{ field: 'owns_car', operator: 'null' }, '有小汽车或大型机械尚不清楚。'],
    [{ field: 'housing_safe', operator: '!=', value: true }, '住房安全没有保障。'],
    [{ combinator: 'and', not: true, rules: [{ field: 'status', operator: '=', value: 'RETURNED' }] }, '并非（脱贫属性为返贫）。'],
    [{ over: 'members', quantifier: 'some', where: { field: 'age', operator: '>=', value: 60 } }, '有家庭成员满足（年龄不少于 60 岁）。'],
    [{ over: 'members', quantifier: 'count', where: { field: 'gender', operator: '=', value: '1' }, count: { operator: '>=', value: 2 } }, '满足（性别为男性）的家庭成员不少于 2 人。'],
    [{ field: 'nothing', operator: '=', value: 1 }, '（无法识别的条件：nothing）。'],
  ])('%#', (rule, zh) => {
    expect(said(rule).zh).toBe(zh);
  });

  it('writes a rate in percent', () => {
    expect(said({ field: 'incidence', operator: '<', value: { param: 'exit_village_incidence' } }, { exit_village_incidence: 300 }, 'village').zh).toBe('贫困发生率低于嘎查村出列贫困发生率标准（3%）。');
    expect(said({ field: 'incidence', operator: '<', value: 250 }, {}, 'village').zh).toBe('贫困发生率低于 2.5%。');
  });
});
