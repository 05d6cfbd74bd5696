import { placeStrata, SamplePlanError, type FrameUnit, type PlaceStratum } from './plan.js';

/** A value of a unit that must be a whole number. @throws SamplePlanError `sample.frame-value` */
export function wholeNumberOf(unit: FrameUnit, name: string, least: number): number {
  const text = unit.strata[name] ?? '';
  const value = Number(text);
  if (!/^-?[0-9]{1,15}$/.test(text) || value < least) throw new SamplePlanError('sample.frame-value', { name, id: unit.id, value: text.slice(0, 20) });
  return value;
}

/** Units by the stratum they lie in, strata in the order of their names. A missing value is a stratum of its own, `-`. */
export function groupBy(frame: readonly FrameUnit[], by: string): [string, FrameUnit[]][] {
  const digits = placeStrata[by as PlaceStratum] as number | undefined;
  const groups = new Map<string, FrameUnit[]>();
  for (const unit of frame) {
    const name = (digits === undefined ? unit.strata[by] : unit.village.slice(0, digits)) || '-';
    const group = groups.get(name);
    if (group) group.push(unit);
    else groups.set(name, [unit]);
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
}
