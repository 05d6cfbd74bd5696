import type { Sha256 } from '../procedures/dossier.js';
import { SamplePlanError, type FrameUnit } from './plan.js';

/**
 * The frame in the order of its ids (code units, which is byte order for the digits and letters of ids), each id once.
 * @throws SamplePlanError `sample.frame-repeated`
 */
export function sortedFrame(frame: readonly FrameUnit[]): readonly FrameUnit[] {
  const inOrder = frame.every((unit, i) => i === 0 || (frame[i - 1] as FrameUnit).id < unit.id);
  if (inOrder) return frame;
  // County by county: what a question answers with is in order of villages, so only ids of one county change places.
  const counties = new Map<string, FrameUnit[]>();
  for (const unit of frame) {
    const county = counties.get(unit.id.slice(0, 6));
    if (county) county.push(unit);
    else counties.set(unit.id.slice(0, 6), [unit]);
  }
  const sorted = [...counties].sort(([left], [right]) => (left < right ? -1 : 1)).flatMap(([, units]) => units.sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)));
  const repeated = sorted.find((unit, i) => unit.id === sorted[i - 1]?.id);
  if (repeated) throw new SamplePlanError('sample.frame-repeated', { id: repeated.id });
  return sorted;
}

/** SHA-256 of the sorted ids, each followed by a line feed. What `sort ids.txt | sha256sum` prints (in the C locale). */
export function frameSha256(sorted: readonly { readonly id: string }[], sha256: Sha256): string {
  return sha256(sorted.length === 0 ? '' : `${sorted.map(({ id }) => id).join('\n')}\n`);
}

/** Division that a question names, or null. */
export function sampleDivision(question: Readonly<Record<string, unknown>>): string | null {
  return typeof question['division'] === 'string' ? question['division'] : null;
}
