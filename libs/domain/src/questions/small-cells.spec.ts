import { hideSmallCells, partReveals, SMALL_CELL } from './small-cells.js';

const cells = (counts: readonly number[]) => counts.map((count) => ({ count }));

/** Every way to fill the hidden cells that fits what is shown and the rule by which cells are hidden. */
function consistentFillings(counts: readonly number[], hidden: readonly boolean[], totalShown: boolean): number[][] {
  const places = hidden.flatMap((is, index) => (is ? [index] : []));
  const sum = places.reduce((all, index) => all + (counts[index] ?? 0), 0);
  const found: number[][] = [];
  const fill = (values: number[]): void => {
    if (values.length === places.length) {
      const guess = [...counts];
      places.forEach((place, n) => (guess[place] = values[n] ?? 0));
      const again = hideSmallCells(cells(guess));
      if ((!totalShown || values.reduce((a, b) => a + b, 0) === sum) && again.hidden.every((is, index) => is === hidden[index]) && again.total === !totalShown) found.push(values);
      return;
    }
    for (let value = 1; value <= sum + 2; value++) fill([...values, value]);
  };
  fill([]);
  return found;
}

describe('small cells of a shared link', () => {
  it('are hidden with the smallest of the others', () => {
    expect(hideSmallCells(cells([10, 2, 7, 0]))).toEqual({ hidden: [false, true, true, false], total: false });
    expect(hideSmallCells(cells([10, 7]))).toEqual({ hidden: [false, false], total: false });
    expect(hideSmallCells(cells([1, 2]))).toEqual({ hidden: [true, true], total: true });
    expect(hideSmallCells(cells([2]))).toEqual({ hidden: [true], total: true });
  });

  it('cannot be found by subtraction, even by somebody who knows the rule', () => {
    for (let a = 1; a < SMALL_CELL; a++) {
      for (let b = 1; b <= 6; b++) {
        for (let c = 1; c <= 6; c++) {
          const counts = [a, b, c];
          const { hidden, total } = hideSmallCells(cells(counts));
          const fillings = consistentFillings(counts, hidden, !total);
          const places = hidden.flatMap((is, index) => (is ? [index] : []));
          for (const [n, place] of places.entries()) expect([counts, place, new Set(fillings.map((values) => values[n])).size > 1]).toEqual([counts, place, true]);
        }
      }
    }
  });

  it('would be found if only they themselves were hidden', () => {
    const counts = [2, 5, 9];
    const alone = counts.map((count) => count < SMALL_CELL);
    const rest = 16 - counts.reduce((sum, count, index) => sum + (alone[index] ? 0 : count), 0);
    expect(rest).toBe(2);
  });

  it('tell of a part by what is left of the whole', () => {
    expect([partReveals(98, 100), partReveals(2, 100), partReveals(50, 100), partReveals(100, 100), partReveals(0, 100)]).toEqual([true, true, false, false, false]);
  });
});
