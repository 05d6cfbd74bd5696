import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureReasons } from './household-words.js';
import { formatMoment } from '../../../../i18n/format.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { QueryState } from '../../../../ui/query-state.js';
import { logQuery, type SampleEvent } from '../samples.api.js';

const kinds = ['DRAWN', 'VOIDED', 'SEALED', 'UNSEALED', 'RECHECKED', 'ISSUED', 'REPLACED', 'CLOSED', 'REFUSAL_SETTLED'] as const;
const works = ['sample.attempt', 'sample.answer', 'sample.cause', 'sample.replace'] as const;

/** Every step of the sample: when, who, what. */
export function EventList({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(logQuery(id));
  return (
    <QueryState query={query}>
      {({ items }) => <ol className="event-list card">{items.map((event) => <li key={`${event.at}${event.kind}`}>{formatMoment(event.at)} {event.actor} <strong>{t(`samples.event.${kinds.find((kind) => kind === event.kind) ?? 'DRAWN'}`)}</strong> <EventDetail event={event} /></li>)}</ol>}
    </QueryState>
  );
}

function EventDetail({ event: { kind, detail } }: { event: SampleEvent }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const text = (name: string) => (typeof detail[name] === 'string' || typeof detail[name] === 'number' ? String(detail[name]) : '');
  if (kind === 'REPLACED') return <>{t('samples.replacedEvent', { ordinal: text('ordinal'), by: text('replacedBy'), reason: local(failureReasons[text('reason')]) })}{text('asked') === 'ASSIGNEE' && t('samples.replacedAsked')}</>;
  if (kind === 'REFUSAL_SETTLED') return <>{t('samples.refused.settledEvent', { ordinal: text('ordinal'), work: t(`samples.refused.kind.${works.find((one) => one === text('work')) ?? 'sample.answer'}`), outcome: t(`samples.refused.outcome.${text('outcome') === 'LATE_NOTE' ? 'LATE_NOTE' : 'DISMISSED'}`) })}</>;
  if (kind === 'ISSUED') return <>{t('samples.opensAt')} {formatMoment(text('opensAt'))}</>;
  if (kind === 'RECHECKED') return <>{t(detail['same'] === true ? 'samples.recheck.same' : 'samples.recheck.changed')}</>;
  return <>{text('reason')} {text('seal') && <span className="hash">{text('seal').slice(0, 16)}…</span>}</>;
}
