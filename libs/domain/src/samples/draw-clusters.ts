import type { Sha256 } from '../procedures/dossier.js';
import { firstInOrder, numberFrom } from './draw-order.js';
import type { Drawing } from './drawing.js';
import { splitHardest } from './hardest.js';
import { SamplePlanError, type FrameUnit, type SamplePlan } from './plan.js';
import { drawProportionalToSize } from './pps.js';
import { groupBy } from './strata.js';

interface Village extends FrameUnit {
  readonly members: readonly FrameUnit[];
}
interface DrawnVillage {
  readonly village: Village;
  readonly stratum: string;
  /** Villages that this one stands for. */
  readonly weight: readonly [number, number];
}

/**
 * Villages first, then households in each: all of them where a village has no more than asked for. Replacements come from the
 * same village. A village's values are those of its first household (they are facts of the village).
 */
export function drawClusters(sorted: readonly FrameUnit[], plan: SamplePlan, seed: string, sha256: Sha256): Drawing {
  const { clusters = 0, perCluster = 0 } = plan;
  for (const [field, value] of Object.entries({ clusters, perCluster })) {
    if (!Number.isSafeInteger(value) || value < 1) throw new SamplePlanError('sample.plan', { field });
  }
  const villages = groupBy(sorted, 'village').map(([id, members]): Village => ({ id, village: id, strata: members[0]?.strata ?? {}, members }));
  if (clusters > villages.length) throw new SamplePlanError('sample.frame-too-small', { wanted: clusters, units: villages.length });
  const drawn = chooseVillages(villages, plan, clusters, seed, sha256);
  const units = drawn.flatMap(({ village, stratum, weight: [num, den] }) => {
    const taken = Math.min(perCluster, village.members.length);
    return firstInOrder(village.members, taken + plan.replacements, seed, sha256).map((unit, at) => ({
      role: at < taken ? ('PRIMARY' as const) : ('REPLACEMENT' as const), id: unit.id, village: unit.village, stratum, cluster: village.id,
      weight: reduced(num * village.members.length, den * taken),
    }));
  });
  const strata = [...new Set(drawn.map(({ stratum }) => stratum))].map((stratum) => {
    const of = units.filter((unit) => unit.stratum === stratum);
    const inFrame = stratum === 'RANDOM' ? villages.filter(({ id }) => !drawn.some((chosen) => chosen.stratum === 'HARDEST' && chosen.village.id === id)) : stratum === 'HARDEST' ? drawn.filter((chosen) => chosen.stratum === 'HARDEST').map(({ village }) => village) : villages;
    return {
      stratum, units: inFrame.reduce((sum, { members }) => sum + members.length, 0),
      drawn: of.filter(({ role }) => role === 'PRIMARY').length, replacements: of.filter(({ role }) => role === 'REPLACEMENT').length,
    };
  });
  return { units, strata };
}

function chooseVillages(villages: readonly Village[], plan: SamplePlan, count: number, seed: string, sha256: Sha256): DrawnVillage[] {
  if (plan.clusterChoice === 'pps') {
    const sizes = villages.map(({ members }) => members.length);
    const { certain, drawn, total, count: left } = drawProportionalToSize(sizes, count, (below) => numberFrom(seed, 'pps-start', below, sha256));
    const always = new Set(certain);
    return [...certain, ...drawn].sort((a, b) => a - b).map((i) => ({
      village: villages[i] as Village, stratum: 'ALL', weight: always.has(i) ? [1, 1] as const : reduced(Number(total), left * (sizes[i] ?? 1)),
    }));
  }
  if (plan.clusterChoice === 'hardest') {
    const { hardest, others } = splitHardest(villages, count, plan, seed, sha256);
    const random = firstInOrder(others, count - hardest.length, seed, sha256);
    return [
      ...hardest.map((village) => ({ village, stratum: 'HARDEST', weight: [1, 1] as const })),
      ...random.map((village) => ({ village, stratum: 'RANDOM', weight: [others.length, random.length] as const })),
    ];
  }
  return firstInOrder(villages, count, seed, sha256).map((village) => ({ village, stratum: 'ALL', weight: [villages.length, count] as const }));
}

/** A fraction in its lowest terms, so that products stay small. */
function reduced(num: number, den: number): readonly [number, number] {
  let [a, b] = [num, den];
  while (b > 0) [a, b] = [b, a % b];
  return [num / a, den / a];
}
