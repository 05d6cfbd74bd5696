import type { parseArgs } from 'node:util';

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One command of `bangfu`: its words, its options, one line of help, and what it does. */
export interface Command {
  readonly words: readonly string[];
  readonly help: string;
  readonly options?: Options;
  /** Names of the positional arguments that follow; one in brackets may be left out. */
  readonly args?: readonly string[];
  /** Returns what `--json` prints; throws on failure (exit code 1). */
  run(input: { values: Values; args: string[] }): Promise<unknown>;
  /** What a person reads instead of JSON; without it the result is printed as JSON. */
  print?(result: never): void;
}

/** It failed for a reason that one line says: exit code 1. */
export class CommandFault extends Error {}

/** The command line was used wrongly: exit code 2. */
export class UsageError extends Error {}

export const textOption = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** A whole number option, or the fallback. Throws {@link UsageError}. */
export const numberOption = (values: Values, name: string, fallback: number): number => {
  const value = textOption(values, name);
  if (value === undefined) return fallback;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} takes a whole number`);
  return Number(value);
};
