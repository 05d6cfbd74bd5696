import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { caseIdOf, newCaseId, save, useMe, usePhotos, useSyncState, useVillages } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { BigButton, Problem, say } from '../../ui/index.js';
import { clueMissing, cluePayload, type ClueForm } from './clue-form.js';
import { useGo } from '../new/go.js';
import { headNameOf } from '../visit/members.js';

interface Props {
  household: PackHousehold | null;
  draftKey: string;
  form: ClueForm;
}

/** Saves a clue, or adds to one that is open. */
export function SaveClue({ household, draftKey, form }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const { division } = useMe();
  const villages = useVillages();
  const { waiting } = useSyncState();
  const photos = usePhotos(draftKey).map(({ id }) => id);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [missing] = clueMissing(form, household !== null);
  const villageCode = division.length === 12 ? division : (villages[0]?.code ?? division);
  const kindName = form.kind ? codeLabel('monitoringRisk', form.kind) : '';
  const name = household ? headNameOf(household) : form.name.trim() || form.place.trim();
  const keep = async (): Promise<void> => {
    setBusy(true);
    try {
      const common = { householdId: household?.id ?? null, title: t('field.clue.itemTitle', { kind: kindName, name }), draftKey };
      const around = { householdId: household ? caseIdOf(household.id, household.id) : null, villageCode, photos, kindName };
      await save([form.appendTo !== null && household
        ? { ...common, kind: 'clue.append', entityId: caseIdOf(form.appendTo, household.id), payload: { note: form.description.trim() } }
        : { ...common, kind: 'clue.record', entityId: newCaseId(household?.id ?? villageCode), payload: cluePayload(form, around), photos }]);
      say(t('field.visit.saved', { waiting: waiting + 1 }));
      await (household ? go(`/households/${household.id}`, {}, { replace: true }) : go('/', {}, { replace: true }));
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {failed !== null && <Problem error={failed} />}
      <BigButton disabled={missing !== undefined} why={missing ? t(`field.clue.missing.${missing}`) : ''} busy={busy} onClick={() => void keep()} data-testid="save-clue">{t('common.save')}</BigButton>
    </>
  );
}
