import { useTranslation } from 'react-i18next';
import { findingActionLabels } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { Card } from '../../../ui/card.js';
import type { Finding } from './findings.api.js';

type Known = keyof typeof findingActionLabels;
const isKnown = (action: string): action is Known => Object.hasOwn(findingActionLabels, action);

/** Who did what when, the newest first, with the papers that were handed in. */
export function FindingEvents({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <Card title={t('findings.course')}>
      <ol className="finding-events">
        {[...finding.events].reverse().map((event) => (
          <li key={event.seq}>
            <strong>{t(`findings.event.${isKnown(event.action) ? event.action : 'RECEIVE'}`)}</strong> <span className="secondary">{formatMoment(event.at)}</span>
            <div className="secondary">{event.actor} · {event.unit} · {event.role}</div>
            {event.note && <div className="finding-text">{event.note}</div>}
            {event.attachments.map((id, index) => <a key={id} href={`/api/v1/attachments/${id}/content`} target="_blank" rel="noreferrer">{t('findings.paper', { number: index + 1 })} </a>)}
          </li>
        ))}
      </ol>
    </Card>
  );
}
