import { cpus, loadavg } from 'node:os';

export interface BenchResult {
  readonly name: string;
  /** What was measured on: rows, writers, bytes. */
  readonly size: Readonly<Record<string, string | number>>;
  /** What was measured. Times in milliseconds unless the name says otherwise. */
  readonly figures: Readonly<Record<string, number>>;
  /** The same work without what Bangfu adds, measured in the same run; empty when the goal is a plain number. */
  readonly floor: Readonly<Record<string, number>>;
  /** The figure of the goal over that of the floor; null without a floor. */
  readonly ratio: number | null;
  /** In words, as the budget states it. */
  readonly goal: string;
  /** Null when nobody has set a goal. */
  readonly met: boolean | null;
}

export interface BenchReport {
  readonly machine: { readonly cores: number; readonly cpu: string; readonly node: string; readonly postgres: string; readonly loadBefore: number; readonly loadAfter: number };
  readonly results: readonly BenchResult[];
}

export const load = (): number => round(loadavg()[0] ?? 0);
export const machine = (): { cores: number; cpu: string; node: string } => ({ cores: cpus().length, cpu: cpus()[0]?.model.trim() ?? 'unknown', node: process.version });

/** Two decimals are more than a shared machine can promise. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** The value below which the share `p` (0 to 1) of all lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Reads every side in turn, several times over, so that what disturbs the machine disturbs all of them. */
export async function interleaved<Side extends string, T>(sides: Readonly<Record<Side, () => Promise<T>>>, rounds: number): Promise<Record<Side, T[]>> {
  const names = Object.keys(sides) as Side[];
  const found = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Side, T[]>;
  for (let turn = 0; turn < rounds; turn++) for (const name of names) found[name].push(await sides[name]());
  return found;
}
