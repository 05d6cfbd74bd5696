import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchVerdicts } from '#domain';
import { EmptyTable } from '../../../ui/empty-table.js';
import { KeysetPager } from '../../../ui/keyset-pager.js';
import { QueryState } from '../../../ui/query-state.js';
import { StatusTag } from '../../../ui/status-tag.js';
import { ExportButton } from '../../exports/export-dialog.js';
import { RaiseButton } from '../findings/raise-dialog.js';
import type { ComparisonSearch } from './comparison-search.js';
import { matchesQuery, type Match } from './comparisons.api.js';
import { JudgeMatch } from './judge-match.js';
import { MatchSides } from './match-sides.js';

export function MatchCard({ match, ticked, onTick }: { match: Match; ticked?: boolean; onTick?: () => void }) {
  const { t } = useTranslation();
  return (
    <li className="match-card" data-match={match.ours.name}>
      <div className="card-head">
        {onTick && <Checkbox checked={ticked} onChange={onTick} aria-label={t('comparisons.tick', { name: match.ours.name })} />}
        <StatusTag tone={match.strength === 'ID' ? 'error' : match.strength === 'DOUBTFUL' ? 'neutral' : 'warning'} mark={match.strength === 'DOUBTFUL' ? '?' : '='}>{t(`comparisons.strength.${match.strength}`)}</StatusTag>
        {match.doubt && <span className="missing">{t(`comparisons.doubt.${match.doubt}`)}</span>}
      </div>
      <MatchSides match={match} />
      <JudgeMatch match={match} />
    </li>
  );
}

interface Props {
  id: string;
  name: string;
  tab: 'hit' | 'doubtful';
  search: ComparisonSearch;
  onSearch: (search: ComparisonSearch) => void;
}

/** Matches of one kind, to be decided one by one; those that are ticked become findings. */
export function Matches({ id, name, tab, search, onSearch }: Props) {
  const { t } = useTranslation();
  const query = useQuery(matchesQuery(id, { tab, verdict: search.verdict, cursor: search.cursor, limit: 20 }));
  const [ticked, setTicked] = useState<string[]>([]);
  const tick = (match: string) => setTicked(ticked.includes(match) ? ticked.filter((one) => one !== match) : [...ticked, match]);
  const kept = { tab: search.tab, verdict: search.verdict };
  return (
    <>
      <div className="filter-bar">
        <Select allowClear className="filter-select" aria-label={t('checks.filter.verdict')} placeholder={t('checks.filter.verdict')} value={search.verdict} onChange={(verdict) => onSearch({ tab: search.tab, verdict })} options={[{ value: 'NONE', label: t('checks.unjudged') }, ...matchVerdicts.map((value) => ({ value, label: t(`checks.verdict.${value}`) }))] as { value: NonNullable<ComparisonSearch['verdict']>; label: string }[]} />
        <span className="spacer" />
        <RaiseButton kind="COMPARISON" ids={ticked} onRaised={() => setTicked([])} />
        <ExportButton of={{ kind: 'source', source: 'comparison_matches', params: { comparison: id } }} title={name} />
      </div>
      <QueryState query={query} rows={6}>
        {(page) => (
          <>
            {page.items.length === 0 && <div className="card"><EmptyTable filters={search.verdict ? [t('checks.filtered')] : []} empty={t(`comparisons.empty.${tab}`)} onReset={() => onSearch({ tab: search.tab })} /></div>}
            <ul className="match-list">{page.items.map((match) => <MatchCard key={match.id} match={match} ticked={ticked.includes(match.id)} onTick={() => tick(match.id)} />)}</ul>
            <KeysetPager count={page.items.length} nextCursor={page.nextCursor} place={search} onPlace={(place) => onSearch({ ...kept, ...place })} />
          </>
        )}
      </QueryState>
    </>
  );
}
