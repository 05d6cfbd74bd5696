import { useTranslation } from 'react-i18next';
import { countedDays } from '#domain';
import type { Clue } from './clues.api.js';
import { redFrom } from './red-from.js';

interface Props {
  /** Day of the clue. */
  from: string;
  today: string;
  done: boolean;
  /** Days from the clue to the decision; null while nobody has set them. */
  term: number | null;
  pauses: Clue['pauses'];
}

/** The day of the clue on a rail as long as its term; red in the last fifth, and beyond the end it says by how many days. Days of a pause do not count. */
export function DayRail({ from, today, done, term, pauses }: Props) {
  const { t } = useTranslation();
  const spans = pauses.map((pause) => ({ from: pause.from, ...(pause.until === null ? {} : { until: pause.until }) }));
  const day = Math.max(1, countedDays(from, today, spans));
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
