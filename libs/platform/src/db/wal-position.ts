/** A position in the log of the database, as PostgreSQL writes it (`16/B374D848`), in bytes from its beginning. Throws on anything else. */
export function walPosition(text: string): bigint {
  const [high, low, ...rest] = text.split('/');
  if (high === undefined || low === undefined || rest.length > 0) throw new Error('not a position in the log');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

interface Mark {
  readonly at: number;
  readonly position: bigint;
}

/**
 * How far a replica is behind, in milliseconds: it has surely what the primary had written when the newest mark at or below the
 * replica's position was set. Asking the replica for the time of its last transaction would not do: on a quiet night that is hours
 * ago although nothing is missing, and on a cut line it stands still although much is.
 */
export class LagWatch {
  private marks: Mark[] = [];

  constructor(private readonly keep = 600) {}

  /** The primary stood at `position` at the time `at` (milliseconds of a clock that never jumps). */
  mark(at: number, position: bigint): void {
    this.marks.push({ at, position });
    if (this.marks.length > this.keep) this.marks.shift();
  }

  /** Null when the replica is behind everything that is remembered. */
  lagOf(now: number, replayed: bigint): number | null {
    const reached = this.marks.findLastIndex(({ position }) => position <= replayed);
    if (reached < 0) return null;
    // Older marks are of no more use: a replica does not go back.
    this.marks = this.marks.slice(reached);
    return now - (this.marks[0]?.at ?? now);
  }
}
