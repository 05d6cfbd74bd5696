export const sampleUnits = ['household', 'village'] as const;
export type SampleUnitKind = (typeof sampleUnits)[number];

export const sampleMethods = ['simple', 'stratified', 'cluster', 'pps'] as const;
export type SampleMethod = (typeof sampleMethods)[number];

export const sampleMethodNames: Readonly<Record<SampleMethod, { readonly zh: string; readonly en: string }>> = {
  simple: { zh: '简单随机', en: 'Simple random' },
  stratified: { zh: '分层随机', en: 'Stratified' },
  cluster: { zh: '整群（先抽村、后抽户）', en: 'Cluster (villages, then households)' },
  pps: { zh: '按规模成比例（PPS，系统抽样）', en: 'Proportional to size (systematic)' },
};

/** Strata that follow from the code of a unit's village, by number of digits. */
export const placeStrata = { prefecture: 4, county: 6, township: 9, village: 12 } as const;
export type PlaceStratum = keyof typeof placeStrata;

export const allocations = ['proportional', 'equal', 'given'] as const;
export type Allocation = (typeof allocations)[number];

/** How the first stage of a cluster sample takes its villages. */
export const clusterChoices = ['simple', 'pps', 'hardest'] as const;
export type ClusterChoice = (typeof clusterChoices)[number];

/** One thing that can be drawn. */
export interface FrameUnit {
  /** Unique in the frame: `<county>-<uuid>` of a household, or the code of a village. */
  readonly id: string;
  /** Code of its village, 12 digits. */
  readonly village: string;
  /** Named values by which it may be stratified, ordered or sized. */
  readonly strata: Readonly<Record<string, string>>;
}

/** Expected share and half width of its 95 % interval, in basis points (3 % = 300). */
export interface Precision {
  readonly expectedBp: number;
  readonly errorBp: number;
}

export interface SamplePlan {
  readonly method: SampleMethod;
  /** Units to draw; villages × households in a cluster sample follow from `clusters` and `perCluster`. */
  readonly size?: number | undefined;
  readonly precision?: Precision | undefined;
  /** Stratified: a place, `hardest`, or the name of a value of the frame. */
  readonly stratifyBy?: string | undefined;
  readonly allocation?: Allocation | undefined;
  /** Units per stratum when `allocation` is `given`. */
  readonly given?: Readonly<Record<string, number>> | undefined;
  /** `hardest`: the value (a whole number, more is harder) and the share taken from the top, in basis points (5000 = half). */
  readonly hardestBy?: string | undefined;
  readonly hardestBp?: number | undefined;
  readonly clusters?: number | undefined;
  readonly perCluster?: number | undefined;
  readonly clusterChoice?: ClusterChoice | undefined;
  /** PPS: the value that holds the size, a positive whole number. */
  readonly sizeBy?: string | undefined;
  /** Units kept in reserve in each stratum (in a cluster sample: in each village). */
  readonly replacements: number;
}

/** Why a plan cannot be drawn from a frame; `code` is that of a problem. */
export class SamplePlanError extends Error {
  constructor(readonly code: 'sample.plan' | 'sample.frame-too-small' | 'sample.frame-value' | 'sample.frame-repeated', readonly detail: Readonly<Record<string, string | number>>) {
    super(`${code} ${JSON.stringify(detail)}`);
  }
}
