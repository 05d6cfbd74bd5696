import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeHousePosition, type HousePosition } from '#domain';
import { caseIdOf, save, useSyncState } from '../../store/index.js';
import { say } from '../../ui/index.js';
import { numberOf, textOf } from '../households/row-values.js';
import type { Shown } from '../households/use-judged.js';

/** Puts the position of a house, or that it has none, into the outbox as a correction of the household. */
export function useKeepHouse(shown: Shown) {
  const { t } = useTranslation();
  const { waiting } = useSyncState();
  const [failed, setFailed] = useState<unknown>(null);
  const keep = async (position: HousePosition | null): Promise<void> => {
    const row = shown.rows.households[0];
    const payload = { values: { housePosition: position && writeHousePosition(position) }, base: { housePosition: row?.['housePosition'] ?? null } };
    setFailed(null);
    try {
      await save([{ kind: 'household.correct', entityId: caseIdOf(shown.id, shown.id), householdId: shown.id, title: t('field.place.itemTitle', { name: textOf(row, 'headName') }), baseVersion: numberOf(row, 'version') ?? 0, payload }]);
      say(t('field.visit.saved', { waiting: waiting + 1 }));
    } catch (error) {
      setFailed(error);
    }
  };
  return { keep, failed };
}
