import type { PackRow } from '#domain';

/** Why the days of a clue stand still, who said so, and the first day that does not count. */
export interface CluePause {
  readonly reason: string;
  readonly by: string;
  readonly from: string;
}

/** The pause that runs now; null while the days of the clue count. */
export function pauseOf({ pause }: PackRow): CluePause | null {
  return typeof pause === 'object' && pause !== null ? (pause as CluePause) : null;
}
