import { useTranslation } from 'react-i18next';
import { daysBetween } from '#domain';

/** Days from the clue to the decision, and the day from which few are left. */
export const RAIL_DAYS = 15;
export const RED_FROM = 12;

/** The day of the clue on a rail of fifteen; red from the twelfth on, and beyond the end it says by how many days. */
export function DayRail({ from, today, done }: { from: string; today: string; done: boolean }) {
  const { t } = useTranslation();
  const day = Math.max(1, daysBetween(from, today) + 1);
  const late = !done && day >= RED_FROM;
  const text = done ? t('clues.rail.done') : day > RAIL_DAYS ? t('clues.rail.over', { count: day - RAIL_DAYS }) : t('clues.rail.day', { day, all: RAIL_DAYS });
  return (
    <span className={`day-rail ${late ? 'late' : ''}`}>
      <span className="rail-cells" aria-hidden="true">{Array.from({ length: RAIL_DAYS }, (_, n) => <i key={n} className={!done && n < day ? 'past' : ''} />)}</span>
      <span className="nowrap">{late && !done ? '▲ ' : ''}{text}</span>
    </span>
  );
}
