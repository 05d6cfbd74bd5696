import { createHash, hash as hashOnce } from 'node:crypto';
import { canonicalJson, drawSample, parseCaseId, problem, SamplePlanError, type DrawnSample, type FrameUnit, type SamplePlan } from '#domain';

/** SHA-256 in lower-case hexadecimal; one call a unit of the frame, so the shortest way. */
export const sha256: (text: string) => string =
  typeof hashOnce === 'function' ? (text) => hashOnce('sha256', text, 'hex') : (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Draws, and turns what a plan cannot do into a problem. @throws `sample.plan`, `sample.frame-…` */
export function draw(frame: readonly FrameUnit[], plan: SamplePlan, seed: string): DrawnSample {
  try {
    return drawSample(frame, plan, seed, sha256);
  } catch (error) {
    if (error instanceof SamplePlanError) throw problem(error.code, withoutIds(error.detail));
    throw error;
  }
}

/** The sealing value: seed, frame, plan and list under a secret number of 128 bits. */
export function sealOf(nonce: string, seed: string, plan: SamplePlan, drawn: DrawnSample): string {
  const units = drawn.units.map((unit) => [unit.ordinal, unit.role, unit.id, unit.stratum, unit.cluster, ...unit.weight]);
  return sha256(canonicalJson({ nonce, seed, algorithm: drawn.algorithm, version: drawn.version, frame: drawn.frameSha256, plan, units }));
}

/** Rows of the list as they are stored. */
export function storedUnits({ units }: DrawnSample): object[] {
  return units.map(({ ordinal, role, id, village, stratum, cluster, weight }) => ({
    ordinal, role, stratum, cluster, weight_num: weight[0], weight_den: weight[1], household_county: village.slice(0, 6), household_village: village,
    ...placeOfHousehold(id),
  }));
}

function placeOfHousehold(id: string): { household_county?: string; household_id?: string } {
  const household = parseCaseId(id);
  return household ? { household_county: household.countyCode, household_id: household.id } : {};
}

/** A refusal must not name a household of the frame. */
function withoutIds({ id: _, ...detail }: SamplePlanError['detail']): Record<string, string | number> {
  return detail;
}
