import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays } from '#domain';
import { QueryState } from '../../../ui/query-state.js';
import { useToday } from '../../../ui/use-clock.js';
import { laneQuery, type NoticeCard } from '../notices.api.js';
import { mondayOf, noticesOn, type DayEntry } from './notices-on.js';

const WEEKS = [0, 1, 2, 3] as const;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function Day({ day, today, entries }: { day: string; today: string; entries: readonly DayEntry[] }) {
  const { t } = useTranslation();
  return (
    <td className={day === today ? 'today' : ''} {...(day === today ? { 'aria-current': 'date' as const } : {})}>
      <div className="secondary">{day.slice(5)}</div>
      <ul>{entries.map(({ kind, village, count, id }) => <li key={`${kind} ${village}`}><Link to="/notices/$id/poster" params={{ id }}>{t(`notices.calendar.${kind}`, { village, count })}</Link></li>)}</ul>
    </td>
  );
}

function Month({ cards, today }: { cards: readonly NoticeCard[]; today: string }) {
  const { t } = useTranslation();
  const first = mondayOf(today);
  return (
    <table className="calendar" aria-label={t('notices.calendar.label')}>
      <thead><tr>{DAYS.map((day) => <th key={day} scope="col">{t(`notices.calendar.weekday.${day}`)}</th>)}</tr></thead>
      <tbody>{WEEKS.map((week) => <tr key={week}>{DAYS.map((_, day) => { const date = addDays(first, week * 7 + day); return <Day key={date} day={date} today={today} entries={noticesOn(cards, date)} />; })}</tr>)}</tbody>
    </table>
  );
}

/** Four weeks from this one: which villages' notices begin and end on which day. */
export function NoticeCalendar({ division }: { division: string | undefined }) {
  const today = useToday();
  const running = useInfiniteQuery(laneQuery('running', division));
  return <QueryState query={running}>{({ pages }) => (<Month cards={pages.flatMap(({ items }) => items)} today={today} />)}</QueryState>;
}
