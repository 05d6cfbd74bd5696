import type { Sha256 } from '../procedures/dossier.js';
import { drawClusters } from './draw-clusters.js';
import { numberFrom, firstInOrder } from './draw-order.js';
import { drawStrata, givenUnits } from './draw-strata.js';
import type { Drawing, DrawnUnit, StratumLine } from './drawing.js';
import { frameSha256, sortedFrame } from './frame.js';
import { SamplePlanError, type FrameUnit, type SamplePlan } from './plan.js';
import { drawProportionalToSize } from './pps.js';
import { sizeByPrecision } from './size.js';
import { wholeNumberOf } from './strata.js';

/** Name and version are printed with every list. Another way of drawing is another version; an old one is never changed. */
export const SAMPLE_ALGORITHM = { name: 'sha256-order', version: 1 } as const;

export interface DrawnSample {
  readonly algorithm: string;
  readonly version: number;
  readonly frameSize: number;
  readonly frameSha256: string;
  readonly strata: readonly StratumLine[];
  readonly units: readonly DrawnUnit[];
  /** How the size came about, when it was asked for by precision. */
  readonly sizeFormula: { readonly zh: string; readonly en: string } | null;
}

/**
 * Draws a sample. The same seed and the same frame give the same list on any machine and in any language: a unit's place is the
 * SHA-256 of the seed, 0x1f and its id, smallest first; `docs/how-to/sample-method.md` says the rest.
 * @param seed 1–64 characters without control characters. @throws SamplePlanError
 */
export function drawSample(frame: readonly FrameUnit[], plan: SamplePlan, seed: string, sha256: Sha256): DrawnSample {
  const sorted = sortedFrame(frame);
  if (sorted.length === 0) throw new SamplePlanError('sample.frame-too-small', { wanted: 1, units: 0 });
  const sized = plan.precision ? sizeByPrecision(plan.precision, sorted.length) : null;
  const size = sized?.size ?? plan.size ?? (plan.allocation === 'given' ? givenUnits(plan) : 0);
  const drawing = draw(sorted, plan, size, seed, sha256);
  const listed = (['PRIMARY', 'REPLACEMENT'] as const).flatMap((role) => drawing.units.filter((unit) => unit.role === role));
  return {
    algorithm: SAMPLE_ALGORITHM.name, version: SAMPLE_ALGORITHM.version, frameSize: sorted.length, frameSha256: frameSha256(sorted, sha256),
    strata: drawing.strata, units: listed.map((unit, i) => ({ ordinal: i + 1, ...unit })), sizeFormula: sized?.formula ?? null,
  };
}

function draw(sorted: readonly FrameUnit[], plan: SamplePlan, size: number, seed: string, sha256: Sha256): Drawing {
  if (plan.method === 'cluster') return drawClusters(sorted, plan, seed, sha256);
  if (!Number.isSafeInteger(size) || size < 1) throw new SamplePlanError('sample.plan', { field: 'size' });
  if (size > sorted.length) throw new SamplePlanError('sample.frame-too-small', { wanted: size, units: sorted.length });
  if (plan.method === 'pps') return drawPps(sorted, plan, size, seed, sha256);
  return drawStrata(sorted, plan, size, seed, sha256);
}

function drawPps(sorted: readonly FrameUnit[], plan: SamplePlan, size: number, seed: string, sha256: Sha256): Drawing {
  const sizes = sorted.map((unit) => wholeNumberOf(unit, plan.sizeBy ?? 'size', 1));
  const { certain, drawn, total, count } = drawProportionalToSize(sizes, size, (below) => numberFrom(seed, 'pps-start', below, sha256));
  const taken = new Set([...certain, ...drawn]);
  const always = new Set(certain);
  const weight = (i: number): readonly [number, number] => (always.has(i) || count === 0 ? [1, 1] : [Number(total), count * (sizes[i] ?? 1)]);
  const line = (i: number, role: 'PRIMARY' | 'REPLACEMENT') => {
    const unit = sorted[i] as FrameUnit;
    return { role, id: unit.id, village: unit.village, stratum: 'ALL', cluster: null, weight: weight(i) };
  };
  const rest = sorted.map((unit, i) => ({ id: unit.id, i })).filter(({ i }) => !taken.has(i));
  const reserve = firstInOrder(rest, plan.replacements, seed, sha256);
  return {
    units: [...[...taken].sort((a, b) => a - b).map((i) => line(i, 'PRIMARY')), ...reserve.map(({ i }) => line(i, 'REPLACEMENT'))],
    strata: [{ stratum: 'ALL', units: sorted.length, drawn: taken.size, replacements: reserve.length }],
  };
}
