import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseIdOf, newCaseId, save, useHouseholdIndex, useSyncState } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { say } from '../../ui/index.js';
import { offerVisitPlace } from '../position/visit-place.js';
import { nextHousehold } from './form/next-household.js';
import type { VisitContent } from './form/visit-payload.js';
import { useToday } from './use-today.js';
import { useGo } from '../new/go.js';
import { headNameOf } from './members.js';

export interface Correction {
  readonly of: string;
  readonly reason: string;
}

/** Puts a finished visit into the outbox: one transaction with its photos and the end of its draft. Says so and goes on. */
export function useKeepVisit(household: PackHousehold, draftKey: string) {
  const { t } = useTranslation();
  const go = useGo();
  const entries = useHouseholdIndex();
  const { waiting } = useSyncState();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const keep = async (content: VisitContent, { next, correction }: { next: boolean; correction?: Correction }): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      const headName = headNameOf(household);
      const payload = { householdId: caseIdOf(household.id, household.id), ...content, ...(correction ? { of: caseIdOf(correction.of, household.id), reason: correction.reason } : {}) };
      await save([{
        kind: correction ? 'visit.correct' : 'visit.record', entityId: newCaseId(household.id), householdId: household.id, title: t('field.visit.itemTitle', { name: headName }), payload,
        photos: [...(content.attachmentIds ?? [])], draftKey,
      }]);
      if (!correction && content.way === 'HOME' && content.position && !entries.some(({ id, house }) => id === household.id && house)) offerVisitPlace(household.id, content.position);
      say(t('field.visit.saved', { waiting: waiting + 1 }));
      const then = next ? nextHousehold(entries, household.id, today) : null;
      await (then ? go('/visits/new', { hh: then.id }, { replace: true }) : go(`/households/${household.id}`, {}, { replace: true }));
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return { keep, busy, failed };
}
