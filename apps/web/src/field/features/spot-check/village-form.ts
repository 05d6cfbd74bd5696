import { villageServices, villageCheckStates, type VillageService, type VillageCheckState } from '#domain';
import type { Missing } from './spot-form.js';

/** What is seen in a village; nothing is filled in beforehand. The amount in fen. */
export interface VillageForm {
  readonly village: Readonly<Partial<Record<VillageService, VillageCheckState>>>;
  readonly collectiveIncomeFen: number | null;
  readonly note: string;
  /** Why sent answers are given anew; empty in the first ones. */
  readonly reason: string;
  readonly awaitingPhoto: boolean;
}

export const emptyVillageForm: VillageForm = { village: {}, collectiveIncomeFen: null, note: '', reason: '', awaitingPhoto: false };

/** What stops the answers from being saved, in the order of the form. */
export function missingInVillage({ village, reason }: VillageForm, correcting: boolean): Missing[] {
  return [...(villageServices.some((item) => village[item] === undefined) ? (['village'] as const) : []), ...(correcting && reason.trim().length < 2 ? (['reason'] as const) : [])];
}

/** Payload of `sample.answer` for a village. */
export function villagePayload({ village, collectiveIncomeFen, note, reason }: VillageForm, { taskId, photos }: { readonly taskId: string; readonly photos: readonly string[] }): object {
  return { taskId, village, collectiveIncomeFen, ...(reason.trim() === '' ? {} : { reason: reason.trim() }), ...(note.trim() === '' ? {} : { note: note.trim() }), ...(photos.length > 0 ? { attachmentIds: photos } : {}) };
}

/** The form as it was sent, to be mended or corrected. */
export function villageFormOf(payload: Readonly<Record<string, unknown>>): VillageForm {
  const given = (typeof payload['village'] === 'object' && payload['village'] !== null ? payload['village'] : {}) as Readonly<Record<string, unknown>>;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    ...emptyVillageForm, collectiveIncomeFen: typeof payload['collectiveIncomeFen'] === 'number' ? payload['collectiveIncomeFen'] : null, note: text(payload['note']), reason: text(payload['reason']),
    village: Object.fromEntries(villageServices.flatMap((item) => { const state = villageCheckStates.find((one) => one === given[item]); return state ? [[item, state]] : []; })),
  };
}
