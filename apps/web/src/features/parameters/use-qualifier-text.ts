import { useTranslation } from 'react-i18next';
import type { ParameterValue } from './use-parameters.js';

/** For what a value holds: year, basis, procedure; "all" without a qualifier. */
export function useQualifierText(): (value: ParameterValue) => string {
  const { t, i18n } = useTranslation();
  const named = (kind: 'basis' | 'subject', code: string) => (i18n.exists(`parameters.${kind}.${code}`) ? i18n.t(`parameters.${kind}.${code}` as never) : code);
  return ({ year, basis, subject }) => {
    const parts = [year === null ? null : t('parameters.year', { year }), basis && named('basis', basis), subject && named('subject', subject)];
    return parts.filter(Boolean).join(' · ') || t('parameters.general');
  };
}
