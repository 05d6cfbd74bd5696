import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findField, type FieldEntity, type PackRow } from '#domain';
import { api, call } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { caseIdOf, useDraft, useMe, useSyncState } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { ownSession } from '../../sync/device.js';
import { Stopped } from '../../sync/stop.js';
import { BigButton, Card, Problem, say, Strip } from '../../ui/index.js';
import { numberOf, textOf } from '../households/row-values.js';
import { useValueText } from '../households/use-value-text.js';

type Choice = 'recorded' | 'proposed';
const entities: readonly FieldEntity[] = ['household', 'member', 'householdYear', 'memberYear'];
const nothing = (): Choice | null => null;

/** One field: what was entered here, what stands on the server, what both had read before. Nothing is chosen beforehand. */
export function ContestedCard({ row, household }: { row: PackRow; household: PackHousehold }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const text = useValueText();
  const { sendAll } = useSyncState();
  const id = textOf(row, 'id');
  const { value: choice, set, discard } = useDraft<Choice | null>(`contested:${id}`, nothing);
  const [state, setState] = useState<{ busy: boolean; error: unknown; done: boolean }>({ busy: false, error: null, done: false });
  const entity = entities.find((known) => known === row['entity']) ?? 'household';
  const field = findField(entity, textOf(row, 'field'));
  const shown = (value: unknown) => (field ? text(field, value) : null) ?? t('common.notRecorded');
  const person = textOf(household.rows.members.find((member) => member['id'] === row['entityId']), 'name');
  const place = [person, numberOf(row, 'year') === null ? '' : t('field.households.inYear', { year: numberOf(row, 'year') ?? 0 })].filter(Boolean).join(' · ');
  const own = textOf(row, 'proposedBy') === me.name;
  const at = formatMoment(textOf(row, 'receivedAt'));
  const options = [
    { value: 'proposed' as const, title: own ? t('field.contested.yours') : t('field.contested.of', { name: textOf(row, 'proposedBy') }), note: t('field.contested.sentAt', { time: at }), text: shown(row['proposedValue']) },
    { value: 'recorded' as const, title: t('field.contested.server'), note: t('field.contested.serverNote', { time: at }), text: shown(row['recordedValue']) },
  ];
  const settle = async () => {
    if (choice === null) return;
    setState({ busy: true, error: null, done: false });
    try {
      await ownSession();
      await call(api.POST('/api/v1/sync/contested/{id}/choose', { params: { path: { id: caseIdOf(id, household.id) } }, body: { choice, version: numberOf(row, 'version') ?? 1 } }));
      setState({ busy: false, error: null, done: true });
      await discard();
      say(t('field.contested.saved', { value: options.find(({ value }) => value === choice)?.text ?? '' }));
      sendAll();
    } catch (error) {
      setState({ busy: false, error, done: false });
    }
  };
  const offline = state.error instanceof ApiProblem && state.error.code === 'unreachable';
  const signedOut = state.error instanceof Stopped;
  return (
    <Card title={field?.[language] ?? textOf(row, 'field')} extra={<span className="small">{place}</span>} data-testid={`contested-${textOf(row, 'field')}`}>
      <div className="contested-options" role="radiogroup" aria-label={field?.[language] ?? textOf(row, 'field')}>
        {options.map((option) => (
          <button key={option.value} type="button" role="radio" aria-checked={choice === option.value} className="contested-option" disabled={state.done} data-testid={`choose-${option.value}`} onClick={() => set(() => option.value)}>
            <span className="contested-mark" aria-hidden="true">{choice === option.value ? '●' : '○'}</span>
            <span className="contested-text"><span>{option.title}</span><strong>{option.text}</strong><span className="small">{option.note}</span></span>
          </button>
        ))}
      </div>
      <p className="small">{t('field.contested.before', { value: shown(row['baseValue']) })}</p>
      {offline && <Strip kind="offline" data-testid="choice-kept">{t('field.contested.offline')}</Strip>}
      {signedOut && <Strip kind="warning" data-testid="choice-sign-in">{t('field.contested.signIn')}</Strip>}
      {state.error !== null && !offline && !signedOut && <Problem error={state.error} />}
      <BigButton disabled={choice === null || state.done} busy={state.busy} why={choice === null ? t('field.contested.chooseFirst') : undefined} onClick={() => void settle()} data-testid="contested-save">{t('field.contested.keep')}</BigButton>
    </Card>
  );
}
