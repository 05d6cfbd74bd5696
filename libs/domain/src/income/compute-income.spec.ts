import fc from 'fast-check';
import { computeIncome, computeMonitoringIncome, unsplitRest } from './compute-income.js';
import { incomeGroupInfos, incomeGroups, incomeItems } from './income-items.js';

const amounts = fc.dictionary(fc.constantFrom(...incomeItems.map((item) => item.key)), fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 50_000_000 })), { noNullPrototype: true });

describe('income items', () => {
  it('has unique keys and columns, and one "not split" item in each group that files give as a total', () => {
    expect(new Set(incomeItems.map((item) => item.key)).size).toBe(incomeItems.length);
    expect(new Set(incomeItems.map((item) => item.column)).size).toBe(incomeItems.length);
    expect(incomeGroupInfos.map((info) => info.group)).toEqual([...incomeGroups]);
    for (const group of ['wage', 'business', 'property', 'businessCost'] as const) {
      expect(incomeItems.filter((item) => item.group === group && item.unsplit)).toHaveLength(1);
    }
  });
});

describe('computeIncome', () => {
  it('adds the four kinds of income, subtracts business cost and divides by the members, rounding down', () => {
    const result = computeIncome({ wageMigrantWork: 1_000_000, businessCrop: 500_000, transferGrassland: 200_000, businessCostFodder: 300_000 }, 3);
    expect(result).toMatchObject({ grossFen: 1_700_000, netFen: 1_400_000, perCapitaFen: 466_666 });
    expect(result.groups).toMatchObject({ wage: 1_000_000, business: 500_000, property: null, transfer: 200_000, businessCost: 300_000 });
    expect(result.formula.zh).toBe('纯收入 = 务工收入 10000 + 种植业收入 5000 + 草原生态奖补 2000 − 饲草料支出 3000 = 14000元；人均 = 14000 ÷ 3 = 4666.66元');
  });

  it('tells nothing recorded from nothing earned', () => {
    expect(computeIncome({}, 2)).toMatchObject({ grossFen: null, netFen: null, perCapitaFen: null, formula: { zh: '未录入收入' } });
    expect(computeIncome({ wageOther: 0 }, 2)).toMatchObject({ grossFen: 0, netFen: 0, perCapitaFen: 0 });
  });

  it('keeps a negative net income and rounds it down, not towards zero', () => {
    expect(computeIncome({ wageOther: 0, businessCostCrop: 100 }, 3)).toMatchObject({ netFen: -100, perCapitaFen: -34 });
  });

  it('has no per-head figure without members', () => {
    expect(computeIncome({ wageOther: 100 }, 0).perCapitaFen).toBeNull();
    expect(computeIncome({ wageOther: 100 }, null).formula.zh).toContain('人口未录入');
  });

  it('leaves claims and out-of-pocket spending to the monitoring formula', () => {
    const result = computeIncome({ wageOther: 1_000, claims: 300, outOfPocket: 700 }, 2);
    expect(result.netFen).toBe(1_000);
    expect(computeMonitoringIncome(result, 2)).toEqual({ fen: 600, perCapitaFen: 300 });
    expect(computeMonitoringIncome(computeIncome({ claims: 300 }, 2), 2)).toEqual({ fen: null, perCapitaFen: null });
  });

  it.each([[{ loan: 1 }], [{ wageOther: -1 }], [{ wageOther: 0.5 }]])('refuses %j', (wrong) => {
    expect(() => computeIncome(wrong, 1)).toThrow(RangeError);
  });

  it('is the sum of its lines, and the per-head figure is the floor of the share', () => {
    fc.assert(fc.property(amounts, fc.integer({ min: 1, max: 15 }), (recorded, members) => {
      const { netFen, perCapitaFen, lines } = computeIncome(recorded, members);
      if (netFen === null || perCapitaFen === null) return expect(lines.every((entry) => entry.sign <= 0)).toBe(true);
      expect(lines.reduce((sum, entry) => sum + entry.sign * entry.fen, 0)).toBe(netFen);
      expect(perCapitaFen * members).toBeLessThanOrEqual(netFen);
      expect((perCapitaFen + 1) * members).toBeGreaterThan(netFen);
    }));
  });
});

describe('a group total from a file', () => {
  it('is booked as "not split" as far as its items do not explain it', () => {
    expect(unsplitRest('wage', 1_000, {})).toBe(1_000);
    expect(unsplitRest('wage', 1_000, { wageMigrantWork: 400, wageUnsplit: 9_999 })).toBe(600);
    expect(unsplitRest('wage', 1_000, { wageMigrantWork: 400, wageOther: 600 })).toBe(0);
  });

  it('contradicts items that exceed it', () => {
    expect(unsplitRest('wage', 1_000, { wageMigrantWork: 1_001 })).toBeUndefined();
  });
});
