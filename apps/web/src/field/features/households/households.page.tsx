import { useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHouseholdIndex } from '../../store/index.js';
import { Empty, FieldPage, useGo } from '../../ui/index.js';
import { AskServer } from './ask-server.js';
import { findHouseholds, inOrder } from './find-households.js';
import { HouseholdFilters } from './household-filters.js';
import { HouseholdList } from './household-list.js';
import type { ListSearch } from './list-search.js';
import { useServerDay } from './use-server-day.js';
import './households.css';

/** 农户: everybody on this phone, found by name, initials, household code or the end of the phone number. */
export function HouseholdsPage() {
  const { t } = useTranslation();
  const search: ListSearch = useSearch({ strict: false });
  const go = useGo();
  const entries = useHouseholdIndex();
  const today = useServerDay();
  const [words, setWords] = useState(search.q ?? '');
  const ordered = useMemo(() => inOrder(entries), [entries]);
  const found = useMemo(() => findHouseholds(ordered, { words, type: search.type ?? null, problem: search.problem ?? false, unsent: search.unsent ?? false }), [ordered, words, search]);
  const narrow = useCallback((change: ListSearch) => go('/households', { search: { ...search, q: words || undefined, ...change }, replace: true }), [go, search, words]);
  useEffect(() => {
    if ((search.q ?? '') === words) return;
    const timer = setTimeout(() => narrow({}), 400);
    return () => clearTimeout(timer);
  }, [words, search.q, narrow]);
  const open = useCallback((id: string) => go(`/households/${id}`), [go]);
  const scanned = (code: string) => {
    const [one, ...others] = entries.filter((entry) => entry.code === code);
    return one && others.length === 0 ? open(one.id) : setWords(code);
  };
  return (
    <FieldPage title={t('field.households.title')}>
      <HouseholdFilters {...{ entries, search, words }} onWords={setWords} onCode={scanned} onNarrow={narrow} count={found.length} />
      {found.length > 0 && <HouseholdList wanted={`${words} ${JSON.stringify(search)}`} entries={found} today={today} onOpen={open} />}
      {found.length === 0 && entries.length === 0 && <Empty>{t('field.households.none')}</Empty>}
      {found.length === 0 && entries.length > 0 && (words === '' ? <Empty>{t('field.households.noMatch')}</Empty> : <AskServer words={words} />)}
    </FieldPage>
  );
}
