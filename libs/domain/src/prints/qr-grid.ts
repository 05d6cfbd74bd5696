/** Data and correction words of one block by version, at level M; a longer text of version 3 at level L. ISO/IEC 18004. */
export const qrSizes = [
  { version: 1, level: 0, data: 16, correction: 10 },
  { version: 2, level: 0, data: 28, correction: 16 },
  { version: 3, level: 0, data: 44, correction: 26 },
  { version: 3, level: 1, data: 55, correction: 15 },
] as const;
export type QrSize = (typeof qrSizes)[number];

/** A square of modules, `true` is dark. */
export type QrCode = readonly (readonly boolean[])[];

/** `null` where a data module goes. */
export type QrGrid = (boolean | null)[][];

export const qrMasks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0, (_, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0, (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The modules that are the same for every text: corners, timing lines, the small square, level and mask; the others are `null`. */
export function qrPatterns({ version, level }: { readonly version: number; readonly level: number }, mask: number): QrGrid {
  const side = version * 4 + 17;
  const grid: (boolean | null)[][] = Array.from({ length: side }, () => Array.from({ length: side }, () => null));
  const set = (x: number, y: number, dark: boolean): void => {
    const row = grid[y];
    if (row && x >= 0 && x < side) row[x] = dark;
  };
  for (let n = 0; n < side; n += 1) [set(6, n, n % 2 === 0), set(n, 6, n % 2 === 0)];
  const ring = (cx: number, cy: number, reach: number): void => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        const away = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, reach === 4 ? away !== 2 && away !== 4 : away !== 1);
      }
    }
  };
  for (const [x, y] of [[3, 3], [side - 4, 3], [3, side - 4]] as const) ring(x, y, 4);
  if (version > 1) ring(side - 7, side - 7, 2);
  formatPlaces(side).forEach((places, n) => places.forEach(([x, y]) => set(x, y, ((qrFormat(level, mask) >> n) & 1) === 1)));
  set(8, side - 8, true);
  return grid;
}

/** Fifteen bits that say level and mask, so far apart that three wrong ones are recognised. */
export function qrFormat(level: number, mask: number): number {
  const data = (level << 3) | mask;
  let rest = data;
  for (let n = 0; n < 10; n += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  return ((data << 10) | rest) ^ 0x5412;
}

/** Where each of the fifteen bits stands, twice, the lowest first. */
export function formatPlaces(side: number): readonly (readonly [x: number, y: number])[][] {
  return Array.from({ length: 15 }, (_, n) => [
    n <= 5 ? [8, n] : n <= 7 ? [8, n + 1] : n === 8 ? [7, 8] : [14 - n, 8],
    n < 8 ? [side - 1 - n, 8] : [8, side - 15 + n],
  ]);
}

/** The data modules in the order of the words: in pairs of columns, up and down by turns, around everything that is drawn already. */
export function qrCells(grid: QrGrid): (readonly [x: number, y: number])[] {
  const side = grid.length;
  const cells: (readonly [number, number])[] = [];
  for (let right = side - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < side; step += 1) {
      const y = upward ? side - 1 - step : step;
      for (const x of [right, right - 1]) if (grid[y]?.[x] === null) cells.push([x, y]);
    }
  }
  return cells;
}

/** Product in GF(256). */
export function gfTimes(a: number, b: number): number {
  let product = 0;
  for (let n = 7; n >= 0; n -= 1) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> n) & 1) * a);
  return product;
}
