import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeysetPager } from '../../../ui/keyset-pager.js';
import { Page } from '../../../ui/page.js';
import { QueryState } from '../../../ui/query-state.js';
import { dueQuery } from './comparisons.api.js';
import './comparisons.css';
import { MatchCard } from './matches.js';

/** Matches that were left open and whose day has come. */
export function DueMatchesPage() {
  const { t } = useTranslation();
  const place = useSearch({ from: '/office/audit/comparisons/due' });
  const navigate = useNavigate();
  const query = useQuery(dueQuery(place.cursor));
  return (
    <Page title={t('comparisons.dueTitle')} path={<Link to="/audit/comparisons">{t('comparisons.title')}</Link>}>
      <QueryState query={query}>
        {(page) => (
          <>
            {page.items.length === 0 && <div className="card">{t('comparisons.noneDue')}</div>}
            <ul className="match-list">{page.items.map((match) => <MatchCard key={match.id} match={match} />)}</ul>
            <KeysetPager count={page.items.length} nextCursor={page.nextCursor} place={place} onPlace={(to) => void navigate({ to: '/audit/comparisons/due', search: to })} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
