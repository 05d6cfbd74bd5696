import { assuranceItems, uuidV7, type AssuranceAnswer, type VisitDraft } from '#domain';

/** Seven answers of one kind, looked at or carried forward. */
export function sevenAnswers(carried = false, state: AssuranceAnswer['state'] = 'OK'): AssuranceAnswer[] {
  return assuranceItems.map((item) => ({ item, state, carried }));
}

/** A visit at the home on which all was well. */
export function visitDraft(more: Partial<VisitDraft> = {}): VisitDraft {
  return { id: uuidV7(), way: 'HOME', types: ['SITUATION'], visitedAt: '2026-01-10T09:30:00+08:00', assurances: sevenAnswers(), ...more };
}
