import type { Position } from '../../store/types.js';

/** Long enough for a cold start in the open; indoors there may never be a fix. */
export const LONGEST_MS = 60_000;
export const GOOD_ENOUGH_M = 30;

/** The better of two fixes: the one that is known more closely. */
export function better(before: Position | null, found: Position): Position {
  return before && before.accuracyM <= found.accuracyM ? before : found;
}

export const isGoodEnough = ({ accuracyM }: Position): boolean => accuracyM <= GOOD_ENOUGH_M;

/** WGS-84, as the phone gives it. */
export const positionOf = ({ latitude, longitude, accuracy }: { latitude: number; longitude: number; accuracy: number }): Position => ({ latitude, longitude, accuracyM: Math.ceil(accuracy) });
