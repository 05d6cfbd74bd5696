import { gfTimes, qrCells, qrMasks, qrPatterns, qrSizes, type QrCode, type QrSize } from './qr-grid.js';

export type { QrCode };

/**
 * QR code of a short text of ASCII characters: 53 at most, as codes of households and villages are.
 * @throws RangeError for anything else
 */
export function qrCode(text: string): QrCode {
  if (!/^[\x20-\x7e]*$/.test(text)) throw new RangeError('only ASCII characters');
  const size = qrSizes.find(({ data }) => text.length + 2 <= data);
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

/** Reed–Solomon over GF(256). */
function correctionWords(words: readonly number[], count: number): number[] {
  const generator: number[] = Array.from({ length: count }, (_, n) => (n === count - 1 ? 1 : 0));
  for (let n = 0, root = 1; n < count; n += 1, root = gfTimes(root, 2)) {
    for (let at = 0; at < count; at += 1) generator[at] = gfTimes(generator[at] ?? 0, root) ^ (generator[at + 1] ?? 0);
  }
  const rest: number[] = Array.from({ length: count }, () => 0);
  for (const word of words) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    generator.forEach((coefficient, at) => (rest[at] = (rest[at] ?? 0) ^ gfTimes(coefficient, factor)));
  }
  return rest;
}

function draw(size: QrSize, bits: readonly number[], mask: number): boolean[][] {
  const grid = qrPatterns(size, mask);
  qrCells(grid).forEach(([x, y], n) => {
    const row = grid[y];
    if (row) row[x] = (bits[n] === 1) !== (qrMasks[mask]?.(x, y) ?? false);
  });
  return grid.map((row) => row.map((module) => module === true));
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
