import { useTranslation } from 'react-i18next';
import { formatMoment } from '../i18n/format.js';
import { StatusTag } from './status-tag.js';

interface Props {
  at: string | null | undefined;
  /** Changes of this place wait for a recalculation. */
  pending?: boolean;
}

/** As of when a number holds; every page with computed figures shows it. */
export function AsOf({ at, pending }: Props) {
  const { t } = useTranslation();
  return (
    <span className="as-of" data-testid="as-of">
      <span className="secondary">{at ? t('common.asOf', { time: formatMoment(at) }) : t('common.asOfUnknown')}</span>
      {pending && <> <StatusTag tone="warning" mark="⟳">{t('common.pending')}</StatusTag></>}
    </span>
  );
}
