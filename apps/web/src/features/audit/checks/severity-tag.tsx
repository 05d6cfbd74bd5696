import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../../ui/status-tag.js';

/** E: wrong or unlawful; W: something to look at. */
export function SeverityTag({ severity }: { severity: string }) {
  const { t } = useTranslation();
  return severity === 'E' ? <StatusTag tone="error" mark="✗">{t('checks.severity.E')}</StatusTag> : <StatusTag tone="warning" mark="!">{t('checks.severity.W')}</StatusTag>;
}
