import { useTranslation } from 'react-i18next';
import { codeLabel, codeListOf } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { useDraft } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { BigButton, Card, Chips, FieldPage, Strip, TextArea, TextField } from '../../ui/index.js';
import { Photos } from '../camera/photos.js';
import { useAwaitedForm } from '../camera/use-awaited-form.js';
import { PauseTag } from '../households/clue-pause.js';
import { emptyClue, openClues, type ClueForm } from './clue-form.js';
import { SaveClue } from './save-clue.js';
import { headNameOf } from '../visit/members.js';
import { useToday } from '../visit/use-today.js';

const begin = () => emptyClue;

/** Six fields at most; an open clue of the same kind is offered to be added to. */
export function ClueScreen({ household }: { household: PackHousehold | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const draftKey = `clue:${household?.id ?? 'new'}`;
  const { value: form, set } = useDraft(draftKey, begin);
  const change = (part: Partial<ClueForm>) => set((now) => ({ ...now, ...part }));
  const awaiting = useAwaitedForm((awaitingPhoto) => change({ awaitingPhoto }));
  const options = (list: 'monitoringRisk' | 'clueSeverity' | 'clueChannel') => codeListOf(list).items.map(({ code }) => ({ value: code, text: codeLabel(list, code, language) }));
  const same = household ? openClues(household).find(({ kind }) => kind === form.kind) : undefined;
  const name = household ? headNameOf(household) : t('field.clue.newHousehold');
  return (
    <FieldPage title={t('field.clue.of', { name })} back={household ? `/households/${household.id}` : '/'} footer={<SaveClue {...{ household, draftKey, form }} />}>
      <Card>
        {!household && (
          <>
            <TextField label={t('field.clue.name')} value={form.name} maxLength={100} onChange={(value) => change({ name: value })} testid="clue-name" />
            <TextField label={t('field.clue.place')} value={form.place} onChange={(place) => change({ place })} testid="clue-place" />
            <TextField label={t('field.clue.phone')} inputMode="tel" maxLength={30} value={form.phone} onChange={(phone) => change({ phone })} testid="clue-phone" />
          </>
        )}
        <Chips label={t('field.clue.kind')} shown options={options('monitoringRisk')} value={form.kind} onChange={(kind) => change({ kind, appendTo: null })} testid="kind" />
        {same && form.appendTo === null && (
          <Strip kind="info" data-testid="same-clue" action={<BigButton small kind="plain" onClick={() => change({ appendTo: same.id })} data-testid="append">{t('field.clue.append')}</BigButton>}>
            {same.pause && <PauseTag from={same.pause.from} today={today} />} {t('field.clue.same', { day: same.on, description: same.description })}
          </Strip>
        )}
        {form.appendTo !== null && <Strip kind="success" action={<BigButton small kind="plain" onClick={() => change({ appendTo: null })}>{t('field.clue.separate')}</BigButton>}>{t('field.clue.appending', { description: same?.description ?? '' })}</Strip>}
        <TextArea label={t('field.clue.description')} value={form.description} onChange={(description) => change({ description })} testid="clue-description" />
        {form.appendTo === null && <Chips label={t('field.clue.severity')} shown options={options('clueSeverity')} value={form.severity} onChange={(severity) => change({ severity })} testid="severity" />}
        {form.appendTo === null && <Chips label={t('field.clue.channel')} shown options={options('clueChannel')} value={form.channel} onChange={(channel) => change({ channel })} testid="channel" />}
      </Card>
      {form.appendTo === null && <Card title={t('field.visit.photos')}><Photos owner={draftKey} awaiting={form.awaitingPhoto} onAwaiting={awaiting} /></Card>}
    </FieldPage>
  );
}
