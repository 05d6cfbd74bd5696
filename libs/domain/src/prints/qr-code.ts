/** Data and correction words of one block by version, at level M; a longer text of version 3 at level L. ISO/IEC 18004. */
const sizes = [
  { version: 1, level: 0, data: 16, correction: 10 },
  { version: 2, level: 0, data: 28, correction: 16 },
  { version: 3, level: 0, data: 44, correction: 26 },
  { version: 3, level: 1, data: 55, correction: 15 },
] as const;
type Size = (typeof sizes)[number];

/** A square of modules, `true` is dark. */
export type QrCode = readonly (readonly boolean[])[];

/**
 * QR code of a short text of ASCII characters: 53 at most, as codes of households and villages are.
 * @throws RangeError for anything else
 */
export function qrCode(text: string): QrCode {
  if (!/^[\x20-\x7e]*$/.test(text)) throw new RangeError('only ASCII characters');
  const size = sizes.find(({ data }) => text.length + 2 <= data);
  if (!size) throw new RangeError(`${text.length} characters are too many`);
  const words = dataWords(text, size.data);
  const bits = [...words, ...correctionWords(words, size.correction)].flatMap((word) => bitsOf(word, 8));
  const masked = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => draw(size, bits, mask));
  return masked.reduce((best, code) => (penalty(code) < penalty(best) ? code : best));
}

/** The same as the path of an SVG with one unit a module. */
export function qrPath(code: QrCode): string {
  return code.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}

const bitsOf = (value: number, count: number): number[] => Array.from({ length: count }, (_, n) => (value >> (count - 1 - n)) & 1);

function dataWords(text: string, count: number): number[] {
  const bits = [0, 1, 0, 0, ...bitsOf(text.length, 8), ...[...text].flatMap((character) => bitsOf(character.charCodeAt(0), 8)), 0, 0, 0, 0];
  while (bits.length % 8 !== 0) bits.push(0);
  const words = Array.from({ length: bits.length / 8 }, (_, n) => bits.slice(n * 8, n * 8 + 8).reduce((word, bit) => word * 2 + bit, 0)).slice(0, count);
  for (let pad = 0xec; words.length < count; pad = pad === 0xec ? 0x11 : 0xec) words.push(pad);
  return words;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let n = 7; n >= 0; n -= 1) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> n) & 1) * a);
  return product;
}

/** Reed–Solomon over GF(256). */
function correctionWords(words: readonly number[], count: number): number[] {
  const generator: number[] = Array.from({ length: count }, (_, n) => (n === count - 1 ? 1 : 0));
  for (let n = 0, root = 1; n < count; n += 1, root = times(root, 2)) {
    for (let at = 0; at < count; at += 1) generator[at] = times(generator[at] ?? 0, root) ^ (generator[at + 1] ?? 0);
  }
  const rest: number[] = Array.from({ length: count }, () => 0);
  for (const word of words) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    generator.forEach((coefficient, at) => (rest[at] = (rest[at] ?? 0) ^ times(coefficient, factor)));
  }
  return rest;
}

const maskAt: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0, (_, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0, (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function draw({ version, level }: Size, bits: readonly number[], mask: number): boolean[][] {
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
  format(set, side, (level << 3) | mask);
  fill(grid, bits, mask);
  return grid.map((row) => row.map((module) => module === true));
}

function format(set: (x: number, y: number, dark: boolean) => void, side: number, data: number): void {
  let rest = data;
  for (let n = 0; n < 10; n += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const word = ((data << 10) | rest) ^ 0x5412;
  const bit = (n: number): boolean => ((word >> n) & 1) === 1;
  for (let n = 0; n <= 5; n += 1) set(8, n, bit(n));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let n = 9; n < 15; n += 1) set(14 - n, 8, bit(n));
  for (let n = 0; n < 8; n += 1) set(side - 1 - n, 8, bit(n));
  for (let n = 8; n < 15; n += 1) set(8, side - 15 + n, bit(n));
  set(8, side - 8, true);
}

/** Words run in pairs of columns, up and down by turns, around everything that is drawn already. */
function fill(grid: (boolean | null)[][], bits: readonly number[], mask: number): void {
  const masked = (x: number, y: number): boolean => maskAt[mask]?.(x, y) ?? false;
  const side = grid.length;
  let next = 0;
  for (let right = side - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < side; step += 1) {
      const y = upward ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = grid[y];
        if (!row || row[x] !== null) continue;
        row[x] = (bits[next] === 1) !== masked(x, y);
        next += 1;
      }
    }
  }
}

/** How hard a code is to read: long runs, blocks, patterns like the corners, uneven darkness. */
function penalty(code: QrCode): number {
  const lines = [...code, ...code.map((_, x) => code.map((row) => row[x] ?? false))].map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const corners = lines.reduce((sum, line) => sum + [...line.matchAll(/(?=10111010000|00001011101)/g)].length * 40, 0);
  const same = (x: number, y: number): boolean => [code[y]?.[x + 1], code[y + 1]?.[x], code[y + 1]?.[x + 1]].every((dark) => dark === code[y]?.[x]);
  const blocks = code.slice(1).reduce((sum, _, y) => sum + code.slice(1).filter((__, x) => same(x, y)).length * 3, 0);
  const dark = code.flat().filter(Boolean).length / (code.length * code.length);
  return runs + corners + blocks + Math.floor(Math.abs(dark - 0.5) * 20) * 10;
}
