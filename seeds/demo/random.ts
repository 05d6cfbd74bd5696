/** Deterministic random numbers (sfc32): the same seed gives the same population on every machine. */
export class Random {
  private state: [number, number, number, number];

  constructor(seed: number) {
    this.state = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed >>> 0];
    for (let i = 0; i < 20; i++) this.next();
  }

  /** A number in [0, 1). */
  next(): number {
    let [a, b, c, d] = this.state;
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    this.state = [a, b, c, d];
    return (t >>> 0) / 4294967296;
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)] as T;
  }

  /** One of the entries with the given weights. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T {
    let at = this.next() * entries.reduce((sum, entry) => sum + entry[1], 0);
    for (const [value, weight] of entries) if ((at -= weight) < 0) return value;
    return (entries.at(-1) as readonly [T, number])[0];
  }
}

/** Hands out labels so that the shares hold at every moment, not only on average. */
export class Quota<T> {
  private readonly given = new Map<T, number>();
  private total = 0;

  constructor(private readonly shares: readonly (readonly [T, number])[]) {}

  /** The label that lags furthest behind its share, counted with `weight`. */
  take(weight = 1): T {
    return this.record(this.lagging(weight), weight);
  }

  /** Counts a label that was given for another reason. */
  record(label: T, weight = 1): T {
    this.total += weight;
    this.given.set(label, (this.given.get(label) ?? 0) + weight);
    return label;
  }

  private lagging(weight: number): T {
    const total = this.total + weight;
    const sum = this.shares.reduce((all, entry) => all + entry[1], 0);
    let best = this.shares[0] as readonly [T, number];
    let lag = -Infinity;
    for (const entry of this.shares) {
      const behind = (entry[1] / sum) * total - (this.given.get(entry[0]) ?? 0);
      if (behind > lag) [best, lag] = [entry, behind];
    }
    return best[0];
  }
}

/** Splits `total` over weights so that the parts add up exactly (largest remainder). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum));
  const parts = exact.map(Math.floor);
  const order = exact.map((value, i) => [value - Math.floor(value), i] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const missing = total - parts.reduce((all, part) => all + part, 0);
  for (let i = 0; i < missing; i++) {
    const index = order[i % order.length]?.[1] ?? 0;
    parts[index] = (parts[index] ?? 0) + 1;
  }
  return parts;
}
