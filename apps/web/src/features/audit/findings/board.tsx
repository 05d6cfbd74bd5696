import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { findingStates, Permission } from '#domain';
import { useMay, useMe } from '../../../session/me.js';
import { Page } from '../../../ui/page.js';
import { ExportButton } from '../../exports/export-dialog.js';
import { ColourButton } from './colour-dialog.js';
import { DrawButton } from './draw-dialog.js';
import { FindingFilters } from './finding-filters.js';
import { FindingLane } from './finding-lane.js';
import type { FindingSearch } from './finding-search.js';
import { findingColoursQuery, findingCountsQuery } from './findings.api.js';
import './findings.css';
import { RaiseByHandButton } from './raise-by-hand.js';

/** Findings by state, the nearest deadline first; colours by bounds that are data. */
export function Board({ search, onSearch }: { search: FindingSearch; onSearch: (search: FindingSearch) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const counts = useQuery(findingCountsQuery(search.division)).data;
  const colours = useQuery(findingColoursQuery).data;
  const narrowed = Boolean(search.originKind ?? search.colour ?? search.waiting);
  const total = (state: string) => (counts && !narrowed ? counts.units.reduce((sum, unit) => sum + (unit.states[state] ?? 0), 0) : null);
  const overdue = counts?.units.reduce((sum, unit) => sum + unit.overdue, 0) ?? 0;
  const due = counts?.units.reduce((sum, unit) => sum + unit.lookBacks, 0) ?? 0;
  return (
    <Page
      title={t('findings.title')}
      extra={<>{may(Permission.FindingWrite) && <><DrawButton /><RaiseByHandButton /></>}{may(Permission.ParameterWrite) && <ColourButton />}<ExportButton of={{ kind: 'source', source: 'findings', params: { division: search.division ?? me.division } }} title={t('findings.title')} /></>}
    >
      <FindingFilters search={search} onChange={onSearch} />
      {colours?.isSet === false && <Alert type="warning" showIcon title={t('findings.colourUnset')} />}
      {(overdue > 0 || due > 0) && <p>{overdue > 0 && <span className="missing">▲ {t('findings.overdueCount', { count: overdue })} </span>}{due > 0 && <span>{t('findings.lookBackDue', { count: due })}</span>}</p>}
      <div className="finding-board">{findingStates.map((state) => <FindingLane key={state} state={state} search={search} count={total(state)} />)}</div>
    </Page>
  );
}
