import { useTranslation } from 'react-i18next';
import { daysBetween } from '#domain';
import { StatusTag } from '../../ui/index.js';
import type { FieldCase } from './field-case.js';

/** What is urgent about a case: sent back, disputed, close to its day or past it. */
export function CaseTags({ kase, today }: { kase: FieldCase; today: string }) {
  const { t } = useTranslation();
  const dueOn = kase.row?.dueOn;
  const left = dueOn === undefined ? null : daysBetween(today, dueOn);
  return (
    <>
      {kase.returned && <StatusTag tone="error" mark="↩">{t('field.cases.groups.returned')}</StatusTag>}
      {left !== null && (left < 0 ? <StatusTag tone="error" mark="▲">{t('field.cases.overdue', { days: -left })}</StatusTag> : <StatusTag tone={left <= 3 ? 'warning' : 'neutral'}>{t('field.cases.daysLeft', { days: left })}</StatusTag>)}
    </>
  );
}
