import { useTranslation } from 'react-i18next';
import { daysBetween } from '#domain';
import { StatusTag } from '../../ui/index.js';

/** 已暂停 with the days that have not counted so far; the first one and today are two of them. `ofClue` says what is paused, where that is not plain. */
export function PauseTag({ from, today, ofClue = false }: { from: string; today: string; ofClue?: boolean }) {
  const { t } = useTranslation();
  return <StatusTag tone="neutral" mark="‖">{t(ofClue ? 'field.households.cluePaused' : 'field.households.paused', { count: Math.max(1, daysBetween(from, today) + 1) })}</StatusTag>;
}
