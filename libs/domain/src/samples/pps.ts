export interface PpsChoice {
  /** Places of units so large that they are in every sample; they stand for themselves only. */
  readonly certain: readonly number[];
  /** Places drawn from the others. */
  readonly drawn: readonly number[];
  /** Sum of the sizes of the others, and how many were drawn from them: a drawn unit stands for `total / (count · size)`. */
  readonly total: bigint;
  readonly count: number;
}

/**
 * Systematic draw with probability proportional to size, in the order given. A unit whose size reaches the step (total ÷ count) is
 * taken for certain and the step is computed again without it. Of the rest unit i is drawn with probability exactly
 * count · size ÷ total over all starts. Whole numbers only.
 * @param startOf gives a number from 0 to total − 1. @throws RangeError unless every size is a positive whole number.
 */
export function drawProportionalToSize(sizes: readonly number[], count: number, startOf: (total: bigint) => bigint): PpsChoice {
  if (sizes.some((size) => !Number.isSafeInteger(size) || size < 1)) throw new RangeError('sizes are positive whole numbers');
  if (count > sizes.length) throw new RangeError('more wanted than there are');
  const certain: number[] = [];
  let open = sizes.map((_, i) => i);
  let left = count;
  let total = sum(sizes, open);
  for (;;) {
    const large = left === 0 ? [] : open.filter((i) => BigInt(left) * BigInt(sizes[i] ?? 0) >= total);
    if (large.length === 0) break;
    certain.push(...large);
    const taken = new Set(large);
    open = open.filter((i) => !taken.has(i));
    left -= large.length;
    total = sum(sizes, open);
  }
  certain.sort((a, b) => a - b);
  return { certain, drawn: left === 0 ? [] : systematic(sizes, open, left, total, startOf(total)), total, count: left };
}

/** Units whose stretch of the line (sizes × count) holds one of the points start, start + total, start + 2 · total, … */
function systematic(sizes: readonly number[], open: readonly number[], count: number, total: bigint, start: bigint): number[] {
  const drawn: number[] = [];
  let end = 0n;
  let point = start;
  for (const i of open) {
    end += BigInt(sizes[i] ?? 0) * BigInt(count);
    if (point >= end) continue;
    drawn.push(i);
    point += total;
  }
  return drawn;
}

function sum(sizes: readonly number[], places: readonly number[]): bigint {
  return places.reduce((all, i) => all + BigInt(sizes[i] ?? 0), 0n);
}
