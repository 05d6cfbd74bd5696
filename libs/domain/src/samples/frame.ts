import type { Sha256 } from '../procedures/dossier.js';
import { SamplePlanError, type FrameUnit } from './plan.js';

/**
 * The frame in the order of its ids (code units, which is byte order for the digits and letters of ids), each id once.
 * @throws SamplePlanError `sample.frame-repeated`
 */
export function sortedFrame(frame: readonly FrameUnit[]): readonly FrameUnit[] {
  const inOrder = frame.every((unit, i) => i === 0 || (frame[i - 1] as FrameUnit).id < unit.id);
  if (inOrder) return frame;
  // Plain strings are sorted several times as fast as with a comparison of one's own.
  const units = new Map(frame.map((unit) => [unit.id, unit]));
  const ids = frame.map(({ id }) => id).sort();
  const repeated = units.size < ids.length ? ids.find((id, i) => id === ids[i - 1]) : undefined;
  if (repeated !== undefined) throw new SamplePlanError('sample.frame-repeated', { id: repeated });
  return ids.map((id) => units.get(id) as FrameUnit);
}

/** SHA-256 of the sorted ids, each followed by a line feed. What `sort ids.txt | sha256sum` prints (in the C locale). */
export function frameSha256(sorted: readonly { readonly id: string }[], sha256: Sha256): string {
  return sha256(sorted.map(({ id }) => `${id}\n`).join(''));
}

/** Division that a question names, or null. */
export function sampleDivision(question: Readonly<Record<string, unknown>>): string | null {
  return typeof question['division'] === 'string' ? question['division'] : null;
}
