import type { LocalText } from '../facts/fact-definition.js';
import type { RuleExample } from '../rules/rule-set.js';
import type { Rule } from '../rules/rule.js';

export const MEASURE_KINDS = [
  'INDUSTRY', 'RELOCATION', 'EMPLOYMENT', 'EDUCATION', 'HEALTH', 'SOCIAL_SECURITY', 'ECOLOGY', 'FINANCE', 'HOUSING', 'WATER', 'INFRASTRUCTURE', 'SOCIAL', 'REGION',
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const measureKindNames: Readonly<Record<MeasureKind, LocalText>> = {
  INDUSTRY: { zh: '产业', en: 'industry' },
  RELOCATION: { zh: '易地搬迁', en: 'relocation' },
  EMPLOYMENT: { zh: '就业', en: 'employment' },
  EDUCATION: { zh: '教育', en: 'education' },
  HEALTH: { zh: '健康', en: 'health' },
  SOCIAL_SECURITY: { zh: '兜底保障', en: 'safety net' },
  ECOLOGY: { zh: '生态', en: 'ecology' },
  FINANCE: { zh: '金融', en: 'finance' },
  HOUSING: { zh: '住房', en: 'housing' },
  WATER: { zh: '饮水', en: 'water' },
  INFRASTRUCTURE: { zh: '基础设施', en: 'infrastructure' },
  SOCIAL: { zh: '社会帮扶', en: 'social help' },
  REGION: { zh: '区域性措施', en: 'measures of the region' },
};

/** Whom a measure is given to. Only households and persons are judged one by one. */
export const MEASURE_LEVELS = ['household', 'member', 'village', 'region'] as const;
export type MeasureLevel = (typeof MEASURE_LEVELS)[number];
export type JudgedMeasureLevel = Extract<MeasureLevel, 'household' | 'member'>;

/**
 * How a measure reaches people, which decides what counts as a gap:
 * - `CLAIM` everyone who meets the rule is to get it, one by one: without receipt it is lacking
 * - `AT_SOURCE` given on the spot to whoever meets the rule (a hospital's counter, a school's office): no receipt per person
 * - `PLAN` chosen for a household in its help plan: missing only when a need has no measure at all
 */
export const MEASURE_DELIVERIES = ['CLAIM', 'AT_SOURCE', 'PLAN'] as const;
export type MeasureDelivery = (typeof MEASURE_DELIVERIES)[number];

/** One amount as printed. `fixed` in fen, `points` in percentage points, `percent` a share of what it applies to, `text` only words. */
export interface AmountItem {
  readonly kind: 'fixed' | 'points' | 'percent' | 'text';
  /** What the amount applies to; null when there is but one. */
  readonly applies: LocalText | null;
  readonly fen?: number;
  readonly per?: 'person' | 'household';
  readonly term?: 'once' | 'year';
  /** Percentage points or percent, with sign. */
  readonly value?: number;
  readonly text: LocalText;
}

export interface MeasureSource {
  /** Key of {@link measureDocuments}. */
  readonly document: string;
  /** Article or chapter; null when the document has none. */
  readonly place: LocalText | null;
}

/** A measure as published. Null is "not set": the documents leave it open, and nobody guesses. */
export interface Measure {
  readonly code: string;
  readonly version: number;
  readonly kind: MeasureKind;
  readonly level: MeasureLevel;
  readonly delivery: MeasureDelivery;
  readonly name: LocalText;
  /** For whom, in the words of the documents. */
  readonly beneficiaries: LocalText | null;
  /** The same as a rule over the facts; null when the documents or the records leave it open. */
  readonly eligibility: Rule | null;
  /** Why the rule is not set, or how it reads the documents. */
  readonly ruleNote: LocalText | null;
  readonly amount: readonly AmountItem[] | null;
  readonly period: LocalText | null;
  readonly funding: LocalText | null;
  readonly afterExit: LocalText | null;
  /** Facts that show the measure is received, beside assignments and payments. */
  readonly receivedWhen: Rule | null;
  /** Facts of the household that it is to change, and causes of poverty that it answers. */
  readonly moves: { readonly facts: readonly string[]; readonly causes: readonly string[] };
  readonly overlaps: readonly { readonly code: string; readonly note: LocalText }[];
  readonly sources: readonly MeasureSource[];
  readonly examples: readonly RuleExample[];
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** The documents that measures come from, by the key that sources name. */
export const measureDocuments: Readonly<Record<string, LocalText>> = {
  S000: { zh: '《内蒙古自治区“十三五”脱贫攻坚规划》（政府网转载）', en: 'Plan of the 13th five-year period, copy of the government site' },
  S001: { zh: '《贯彻落实〈中共中央国务院关于打赢脱贫攻坚战的决定〉的意见》（内蒙古自治区，2015年12月）', en: 'Opinions on carrying out the decision on poverty alleviation (Inner Mongolia, December 2015)' },
  S002: { zh: '《内蒙古自治区“十三五”脱贫攻坚规划》', en: 'Plan of poverty alleviation for the 13th five-year period, Inner Mongolia' },
  S003: { zh: '内蒙古脱贫攻坚成效报道（2018年）', en: 'Newspaper page on results, 2018' },
  S004: { zh: '内蒙古脱贫答卷（2021年）', en: 'Newspaper page on the final results, 2021' },
};
