import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.js';
import type { Reason } from '../../store/types.js';

/** Why work came back, in red and in the words of the server. */
export function ReasonText({ reason }: { reason: Reason | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return <strong className="reason-text"><span aria-hidden="true">↩ </span>{(reason && (reason[language] || reason.zh)) || t('field.inbox.noReason')}</strong>;
}
