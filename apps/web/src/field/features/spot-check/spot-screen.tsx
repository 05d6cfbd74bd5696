import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incomeBlocks, knowledgeNames, knowledgeStates, satisfactionNames, satisfactionStates, spotCheckItems, spotCheckPlaces, spotFieldName, spotPlaceNames } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { useDraft } from '../../store/index.js';
import { Card, Chips, MoneyField, NumberField, TextArea, TriState } from '../../ui/index.js';
import { Photos } from '../camera/photos.js';
import { useAwaitedForm } from '../camera/use-awaited-form.js';
import { AttemptSheet } from './attempt-sheet.js';
import { emptySpotForm, formOfPayload, missingIn, MOST_PERSONS, spotPayload, type SpotForm } from './spot-form.js';
import { SpotFrame, type SpotScreenProps } from './spot-frame.js';
import './spot-check.css';

/** The blind form: own answers first, for the phone does not know what is on record. Everything typed is a draft at once. */
export function SpotScreen({ check, state, where, correcting = false }: SpotScreenProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const draftKey = `${correcting ? 'spot-fix' : 'spot'}:${check.task.id}`;
  const [first] = useState(() => {
    const before = check.answer?.payload ?? check.task.outcome?.answers;
    return before ? formOfPayload(before) : emptySpotForm;
  });
  const { value: form, set, savedAt } = useDraft<SpotForm>(draftKey, useCallback(() => first, [first]));
  const change = (part: Partial<SpotForm>) => set((now) => ({ ...now, ...part }));
  const awaiting = useAwaitedForm((awaitingPhoto) => change({ awaitingPhoto }));
  const knowledge = knowledgeStates.map((value) => ({ value, text: knowledgeNames[value][language] }));
  return (
    <SpotFrame {...{ check, state, where, correcting, draftKey }} missing={missingIn(form, correcting)} payload={(photos) => spotPayload(form, { taskId: check.task.id, photos })} reason={form.reason} onReason={(reason) => change({ reason })}>
      <Card title={t('field.spot.atHome')}>
        <Chips label={spotFieldName('place', language)} options={spotCheckPlaces.map((value) => ({ value, text: spotPlaceNames[value][language] }))} value={form.place} onChange={(place) => change({ place })} testid="place" />
        {!correcting && <AttemptSheet check={check} />}
      </Card>
      <Card title={t('field.spot.form', { year: check.task.year })}>
        {!correcting && <p className="secondary">{t('field.spot.blind')}</p>}
        <p className="secondary small" data-testid="spot-draft" data-saved={savedAt?.getTime()}>{savedAt ? t('field.visit.draftKept', { time: formatMoment(savedAt.toISOString()) }) : t('field.visit.draftAuto')}</p>
        <NumberField label={spotFieldName('memberCount', language)} required value={form.memberCount} max={MOST_PERSONS} onChange={(memberCount) => change({ memberCount })} testid="member-count" />
        {spotCheckItems.map((item) => (
          <div key={item} className="spot-item"><TriState label={spotFieldName(`assurance.${item}`, language)} value={form.assurances[item] ?? null} onChange={(answer) => set((now) => ({ ...now, assurances: { ...now.assurances, [item]: answer } }))} testid={`seven-${item}`} /></div>
        ))}
      </Card>
      <Card title={t('field.spot.income')}>
        <p className="secondary">{t('field.spot.incomeNote')}</p>
        {incomeBlocks.map((block) => <MoneyField key={block} label={spotFieldName(`income.${block}`, language)} value={form.incomeFen[block]} onChange={(fen) => set((now) => ({ ...now, incomeFen: { ...now.incomeFen, [block]: fen } }))} testid={`income-${block}`} />)}
      </Card>
      <Card title={t('field.spot.help')}>
        <Chips label={spotFieldName('help.helper', language)} shown options={knowledge} value={form.knowsHelper} onChange={(knowsHelper) => change({ knowsHelper })} testid="helper" />
        <Chips label={spotFieldName('help.measures', language)} shown options={knowledge} value={form.knowsMeasures} onChange={(knowsMeasures) => change({ knowsMeasures })} testid="measures" />
        <Chips label={spotFieldName('satisfaction', language)} shown options={satisfactionStates.map((value) => ({ value, text: satisfactionNames[value][language] }))} value={form.satisfaction} onChange={(satisfaction) => change({ satisfaction })} testid="satisfied" />
      </Card>
      <Card title={t('field.spot.rest')}>
        <TextArea label={spotFieldName('note', language)} maxLength={1000} value={form.note} onChange={(note) => change({ note })} testid="spot-note" />
        <Photos owner={draftKey} awaiting={form.awaitingPhoto} onAwaiting={awaiting} />
      </Card>
    </SpotFrame>
  );
}
