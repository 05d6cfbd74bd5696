import { useTranslation } from 'react-i18next';
import { daysBetween } from '#domain';
import { redFrom } from './red-from.js';

interface Props {
  /** Day of the clue. */
  from: string;
  today: string;
  done: boolean;
  /** Days from the clue to the decision; null while nobody has set them. */
  term: number | null;
}

/** The day of the clue on a rail as long as its term; red in the last fifth, and beyond the end it says by how many days. */
export function DayRail({ from, today, done, term }: Props) {
  const { t } = useTranslation();
  const day = Math.max(1, daysBetween(from, today) + 1);
  if (done) return <span className="day-rail nowrap">{t('clues.rail.done')}</span>;
  if (term === null) return <span className="day-rail nowrap">{t('clues.rail.noTerm', { day })}</span>;
  const late = day >= redFrom(term);
  return (
    <span className={`day-rail ${late ? 'late' : ''}`}>
      <span className="rail-cells" aria-hidden="true">{Array.from({ length: term }, (_, n) => <i key={n} className={n < day ? 'past' : ''} />)}</span>
      <span className="nowrap">{late ? '▲ ' : ''}{day > term ? t('clues.rail.over', { count: day - term }) : t('clues.rail.day', { day, all: term })}</span>
    </span>
  );
}
