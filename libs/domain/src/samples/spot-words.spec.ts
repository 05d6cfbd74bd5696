import { incomeBlocks, spotCheckItems } from './spot-check.js';
import { spotFieldName, spotSideText, spotValueText, typedLines } from './spot-words.js';

const typed = {
  taskId: '150221-x', attachmentIds: ['x'], note: '路远', satisfaction: 'FAIRLY', knowsMeasures: 'NO_HELP', knowsHelper: 'PARTLY', incomeFen: { wage: 1_200_050, cost: null }, assurances: { WATER: 'PROBLEM', FOOD: 'OK' },
  memberCount: 3, place: 'PHONE', later: { added: true },
};

describe('the words of a spot check', () => {
  it('name every field of the form in both languages', () => {
    const fields = ['memberCount', ...spotCheckItems.map((item) => `assurance.${item}`), ...incomeBlocks.map((block) => `income.${block}`), 'help.helper', 'help.measures'];
    expect(fields.filter((field) => spotFieldName(field) === field || spotFieldName(field, 'en') === field || /\p{Script=Han}/u.test(spotFieldName(field, 'en')))).toEqual([]);
    expect(spotFieldName('assurance.WATER')).toBe('饮水安全');
  });

  it('show amounts in yuan and codes by their names; a side that says nothing is said', () => {
    expect(spotValueText('income.wage', 1_200_050)).toBe('12,000.50 元');
    expect(spotValueText('income.wage', 0, 'en')).toBe('0 yuan');
    expect(spotValueText('assurance.FOOD', 'UNCLEAR')).toBe('不清楚');
    expect(spotValueText('help.helper', '张三、李四')).toBe('张三、李四');
    expect(spotSideText('memberCount', null)).toBe('未填');
    expect(spotSideText('memberCount', 0)).toBe('0');
  });

  it('list what was typed in the order of the form, without ids; what is unknown comes last as it came', () => {
    expect(typedLines(typed).map(({ label, value }) => `${label} ${value}`)).toEqual([
      '在哪里问的 电话', '家庭人口 3', '吃 有保障', '饮水安全 有问题', '工资性收入 12,000.50 元', '生产经营性支出 ', '知道谁是帮扶责任人 部分知道', '知道享受哪些帮扶措施 没有帮扶', '对帮扶工作是否满意 基本满意', '说明 路远', 'later.added true',
    ]);
    expect(typedLines({ taskId: 'x', triedOn: '2026-11-02', reason: 'ABSENT' }).map(({ value }) => value)).toEqual(['2026-11-02', '不在家']);
    expect(typedLines({ field: 'income.wage', cause: 'OTHER', note: '记错' }, 'en').map(({ value }) => value)).toEqual(['Wage income', 'Another cause, to be explained', '记错']);
  });
});
