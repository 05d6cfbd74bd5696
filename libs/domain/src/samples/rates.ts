import type { Verdict } from '../rules/truth.js';
import { estimateShare, type Estimate, type StratumSize } from '../statistics/estimate.js';
import { zeroHitUpper } from '../statistics/interval.js';
import type { SpotCheckAnswers } from './spot-check.js';

export const rateKinds = ['MISSED', 'WRONG_EXIT', 'APPROVAL'] as const;
export type RateKind = (typeof rateKinds)[number];

export interface RateDefinition {
  readonly zh: string;
  readonly en: string;
  readonly formulaZh: string;
  readonly formulaEn: string;
}

/** The three rates of acceptance. Poor is who does not meet the exit rule of the year by what the revisit found. */
export const rateDefinitions: Readonly<Record<RateKind, RateDefinition>> = {
  MISSED: {
    zh: '漏评率', en: 'Missed rate',
    formulaZh: '漏评率 = 抽查的未登记户（申请中、已清退）中经核实不符合退出标准（即应纳入）的数 ÷ 抽查的未登记户中能够判定的数',
    formulaEn: 'households without registration (applying, cleared out) that the revisit finds poor ÷ those of them that could be judged',
  },
  WRONG_EXIT: {
    zh: '错退率', en: 'Wrong exit rate',
    formulaZh: '错退率 = 抽查的已退出户中经核实不符合退出标准的数 ÷ 抽查的已退出户中能够判定的数',
    formulaEn: 'exited households that the revisit finds not to meet the exit rule ÷ those of them that could be judged',
  },
  APPROVAL: {
    zh: '群众认可度', en: 'Approval rate',
    formulaZh: '认可度 = 回答“满意”或“基本满意”的户数 ÷ 作出回答的户数（“不作答”不计入）',
    formulaEn: 'households that answer satisfied or fairly satisfied ÷ households that answer',
  },
};

/** A visited household. */
export interface VisitedUnit {
  readonly stratum: string;
  readonly cluster: string | null;
  /** Units of the frame that it stands for, after those who could not be asked. */
  readonly weight: number;
  /** Status when it was drawn. */
  readonly status: string | null;
  readonly persons: number;
  /** Verdict of the exit rule on the answers. */
  readonly exitRule: Verdict;
  readonly satisfaction: SpotCheckAnswers['satisfaction'];
}

export interface Rate {
  readonly kind: RateKind;
  readonly households: Estimate;
  readonly persons: Estimate;
  /** Households of the class that could not be judged, or did not answer. */
  readonly undecided: number;
  /** None found does not mean none: at most this share, with 95 % confidence. Null unless none was found. */
  readonly zeroHitUpper: number | null;
}

const statusesOf: Readonly<Record<RateKind, readonly string[] | null>> = {
  MISSED: ['CANDIDATE', 'CLEARED_OUT'],
  WRONG_EXIT: ['EXITED_ENTITLED', 'EXITED_NOT_ENTITLED'],
  APPROVAL: null,
};

/** One rate, of households and of the persons in them. `strata` are units of the frame. */
export function rateOf(kind: RateKind, visited: readonly VisitedUnit[], strata: readonly StratumSize[]): Rate {
  const statuses = statusesOf[kind];
  const isOf = (unit: VisitedUnit): boolean => statuses === null || statuses.includes(unit.status ?? '');
  const decided = (unit: VisitedUnit): boolean => isOf(unit) && (kind === 'APPROVAL' ? unit.satisfaction !== 'NO_ANSWER' : unit.exitRule !== 'unproven');
  const hit = (unit: VisitedUnit): boolean => decided(unit) && (kind === 'APPROVAL' ? unit.satisfaction !== 'DISSATISFIED' : unit.exitRule === 'not_met');
  const estimate = (size: (unit: VisitedUnit) => number) => estimateShare(visited.map((unit) => ({
    stratum: unit.stratum, cluster: unit.cluster, weight: unit.weight, hit: hit(unit) ? size(unit) : 0, of: decided(unit) ? size(unit) : 0,
  })), strata);
  const households = estimate(() => 1);
  const frame = strata.reduce((sum, { units }) => sum + units, 0) * (visited.length === 0 ? 1 : households.units / visited.length);
  return {
    kind, households, persons: estimate(({ persons }) => persons), undecided: visited.filter((unit) => isOf(unit) && !decided(unit)).length,
    zeroHitUpper: households.units > 0 && households.hits === 0 ? zeroHitUpper(households.units, Math.max(frame, households.units)) : null,
  };
}
