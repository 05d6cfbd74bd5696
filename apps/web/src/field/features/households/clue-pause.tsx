import { useTranslation } from 'react-i18next';
import { daysBetween, type PackRow } from '#domain';
import { StatusTag } from '../../ui/index.js';

/** Why the days of a clue stand still, who said so, and the first day that does not count. */
export interface CluePause {
  readonly reason: string;
  readonly by: string;
  readonly from: string;
}

/** The pause that runs now; null while the days of the clue count. */
export function pauseOf({ pause }: PackRow): CluePause | null {
  return typeof pause === 'object' && pause !== null ? (pause as CluePause) : null;
}

/** 已暂停 with the days that have not counted so far; the first one and today are two of them. */
export function PauseTag({ from, today }: { from: string; today: string }) {
  const { t } = useTranslation();
  return <StatusTag tone="neutral" mark="‖">{t('field.households.paused', { count: Math.max(1, daysBetween(from, today) + 1) })}</StatusTag>;
}
