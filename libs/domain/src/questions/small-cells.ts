/** Fewer persons or households than this are not shown to whoever opens a shared link (ux.md §2C). */
export const SMALL_CELL = 3;

export interface Cell {
  /** Persons, households or rows behind the cell. */
  readonly count: number;
}

const isSmall = (count: number): boolean => count > 0 && count < SMALL_CELL;

/**
 * Which groups are hidden: all small ones, and with them the smallest of the others, for with the total a single hidden cell is
 * found by subtraction, and several of them that are known to be one or two are often found, too. `total` says whether the sum
 * itself must go: when it is small, or when there is no other group to hide with them.
 */
export function hideSmallCells(groups: readonly Cell[]): { readonly hidden: readonly boolean[]; readonly total: boolean } {
  const hidden = groups.map(({ count }) => isSmall(count));
  const sum = groups.reduce((all, { count }) => all + count, 0);
  if (!hidden.includes(true)) return { hidden, total: isSmall(sum) };
  const others = groups.flatMap(({ count }, index) => (hidden[index] || count === 0 ? [] : [{ count, index }]));
  const [second] = others.sort((a, b) => a.count - b.count || a.index - b.index);
  if (second) hidden[second.index] = true;
  return { hidden, total: !second || isSmall(sum) };
}

/** Whether a part may not stand beside its whole: the part or what is left of the whole is small. */
export function partReveals(part: number, whole: number): boolean {
  return isSmall(part) || isSmall(whole - part);
}
