import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { save, useSyncState, type Work } from '../../store/index.js';
import { say } from '../../ui/index.js';

/** Puts a piece of a spot check into the outbox and says so. The household stays unnamed there: who was drawn is told to nobody. */
export function useKeepSpotWork() {
  const { t } = useTranslation();
  const { waiting } = useSyncState();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const keep = async (work: Omit<Work, 'householdId'>): Promise<boolean> => {
    setBusy(true);
    setFailed(null);
    try {
      await save([{ ...work, householdId: null }]);
      say(t('field.visit.saved', { waiting: waiting + 1 }));
      return true;
    } catch (error) {
      setFailed(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { keep, busy, failed };
}
