import { useTranslation } from 'react-i18next';
import { codeLabel, daysBetween, householdStatuses, type HouseholdStatus } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { HouseholdEntry } from '../../store/types.js';
import { PauseTag } from './clue-pause.js';
import { StatusTag, type Tone } from '../../ui/index.js';

const looks: Readonly<Record<HouseholdStatus, { tone: Tone; mark: string }>> = {
  CANDIDATE: { tone: 'neutral', mark: '○' }, REGISTERED: { tone: 'info', mark: '●' }, PRE_EXIT: { tone: 'warning', mark: '◷' }, EXITED_ENTITLED: { tone: 'success', mark: '✓' },
  EXITED_NOT_ENTITLED: { tone: 'success', mark: '✓' }, RETURNED: { tone: 'error', mark: '↩' }, CLEARED_OUT: { tone: 'neutral', mark: '✗' }, DEREGISTERED: { tone: 'neutral', mark: '✗' },
};

/** Status of registration as word, sign and colour. */
export function StandingTag({ status }: { status: string }) {
  const language = useLanguage();
  return <StatusTag {...looks[householdStatuses.find((known) => known === status) ?? 'CANDIDATE']}>{codeLabel('householdStatus', status, language)}</StatusTag>;
}

/** 到期 in words, by days left. */
export function DueTag({ dueOn, today }: { dueOn: string; today: string }) {
  const { t } = useTranslation();
  const left = daysBetween(today, dueOn);
  if (left < 0) return <StatusTag tone="error" mark="▲">{t('field.households.overdue', { days: -left })}</StatusTag>;
  return <StatusTag tone={left <= 3 ? 'warning' : 'info'} mark="◷">{left === 0 ? t('field.households.dueToday') : t('field.households.dueIn', { days: left, on: dueOn.slice(5) })}</StatusTag>;
}

/** What is open with a household: sent back, contested, due, at risk, not uploaded. */
export function HouseholdTags({ entry, today }: { entry: HouseholdEntry; today: string }) {
  const { t } = useTranslation();
  return (
    <>
      {entry.isPractice && <StatusTag tone="neutral" mark="○">{t('field.households.practice')}</StatusTag>}
      {entry.returned > 0 && <StatusTag tone="error" mark="↩">{t('field.households.returned', { count: entry.returned })}</StatusTag>}
      {entry.contested > 0 && <StatusTag tone="error" mark="!">{t('field.households.contested', { count: entry.contested })}</StatusTag>}
      {entry.dueOn !== null && <DueTag dueOn={entry.dueOn} today={today} />}
      {entry.risk && <StatusTag tone="warning" mark="!">{t('field.households.risk')}</StatusTag>}
      {entry.pausedFrom !== undefined && <PauseTag ofClue from={entry.pausedFrom} today={today} />}
      {entry.unsent > 0 && <StatusTag tone="warning" mark="↑">{t('field.households.unsent', { count: entry.unsent })}</StatusTag>}
    </>
  );
}
