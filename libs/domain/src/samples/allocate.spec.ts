import fc from 'fast-check';
import { allocate } from './allocate.js';
import { drawProportionalToSize } from './pps.js';
import { sizeByPrecision } from './size.js';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('sharing a size over strata', () => {
  it('goes by largest remainder, as computed by hand', () => {
    // 100 × 415/1000, 339/1000, 246/1000 = 41.5, 33.9, 24.6: the two left go to the remainders .9 and .6
    expect(allocate(100, [415, 339, 246], [415, 339, 246])).toEqual([41, 34, 25]);
    expect(allocate(5, [1, 1, 1], [9, 9, 9])).toEqual([2, 2, 1]);
    expect(allocate(10, [1, 1, 1], [1, 2, 50])).toEqual([1, 2, 7]);
    expect(() => allocate(7, [1, 1], [3, 3])).toThrow();
  });

  it('always adds up, gives nobody more than there is, and keeps within one of the exact share where nobody is full', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 10_000 }), (most, wanted) => {
      const all = sum(most);
      const total = all === 0 ? 0 : wanted % (all + 1);
      const counts = allocate(total, most, most);
      expect(sum(counts)).toBe(total);
      counts.forEach((count, i) => {
        expect(count).toBeLessThanOrEqual(most[i] ?? 0);
        if (all > 0) expect(Math.abs(count - (total * (most[i] ?? 0)) / all)).toBeLessThan(1);
      });
      expect(sum(allocate(total, most.map(() => 1), most))).toBe(total);
    }));
  });
});

describe('drawing in proportion to size', () => {
  it('gives every unit exactly the chance count × size ÷ total, enumerated over all starts', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 14 }), fc.integer({ min: 1, max: 6 }), (sizes, wanted) => {
      const count = Math.min(wanted, sizes.length);
      const first = drawProportionalToSize(sizes, count, () => 0n);
      const times = sizes.map(() => 0);
      for (let start = 0n; start < first.total; start++) {
        const { certain, drawn } = drawProportionalToSize(sizes, count, () => start);
        expect(new Set([...certain, ...drawn]).size).toBe(count);
        for (const i of drawn) times[i] = (times[i] ?? 0) + 1;
      }
      sizes.forEach((size, i) => {
        if (!first.certain.includes(i)) expect(times[i]).toBe(first.count * size);
      });
    }), { numRuns: 200 });
  });

  it('takes for certain what is larger than the step, again and again', () => {
    // 3 of 100, 40, 5, 5: the step is 50, so 100 is certain; of the rest 2 of 50, the step is 25, so 40 is certain, too.
    const { certain, drawn, total, count } = drawProportionalToSize([100, 40, 5, 5], 3, () => 7n);
    expect([certain, drawn, total, count]).toEqual([[0, 1], [3], 10n, 1]);
    expect(() => drawProportionalToSize([1, 0], 1, () => 0n)).toThrow(RangeError);
  });
});

describe('size by precision', () => {
  it('is that of the textbook', () => {
    expect(sizeByPrecision({ expectedBp: 5_000, errorBp: 500 }, 1_000_000_000).size).toBe(385);
    expect(sizeByPrecision({ expectedBp: 5_000, errorBp: 500 }, 1_000).size).toBe(278);
    expect(sizeByPrecision({ expectedBp: 200, errorBp: 100 }, 650_000).size).toBe(753);
    expect(sizeByPrecision({ expectedBp: 5_000, errorBp: 500 }, 1).size).toBe(1);
    expect(sizeByPrecision({ expectedBp: 5_000, errorBp: 500 }, 1_000).formula.zh).toContain('n = 278');
  });
});
