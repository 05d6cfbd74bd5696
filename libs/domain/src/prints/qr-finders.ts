/** A point of a picture, pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A picture of dark and light points. */
export class Dots {
  constructor(
    readonly width: number,
    readonly height: number,
    private readonly dark: Uint8Array,
  ) {}

  /** Outside of the picture everything is light. */
  at(x: number, y: number): boolean {
    const [column, row] = [Math.round(x), Math.round(y)];
    return column >= 0 && row >= 0 && column < this.width && row < this.height && this.dark[row * this.width + column] === 1;
  }
}

const DARKER = 0.87;

/** Dark is what is darker than its surroundings, so that a shadow over half of the card does no harm. `rgba`: four bytes a point. */
export function dotsOf({ data: rgba, width, height }: { readonly data: ArrayLike<number>; readonly width: number; readonly height: number }): Dots {
  const light = new Float64Array(width * height);
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, row = 0; x < width; x += 1) {
      const at = y * width + x;
      light[at] = (rgba[at * 4] ?? 0) * 0.3 + (rgba[at * 4 + 1] ?? 0) * 0.59 + (rgba[at * 4 + 2] ?? 0) * 0.11;
      row += light[at] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const reach = Math.max(8, Math.round(Math.min(width, height) / 12));
  const dark = new Uint8Array(width * height);
  const sumTo = (x: number, y: number): number => sums[y * (width + 1) + x] ?? 0;
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const around = (sumTo(right, bottom) - sumTo(left, bottom) - sumTo(right, top) + sumTo(left, top)) / ((right - left) * (bottom - top));
      dark[y * width + x] = (light[y * width + x] ?? 0) < around * DARKER ? 1 : 0;
    }
  }
  return new Dots(width, height, dark);
}

/** Centre of a corner square and the width of a module, pixels. */
export interface Finder extends Spot {
  readonly size: number;
  readonly seen: number;
}

const cornerLike = (runs: readonly number[]): boolean => {
  const size = runs.reduce((sum, run) => sum + run, 0) / 7;
  return size >= 1 && runs.every((run, n) => Math.abs(run - (n === 2 ? 3 : 1) * size) < (n === 2 ? 3 : 1) * size * 0.6);
};

/** Runs of a corner through a point in one direction: dark, light, dark, light, dark; and how far its middle is from the point. */
function across(dots: Dots, { x, y }: Spot, dx: number, dy: number): { size: number; shift: number } | null {
  const walk = (sign: number): number[] => {
    const runs = [0, 0, 0];
    for (let run = 0, step = sign > 0 ? 0 : 1; run < 3 && step < 400; ) {
      if (dots.at(x + sign * step * dx, y + sign * step * dy) === (run % 2 === 0)) {
        runs[run] = (runs[run] ?? 0) + 1;
        step += 1;
      } else run += 1;
    }
    return runs;
  };
  const [[ahead = 0, light = 0, end = 0], [behind = 0, lightBehind = 0, endBehind = 0]] = [walk(1), walk(-1)];
  const runs = [endBehind, lightBehind, ahead + behind, light, end];
  return cornerLike(runs) ? { size: runs.reduce((sum, run) => sum + run, 0) / 7, shift: (ahead - 1 - behind) / 2 } : null;
}

/** Everything that looks like a corner square of a QR code, most often seen first. */
export function findersIn(dots: Dots): Finder[] {
  const found: Finder[] = [];
  const take = (x: number, y: number): void => {
    const down = across(dots, { x, y }, 0, 1);
    if (!down) return;
    const level = across(dots, { x, y: y + down.shift }, 1, 0);
    if (!level) return;
    const spot = { x: x + level.shift, y: y + down.shift, size: (down.size + level.size) / 2, seen: 1 };
    const at = found.findIndex((other) => Math.hypot(other.x - spot.x, other.y - spot.y) < other.size * 2);
    const known = found[at];
    if (!known) found.push(spot);
    else {
      const mix = (a: number, b: number): number => (a * known.seen + b) / (known.seen + 1);
      found[at] = { x: mix(known.x, spot.x), y: mix(known.y, spot.y), size: mix(known.size, spot.size), seen: known.seen + 1 };
    }
  };
  for (let y = 0; y < dots.height; y += 2) {
    let runs = [0, 0, 0, 0, 0];
    let dark = false;
    for (let x = 0; x <= dots.width; x += 1) {
      if (x < dots.width && dots.at(x, y) === dark) {
        runs[4] = (runs[4] ?? 0) + 1;
        continue;
      }
      if (dark && cornerLike(runs)) take(x - (runs[4] ?? 0) - (runs[3] ?? 0) - Math.ceil((runs[2] ?? 0) / 2), y);
      runs = [...runs.slice(1), 1];
      dark = !dark;
    }
  }
  return found.filter(({ seen }) => seen > 1).sort((a, b) => b.seen - a.seen);
}
