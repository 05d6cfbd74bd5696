import { assuranceItems, assuranceStates, type AssuranceItem, type AssuranceState } from '../visits/assurances.js';
import { floorDiv } from '../values/money.js';

/** Where the household was asked. Nobody there is an attempt, not an answer. */
export const spotCheckPlaces = ['HOME', 'VILLAGE', 'PHONE'] as const;
export const knowledgeStates = ['YES', 'PARTLY', 'NO', 'NO_HELP'] as const;
export const satisfactionStates = ['SATISFIED', 'FAIRLY', 'DISSATISFIED', 'NO_ANSWER'] as const;
export const incomeBlocks = ['wage', 'business', 'property', 'transfer', 'cost'] as const;
export type IncomeBlock = (typeof incomeBlocks)[number];

/** What the household says, before anything on record is shown. Null: not asked or no answer. */
export interface SpotCheckAnswers {
  readonly place: (typeof spotCheckPlaces)[number];
  /** Persons living in the household. */
  readonly memberCount: number;
  readonly assurances: Readonly<Record<AssuranceItem, AssuranceState>>;
  /** Income of the year by block and what it cost, fen. */
  readonly incomeFen: Readonly<Record<IncomeBlock, number | null>>;
  readonly knowsHelper: (typeof knowledgeStates)[number] | null;
  readonly knowsMeasures: (typeof knowledgeStates)[number] | null;
  readonly satisfaction: (typeof satisfactionStates)[number];
  readonly note: string | null;
}

/** The same on record at the moment of saving. Null: not recorded. */
export interface RecordedValues {
  readonly year: number;
  readonly memberCount: number | null;
  readonly assurances: Readonly<Record<AssuranceItem, boolean | null>>;
  readonly incomeFen: Readonly<Record<IncomeBlock, number | null>>;
  readonly perCapitaFen: number | null;
  readonly helpers: readonly string[];
  readonly measures: readonly string[];
}

export interface Difference {
  /** `memberCount`, `assurance.FOOD` …, `income.wage` …, `help.helper`, `help.measures`. */
  readonly field: string;
  readonly seen: string | number;
  /** Null: the record says nothing. */
  readonly recorded: string | number | null;
  /** Seen minus recorded, fen, where both are amounts. */
  readonly gapFen: number | null;
}

export const differenceCauses = {
  CHANGED_SINCE: { zh: '登记后情况变化', en: 'Changed since it was recorded' },
  RECORDED_WRONGLY: { zh: '登记有误', en: 'Recorded wrongly' },
  NOT_RECORDED: { zh: '漏登', en: 'Not recorded' },
  NOT_REMEMBERED: { zh: '农户记不清', en: 'The household does not remember' },
  OTHER_PERIOD: { zh: '时段不同', en: 'Another period' },
  OTHER_DEFINITION: { zh: '口径不同', en: 'Another definition' },
  OTHER: { zh: '其他（须说明）', en: 'Another cause, to be explained' },
} as const;
export type DifferenceCause = keyof typeof differenceCauses;
export const differenceCauseCodes = Object.keys(differenceCauses) as DifferenceCause[];

/** Reasons for which a replacement takes the place of a drawn household. */
export const failureReasons = {
  ABSENT: { zh: '不在家', en: 'Absent' },
  REFUSED: { zh: '拒访', en: 'Refused' },
  MOVED: { zh: '已迁走', en: 'Moved away' },
  DECEASED: { zh: '已死亡', en: 'Deceased' },
  NOT_FOUND: { zh: '查无此户', en: 'Not found' },
  UNSAFE: { zh: '道路或安全原因无法到达', en: 'Cannot be reached safely' },
} as const;
export type FailureReason = keyof typeof failureReasons;
export const failureReasonCodes = Object.keys(failureReasons) as FailureReason[];

/** Days on which nobody was there before a household is given up. */
export const ABSENT_DAYS = 2;

/** Whether a household is given up after these attempts: absent on two different days, or any other reason once. */
export function isGivenUp(attempts: readonly { readonly reason: FailureReason; readonly triedOn: string }[]): boolean {
  const absent = new Set(attempts.filter(({ reason }) => reason === 'ABSENT').map(({ triedOn }) => triedOn));
  return absent.size >= ABSENT_DAYS || attempts.some(({ reason }) => reason !== 'ABSENT');
}

/** Net income per head as the household says, fen by floor division; null unless every block was given. */
export function perCapitaSaid({ incomeFen, memberCount }: Pick<SpotCheckAnswers, 'incomeFen' | 'memberCount'>): number | null {
  const { wage, business, property, transfer, cost } = incomeFen;
  if (wage === null || business === null || property === null || transfer === null || cost === null || memberCount < 1) return null;
  return floorDiv(wage + business + property + transfer - cost, memberCount);
}

/** Field by field where the answers and the record part. What was not asked or not answered differs from nothing. */
export function differencesOf(answers: SpotCheckAnswers, recorded: RecordedValues): Difference[] {
  const found: Difference[] = [];
  const compare = (field: string, seen: string | number | null, on: string | number | null): void => {
    if (seen === null || seen === on) return;
    found.push({ field, seen, recorded: on, gapFen: field.startsWith('income.') && typeof seen === 'number' && typeof on === 'number' ? seen - on : null });
  };
  compare('memberCount', answers.memberCount, recorded.memberCount);
  for (const item of assuranceItems) {
    const seen = answers.assurances[item];
    const on = recorded.assurances[item];
    if (item === 'INCOME' && on === null) continue; // no line is set, or no income recorded, which the blocks show
    compare(`assurance.${item}`, seen === 'UNCLEAR' ? null : seen, on === null ? null : on ? 'OK' : 'PROBLEM');
  }
  for (const block of incomeBlocks) compare(`income.${block}`, answers.incomeFen[block], recorded.incomeFen[block]);
  const known = (said: SpotCheckAnswers['knowsHelper'], names: readonly string[]): string | null =>
    said === null || (names.length > 0 ? said === 'YES' || said === 'PARTLY' : said === 'NO_HELP' || said === 'NO') ? null : said;
  const helper = known(answers.knowsHelper, recorded.helpers);
  if (helper !== null) found.push({ field: 'help.helper', seen: helper, recorded: recorded.helpers.join('、') || null, gapFen: null });
  const measures = known(answers.knowsMeasures, recorded.measures);
  if (measures !== null) found.push({ field: 'help.measures', seen: measures, recorded: recorded.measures.join('、') || null, gapFen: null });
  return found;
}

/** Answers as facts of the exit rule, so that a revisit is judged by the same rule as the exit. */
export function factsOfAnswers(answers: SpotCheckAnswers): Record<string, number | boolean | null> {
  const state = (item: AssuranceItem): boolean | null => ({ OK: true, PROBLEM: false, UNCLEAR: null })[answers.assurances[item]];
  return {
    member_count: answers.memberCount, net_income_per_capita_fen: perCapitaSaid(answers), food_ok: state('FOOD'), clothing_ok: state('CLOTHING'),
    compulsory_education_ok: state('EDUCATION'), basic_medical_ok: state('MEDICAL'), housing_safe: state('HOUSING'), safe_water: state('WATER'),
  };
}

export { assuranceItems as spotCheckItems, assuranceStates as spotCheckStates };
