import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../../../ui/status-tag.js';
import type { RefusedOutcome } from './refused.api.js';

export function RefusedTag({ outcome }: { outcome: RefusedOutcome | null }) {
  const { t } = useTranslation();
  if (outcome === null) return <StatusTag tone="warning" mark="!">{t('samples.refused.unsettled')}</StatusTag>;
  return <StatusTag tone="neutral" mark={outcome === 'LATE_NOTE' ? '✓' : '✗'}>{t(`samples.refused.outcome.${outcome}`)}</StatusTag>;
}
