import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { matchVerdicts } from '#domain';
import { useMe } from '../../../session/me.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { ExportButton } from '../../exports/export-dialog.js';
import type { CheckSearch } from './check-search.js';

/** Where, found now or no longer, judged how; and the file of what is shown. */
export function HitFilters({ code, name, search, onSearch }: { code: string; name: string; search: CheckSearch; onSearch: (search: CheckSearch) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const state = search.state ?? 'open';
  const set = (change: CheckSearch) => onSearch({ division: search.division, verdict: search.verdict, state: search.state, ...change });
  const params = { division: search.division ?? me.division, check: code, ...(state === 'all' ? {} : { state }), ...(search.verdict ? { verdict: search.verdict } : {}) };
  return (
    <div className="filter-bar">
      <DivisionSelect value={search.division} within={me.division} placeholder={t('checks.filter.division')} onChange={(division) => set({ division })} />
      <Select className="filter-select" aria-label={t('checks.filter.state')} value={state} onChange={(value) => set({ state: value === 'open' ? undefined : value })} options={(['open', 'gone', 'all'] as const).map((value) => ({ value, label: t(`checks.state.${value}`) }))} />
      <Select allowClear className="filter-select" aria-label={t('checks.filter.verdict')} placeholder={t('checks.filter.verdict')} value={search.verdict} onChange={(verdict) => set({ verdict })} options={matchVerdicts.map((value) => ({ value, label: t(`checks.verdict.${value}`) }))} />
      <span className="spacer" />
      <ExportButton of={{ kind: 'source', source: 'check_hits', params }} title={name} />
    </div>
  );
}
