import { incomeBlocks, knowledgeStates, satisfactionStates, spotCheckItems, spotCheckPlaces, spotCheckStates, type AssuranceItem, type AssuranceState, type IncomeBlock, type SpotCheckAnswers } from '#domain';

/** What the household says; nothing is filled in beforehand, for nobody knows it here. Amounts in fen. */
export interface SpotForm {
  readonly place: SpotCheckAnswers['place'];
  readonly memberCount: number | null;
  readonly assurances: Readonly<Partial<Record<AssuranceItem, AssuranceState>>>;
  readonly incomeFen: Readonly<Record<IncomeBlock, number | null>>;
  readonly knowsHelper: SpotCheckAnswers['knowsHelper'];
  readonly knowsMeasures: SpotCheckAnswers['knowsMeasures'];
  readonly satisfaction: SpotCheckAnswers['satisfaction'] | null;
  readonly note: string;
  /** Why sent answers are given anew; empty in the first ones. */
  readonly reason: string;
  readonly awaitingPhoto: boolean;
}

/** Most persons of a household, as the server takes it. */
export const MOST_PERSONS = 50;
const noIncome: SpotForm['incomeFen'] = { wage: null, business: null, property: null, transfer: null, cost: null };
export const emptySpotForm: SpotForm = { place: 'HOME', memberCount: null, assurances: {}, incomeFen: noIncome, knowsHelper: null, knowsMeasures: null, satisfaction: null, note: '', reason: '', awaitingPhoto: false };

export type Missing = 'village' | 'memberCount' | 'assurances' | 'satisfaction' | 'reason';

/** What stops the answers from being saved, in the order of the form. */
export function missingIn({ memberCount, assurances, satisfaction, reason }: SpotForm, correcting: boolean): Missing[] {
  return [
    ...(memberCount === null || memberCount < 1 || memberCount > MOST_PERSONS ? (['memberCount'] as const) : []),
    ...(spotCheckItems.some((item) => assurances[item] === undefined) ? (['assurances'] as const) : []),
    ...(satisfaction === null ? (['satisfaction'] as const) : []),
    ...(correcting && reason.trim().length < 2 ? (['reason'] as const) : []),
  ];
}

/** Payload of `sample.answer`. */
export function spotPayload({ awaitingPhoto: _, note, reason, ...answers }: SpotForm, { taskId, photos }: { readonly taskId: string; readonly photos: readonly string[] }): object {
  return { taskId, ...answers, ...(reason.trim() === '' ? {} : { reason: reason.trim() }), ...(note.trim() === '' ? {} : { note: note.trim() }), ...(photos.length > 0 ? { attachmentIds: photos } : {}) };
}

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | null => known.find((one) => one === value) ?? null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const part = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

/** The form as it was sent, to be mended or corrected; its photographs stay with what was sent. */
export function formOfPayload(payload: Readonly<Record<string, unknown>>): SpotForm {
  const [given, income] = [part(payload['assurances']), part(payload['incomeFen'])];
  return {
    ...emptySpotForm, place: oneOf(spotCheckPlaces, payload['place']) ?? 'HOME', memberCount: typeof payload['memberCount'] === 'number' ? payload['memberCount'] : null,
    assurances: Object.fromEntries(spotCheckItems.flatMap((item) => { const state = oneOf(spotCheckStates, given[item]); return state ? [[item, state]] : []; })),
    incomeFen: { ...noIncome, ...Object.fromEntries(incomeBlocks.flatMap((block) => (typeof income[block] === 'number' ? [[block, income[block]]] : []))) },
    knowsHelper: oneOf(knowledgeStates, payload['knowsHelper']), knowsMeasures: oneOf(knowledgeStates, payload['knowsMeasures']),
    satisfaction: oneOf(satisfactionStates, payload['satisfaction']), note: textOf(payload['note']), reason: textOf(payload['reason']),
  };
}
