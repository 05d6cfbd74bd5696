import { Navigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useHouseholdIndex, useMe } from '../../store/index.js';
import { BellIcon } from '../../ui/icons.js';
import { BigButton, Chips, Empty, FieldPage, useGo } from '../../ui/index.js';
import { CasesToday } from '../cases/cases-today.js';
import { useGrowing } from '../households/use-growing.js';
import { useServerDay } from '../households/use-server-day.js';
import { useInboxCount } from '../inbox/use-inbox.js';
import { usePlaceIfAllowed } from '../position/phone-place.js';
import { useDistanceText, useMetres } from '../position/use-distance.js';
import { ByDistance } from './by-distance.js';
import { dueHouseholds, longNotVisited, todayFilters, type TodayFilter } from './due-households.js';
import { TodayCard } from './today-card.js';
import './today.css';

const SUGGESTED = 10;

/** The first page: 今日, or 抽查任务 for whom no village is carried along. */
export function TodayPage() {
  return useMe().permissions.includes(Permission.SyncPack) ? <Today /> : <Navigate to={'/spot-checks' as string} replace />;
}

/** 今日: where somebody must go, most pressing first; a visit begins on the card itself. */
function Today() {
  const { t } = useTranslation();
  const go = useGo();
  const { show = 'all', near = false }: { show?: TodayFilter; near?: boolean } = useSearch({ strict: false });
  const entries = useHouseholdIndex();
  const today = useServerDay();
  const messages = useInboxCount();
  const located = entries.some(({ house }) => house !== undefined);
  usePlaceIfAllowed(located);
  const distance = useDistanceText();
  const metres = useMetres();
  const order = useMemo(() => {
    const ways = new Map(entries.map((entry) => [entry.id, metres(entry.house)]));
    return { near, away: ({ id }: { id: string }) => ways.get(id) ?? null };
  }, [entries, metres, near]);
  const due = useMemo(() => dueHouseholds(entries, show, order), [entries, show, order]);
  const counts = useMemo(() => Object.fromEntries(todayFilters.map((filter) => [filter, dueHouseholds(entries, filter).length])), [entries]);
  const rest = useMemo(() => (show === 'all' ? longNotVisited(entries, SUGGESTED, order) : []), [entries, show, order]);
  const { shown, end } = useGrowing(due.length, show);
  const open = useCallback((id: string) => go(`/households/${id}`), [go]);
  const visit = useCallback((id: string) => go('/visits/new', { search: { hh: id } }), [go]);
  const onTheWay = t(near ? 'field.today.longAgoNear' : 'field.today.longAgo');
  const bell = <button type="button" aria-label={t('field.today.messages', { count: messages })} data-testid="to-inbox" onClick={() => go('/inbox')}><BellIcon aria-hidden="true" />{messages > 0 && <span aria-hidden="true">{messages}</span>}</button>;
  return (
    <FieldPage title={t('field.today.title')} actions={bell}>
      <Chips label={t('field.today.filters')} inLine options={todayFilters.map((value) => ({ value, text: t(`field.today.show.${value}`), count: counts[value] }))} value={show} onChange={(value) => go('/today', { search: { ...(value === 'all' ? {} : { show: value }), ...(near ? { near: true } : {}) }, replace: true })} testid="today" />
      {located && <ByDistance near={near} onNear={(on) => go('/today', { search: { ...(show === 'all' ? {} : { show }), ...(on ? { near: true } : {}) }, replace: true })} />}
      <CasesToday />
      {entries.length === 0 && <Empty action={<BigButton onClick={() => go('/me')}>{t('field.today.toVillages')}</BigButton>}>{t('field.today.noVillage')}</Empty>}
      {entries.length > 0 && due.length === 0 && <Empty>{t('field.today.nothing')}</Empty>}
      <ul className="today-cards" aria-label={t('field.today.title')}>{due.slice(0, shown).map((entry) => <TodayCard key={entry.id} entry={entry} today={today} away={distance(entry.house)} onOpen={open} onVisit={visit} />)}<li ref={end} aria-hidden="true" /></ul>
      {rest.length > 0 && <h2 className="today-rest">{onTheWay}</h2>}
      {rest.length > 0 && <ul className="today-cards" aria-label={onTheWay}>{rest.map((entry) => <TodayCard key={entry.id} entry={entry} today={today} away={distance(entry.house)} onOpen={open} onVisit={visit} />)}</ul>}
    </FieldPage>
  );
}
