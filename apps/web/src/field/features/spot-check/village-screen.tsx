import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spotFieldName, villageServices, villageCheckStates, villageStateNames } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { useDraft } from '../../store/index.js';
import { Card, Chips, MoneyField, TextArea } from '../../ui/index.js';
import { Photos } from '../camera/photos.js';
import { useAwaitedForm } from '../camera/use-awaited-form.js';
import { AttemptSheet } from './attempt-sheet.js';
import { SpotFrame, type SpotScreenProps } from './spot-frame.js';
import { emptyVillageForm, missingInVillage, villageFormOf, villagePayload, type VillageForm } from './village-form.js';
import './spot-check.css';

/** The blind form of a village: what is there and what is not, as it is seen; the record comes after the upload. */
export function VillageScreen({ check, state, where, correcting = false }: SpotScreenProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const draftKey = `${correcting ? 'spot-fix' : 'spot'}:${check.task.id}`;
  const [first] = useState(() => {
    const before = check.answer?.payload ?? check.task.outcome?.answers;
    return before ? villageFormOf(before) : emptyVillageForm;
  });
  const { value: form, set, savedAt } = useDraft<VillageForm>(draftKey, useCallback(() => first, [first]));
  const change = (part: Partial<VillageForm>) => set((now) => ({ ...now, ...part }));
  const awaiting = useAwaitedForm((awaitingPhoto) => change({ awaitingPhoto }));
  const states = villageCheckStates.map((value) => ({ value, text: villageStateNames[value][language] }));
  return (
    <SpotFrame {...{ check, state, where, correcting, draftKey }} missing={missingInVillage(form, correcting)} payload={(photos) => villagePayload(form, { taskId: check.task.id, photos })} reason={form.reason} onReason={(reason) => change({ reason })}>
      <Card title={t('field.spot.villageForm', { year: check.task.year })}>
        {!correcting && <p className="secondary">{t('field.spot.blindVillage')}</p>}
        <p className="secondary small" data-testid="spot-draft" data-saved={savedAt?.getTime()}>{savedAt ? t('field.visit.draftKept', { time: formatMoment(savedAt.toISOString()) }) : t('field.visit.draftAuto')}</p>
        {villageServices.map((item) => (
          <div key={item} className="spot-item"><Chips label={spotFieldName(`village.${item}`, language)} shown options={states} value={form.village[item] ?? null} onChange={(answer) => set((now) => ({ ...now, village: { ...now.village, [item]: answer } }))} testid={`village-${item}`} /></div>
        ))}
        <MoneyField label={spotFieldName('village.collective_income', language)} value={form.collectiveIncomeFen} onChange={(collectiveIncomeFen) => change({ collectiveIncomeFen })} testid="collective-income" />
        {!correcting && <AttemptSheet check={check} />}
      </Card>
      <Card title={t('field.spot.restVillage')}>
        <TextArea label={spotFieldName('note', language)} maxLength={1000} value={form.note} onChange={(note) => change({ note })} testid="spot-note" />
        <Photos owner={draftKey} awaiting={form.awaitingPhoto} onAwaiting={awaiting} />
      </Card>
    </SpotFrame>
  );
}
