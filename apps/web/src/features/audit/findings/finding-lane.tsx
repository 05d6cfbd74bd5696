import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingState } from '#domain';
import { QueryState } from '../../../ui/query-state.js';
import { FindingCard } from './finding-card.js';
import type { FindingSearch } from './finding-search.js';
import { findingListQuery } from './findings.api.js';

const STEP = 20;

/** Findings in one state by deadline. */
export function FindingLane({ state, search, count }: { state: FindingState; search: FindingSearch; count: number | null }) {
  const { t } = useTranslation();
  const { waiting, ...filters } = search;
  const [limit, setLimit] = useState(STEP);
  const query = useQuery(findingListQuery({ ...filters, state, limit, ...(waiting ? { extension: true } : {}) }));
  return (
    <section className="finding-lane" aria-label={t(`findings.state.${state}`)} data-state={state}>
      <h2>{t(`findings.state.${state}`)}{count !== null && <span className="secondary"> {count}</span>}</h2>
      <QueryState query={query}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 && <p className="secondary">{t('findings.laneEmpty')}</p>}
            <ul>{items.map((finding) => <FindingCard key={finding.id} finding={finding} />)}</ul>
            {nextCursor !== null && limit < 200 && <Button block size="small" onClick={() => setLimit(limit + 40)}>{t('findings.showMore')}</Button>}
          </>
        )}
      </QueryState>
    </section>
  );
}
