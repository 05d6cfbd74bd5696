import { hardnessFigures, type Allocation, type ClusterChoice, type HardnessFigure, type SampleMethod, type SampleUnitKind } from '#domain';
import type { Sample, SampleRequest } from '../samples.api.js';

/** What the form holds; percentages as people write them. */
export interface DrawForm {
  name: string;
  unit: SampleUnitKind;
  method: SampleMethod;
  year: number;
  by: 'size' | 'precision';
  size?: number | null;
  expected?: number | null;
  error?: number | null;
  stratifyBy?: string;
  allocation?: Allocation;
  /** Units by stratum, typed by hand. */
  given?: Record<string, number | null>;
  hardestBy?: HardnessFigure;
  hardest?: number | null;
  clusters?: number | null;
  perCluster?: number | null;
  clusterChoice?: ClusterChoice;
  replacements?: number | null;
  seed: string;
}

const points = (percent: number | null | undefined): number => Math.round((percent ?? 0) * 100);

/** A seed that nobody chose: 32 hexadecimal digits of the random numbers of this computer; the server accepts any that is typed over it. */
export function randomSeed(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The request with the settings of the chosen method and no others, so that the seal is over what was asked for. */
export function requestOf(form: DrawForm, question: Record<string, unknown>): SampleRequest {
  const { name, unit, method, year, by, seed, stratifyBy, allocation, clusterChoice, hardestBy } = form;
  const size = by === 'precision' ? { precision: { expectedBp: points(form.expected), errorBp: points(form.error) } } : { size: form.size ?? undefined };
  const request = { name: name.trim(), question, unit, year, method, replacements: form.replacements ?? 0, ...(seed.trim() ? { seed: seed.trim() } : {}) };
  const hard = { hardestBy, hardestBp: points(form.hardest ?? 50) };
  if (method === 'cluster') return { ...request, clusters: form.clusters ?? undefined, perCluster: form.perCluster ?? undefined, clusterChoice, ...(clusterChoice === 'hardest' ? { hardestBy, ...(form.hardest ? { hardestBp: points(form.hardest) } : {}) } : {}) };
  if (method === 'stratified' && stratifyBy !== 'hardest' && allocation === 'given') return { ...request, stratifyBy, allocation, given: Object.entries(form.given ?? {}).flatMap(([stratum, units]) => (units ? [{ stratum, units }] : [])) };
  if (method === 'stratified') return { ...request, ...size, stratifyBy, ...(stratifyBy === 'hardest' ? hard : { allocation }) };
  return { ...request, ...size };
}

/** The form of a sample that is drawn anew: everything but the seed as before. */
export function formOf({ name, unit, method, year, plan }: Sample): Partial<DrawForm> {
  const old = plan as Partial<Record<'size' | 'clusters' | 'perCluster' | 'replacements' | 'hardestBp', number>> & { precision?: { expectedBp: number; errorBp: number }; stratifyBy?: string; allocation?: Allocation; clusterChoice?: ClusterChoice; given?: Record<string, number>; hardestBy?: string };
  const hardestBy = hardnessFigures.find((figure) => figure === old.hardestBy);
  return {
    name, unit: unit as SampleUnitKind, method, year, by: old.precision ? 'precision' : 'size', size: old.size, stratifyBy: old.stratifyBy, allocation: old.allocation, clusterChoice: old.clusterChoice, clusters: old.clusters, perCluster: old.perCluster, replacements: old.replacements,
    ...(old.given ? { given: old.given } : {}), ...(hardestBy ? { hardestBy } : {}),
    ...(old.precision ? { expected: old.precision.expectedBp / 100, error: old.precision.errorBp / 100 } : {}), ...(old.hardestBp ? { hardest: old.hardestBp / 100 } : {}),
  };
}
