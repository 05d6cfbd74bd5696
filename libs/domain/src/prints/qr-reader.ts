import { corrected } from './qr-correction.js';
import { dotsOf, findersIn, type Dots, type Finder, type Spot } from './qr-finders.js';
import { formatPlaces, qrCells, qrFormat, qrMasks, qrPatterns, qrSizes } from './qr-grid.js';

/** A picture as a canvas gives it: four bytes a point. */
export interface Picture {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

interface Corners {
  readonly corner: Finder;
  readonly right: Finder;
  readonly below: Finder;
}

const FINDERS = 10;
const TRIPLES = 8;

/**
 * The text of a QR code in a picture of a camera: upright or turned, tilted a little, with a shadow over it. Reads the codes that
 * `qrCode` draws (versions 1 to 3, levels M and L); for phones whose browser cannot read codes.
 * @returns null where there is none, or none that can be read without doubt
 */
export function readQrCode(picture: Picture): string | null {
  const dots = dotsOf(picture);
  for (const corners of triples(findersIn(dots).slice(0, FINDERS))) {
    for (const version of versionsLike(corners)) {
      const text = decode(sample(dots, corners, version), version);
      if (text !== null) return text;
    }
  }
  return null;
}

/** Versions whose side fits the distance of the corners. A turned square is crossed at a slant, which makes it look larger. */
function versionsLike({ corner, right, below }: Corners): number[] {
  const turn = Math.atan2(right.y - corner.y, right.x - corner.x);
  const module = ((corner.size + right.size + below.size) / 3) * Math.max(Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn)));
  const side = (distance(corner, right) + distance(corner, below)) / 2 / module + 7;
  const off = (version: number): number => Math.abs(version * 4 + 17 - side);
  return [1, 2, 3].filter((version) => off(version) < 5).sort((a, b) => off(a) - off(b));
}

const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Three squares of one size at a right angle, the best first. */
function triples(finders: readonly Finder[]): Corners[] {
  const found: { corners: Corners; doubt: number }[] = [];
  for (const [n, a] of finders.entries()) {
    for (const [m, b] of finders.entries()) {
      for (const [k, corner] of finders.entries()) {
        if (n >= m || k === n || k === m) continue;
        const [toA, toB] = [distance(corner, a), distance(corner, b)];
        const turn = ((a.x - corner.x) * (b.y - corner.y) - (a.y - corner.y) * (b.x - corner.x)) / (toA * toB);
        const sizes = [a.size, b.size, corner.size];
        const doubt = Math.abs(Math.log(toA / toB)) + (1 - Math.abs(turn)) + Math.log(Math.max(...sizes) / Math.min(...sizes));
        if (doubt < 1) found.push({ corners: turn > 0 ? { corner, right: a, below: b } : { corner, right: b, below: a }, doubt });
      }
    }
  }
  return found.sort((a, b) => a.doubt - b.doubt).slice(0, TRIPLES).map(({ corners }) => corners);
}

/** The modules under the three corners, and under the small square where the version has one. */
function sample(dots: Dots, { corner, right, below }: Corners, version: number): boolean[][] {
  const side = version * 4 + 17;
  const span = side - 7;
  const flat = (x: number, y: number): Spot => ({
    x: corner.x + ((right.x - corner.x) * (x - 3) + (below.x - corner.x) * (y - 3)) / span,
    y: corner.y + ((right.y - corner.y) * (x - 3) + (below.y - corner.y) * (y - 3)) / span,
  });
  const small = version > 1 ? smallSquare(dots, flat, side) : null;
  const fourth = small ?? { at: flat(side - 4, side - 4), on: side - 4 };
  const place = perspective([[3, 3, corner], [side - 4, 3, right], [3, side - 4, below], [fourth.on, fourth.on, fourth.at]]) ?? flat;
  return Array.from({ length: side }, (_, y) => Array.from({ length: side }, (__, x) => {
    const spot = place(x, y);
    return dots.at(spot.x, spot.y);
  }));
}

/** Looks for the small square around where it would be without tilt, first roughly, then finely; null when nothing there is like it. */
function smallSquare(dots: Dots, flat: (x: number, y: number) => Spot, side: number): { at: Spot; on: number } | null {
  const on = side - 7;
  const hitsAt = (dx: number, dy: number): number => {
    let hits = 0;
    for (let y = -2; y <= 2; y += 1) {
      for (let x = -2; x <= 2; x += 1) {
        const spot = flat(on + dx + x, on + dy + y);
        if (dots.at(spot.x, spot.y) === (Math.max(Math.abs(x), Math.abs(y)) !== 1)) hits += 1;
      }
    }
    return hits;
  };
  const around = (cx: number, cy: number, reach: number, step: number): { hits: number; spots: [number, number][] } => {
    let best: { hits: number; spots: [number, number][] } = { hits: 0, spots: [] };
    for (let dy = cy - reach; dy <= cy + reach; dy += step) {
      for (let dx = cx - reach; dx <= cx + reach; dx += step) {
        const hits = hitsAt(dx, dy);
        if (hits > best.hits) best = { hits, spots: [[dx, dy]] };
        else if (hits === best.hits) best.spots.push([dx, dy]);
      }
    }
    return best;
  };
  const [nearest] = around(0, 0, 4, 0.5).spots.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
  const fine = around(...(nearest ?? [0, 0]), 0.75, 0.125);
  if (fine.hits < 22) return null;
  const middle = (axis: 0 | 1): number => fine.spots.reduce((sum, spot) => sum + spot[axis], 0) / fine.spots.length;
  return { at: flat(on + middle(0), on + middle(1)), on };
}

type Known = readonly [x: number, y: number, at: Spot];

/** From modules to pixels by four known points, for a card that is held at an angle; null when three of them lie on a line. */
function perspective(known: readonly [Known, Known, Known, Known]): ((x: number, y: number) => Spot) | null {
  const rows = known.flatMap(([x, y, at]) => [[x, y, 1, 0, 0, 0, -x * at.x, -y * at.x, at.x], [0, 0, 0, x, y, 1, -x * at.y, -y * at.y, at.y]]);
  for (let column = 0; column < 8; column += 1) {
    const pivot = rows.slice(column).reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best));
    const lead = pivot[column] ?? 0;
    if (Math.abs(lead) < 1e-9) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot.map((value) => value / lead));
    rows.forEach((row, n) => {
      const factor = row[column] ?? 0;
      if (n !== column && factor !== 0) rows[n] = row.map((value, at) => value - factor * (rows[column]?.[at] ?? 0));
    });
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = rows.map((row) => row[8] ?? 0);
  return (x, y) => ({ x: (a * x + b * y + c) / (g * x + h * y + 1), y: (d * x + e * y + f) / (g * x + h * y + 1) });
}

const cells = [1, 2, 3].map((version) => qrCells(qrPatterns({ version, level: 0 }, 0)));
const bitCount = (value: number): number => value.toString(2).split('1').length - 1;
const numberOf = (bits: readonly boolean[]): number => bits.reduce((sum, bit) => sum * 2 + Number(bit), 0);

/** The text of sampled modules; null when level and mask are not clear, or more words are wrong than can be mended. */
function decode(modules: readonly (readonly boolean[])[], version: number): string | null {
  const side = modules.length;
  const at = (x: number, y: number): boolean => modules[y]?.[x] ?? false;
  const copies = [0, 1].map((copy) => formatPlaces(side).reduce((sum, places, n) => sum | (Number(at(...(places[copy] ?? [0, 0]))) << n), 0));
  for (const { level, data, correction } of qrSizes.filter((size) => size.version === version)) {
    for (const [mask, masked] of qrMasks.entries()) {
      if (!copies.some((copy) => bitCount(copy ^ qrFormat(level, mask)) <= 3)) continue;
      const bits = (cells[version - 1] ?? []).map(([x, y]) => at(x, y) !== masked(x, y));
      const words = Array.from({ length: data + correction }, (_, n) => numberOf(bits.slice(n * 8, n * 8 + 8)));
      const text = textOf(corrected(words, correction)?.slice(0, data));
      if (text !== null) return text;
    }
  }
  return null;
}

/** Bytes of printable ASCII, as household and village codes are. */
function textOf(words: readonly number[] | undefined): string | null {
  const bits = (words ?? []).flatMap((word) => [7, 6, 5, 4, 3, 2, 1, 0].map((n) => ((word >> n) & 1) === 1));
  const length = numberOf(bits.slice(4, 12));
  if (numberOf(bits.slice(0, 4)) !== 4 || length === 0 || bits.length < 12 + length * 8) return null;
  const text = String.fromCharCode(...Array.from({ length }, (_, n) => numberOf(bits.slice(12 + n * 8, 20 + n * 8))));
  return /^[\x20-\x7e]+$/.test(text) ? text : null;
}
