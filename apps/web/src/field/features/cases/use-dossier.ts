import { useCallback } from 'react';
import { useDraft } from '../../store/index.js';
import { emptyDossier, type Dossier } from './dossier.js';
import { dossierFrom } from './dossier-of.js';
import type { FieldCase } from './field-case.js';

export interface DossierDraft {
  readonly key: string;
  readonly dossier: Dossier;
  change(part: Partial<Dossier>): void;
  readonly savedAt: Date | null;
}

/** What is being put together for one step; kept on the phone while it is typed. A step that is done again begins with what was recorded. */
export function useDossier(key: string, today: string, kase?: FieldCase): DossierDraft {
  const initial = useCallback(() => (kase ? dossierFrom(kase, today) : emptyDossier(today)), [today, kase]);
  const { value, set, savedAt } = useDraft<Dossier>(key, initial);
  const change = useCallback((part: Partial<Dossier>) => set((old) => ({ ...old, ...part })), [set]);
  return { key, dossier: value, change, savedAt };
}

/** Draft of a step of a case, or of the first step of one that is not started yet. */
export const draftKeyOf = (id: string, step: string): string => `case:${id}:${step}`;
export const newDraftKeyOf = (householdId: string, pack: string): string => `case:new:${householdId}:${pack}`;
/** Photographs of one paper of a draft. */
export const photoOwner = (draftKey: string, kind: string): string => `${draftKey}#${kind}`;
