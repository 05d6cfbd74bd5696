import { useTranslation } from 'react-i18next';
import { roleTable, isRole } from '#domain';
import type { components } from '../../../api/generated/schema.js';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';

type Step = components['schemas']['HelpEventResponse'];

interface Props {
  events: readonly Step[];
  /** What a step is called. */
  actionName: (action: string) => string;
}

/** Who did what and when, the latest first. */
export function StepLog({ events, actionName }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ol className="step-log">
      {[...events].sort((left, right) => right.seq - left.seq).map((event) => (
        <li key={event.seq}>
          <strong>{actionName(event.action)}</strong> <span className="secondary">{formatMoment(event.at)} · {event.by}{isRole(event.role) && t('help.asRole', { role: roleTable[event.role][language] })}</span>
          {event.reason && <div>{event.reason}</div>}
        </li>
      ))}
    </ol>
  );
}
