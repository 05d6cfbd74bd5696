import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../../ui/page.js';
import { QueryState } from '../../../../ui/query-state.js';
import { RefusedAlert } from '../refused/refused-alert.js';
import { SampleStateTag } from '../sample-state-tag.js';
import { sampleQuery } from '../samples.api.js';
import { EventList } from './event-list.js';
import { ResultsTab } from './results-tab.js';
import { Sheet } from './sheet.js';
import { SheetButtons } from './sheet-buttons.js';
import { UnitsTab } from './units-tab.js';
import '../samples.css';

/** The sheet of a sample: how it was drawn, so that anybody can draw it again; its list, its results, its log. */
export function SamplePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/office/audit/samples/$id' });
  const { tab = 'units' } = useSearch({ from: '/office/audit/samples/$id' });
  const navigate = useNavigate();
  const query = useQuery(sampleQuery(id));
  return (
    <Page title={query.data?.name ?? t('samples.title')} path={<Link to="/audit/samples">{t('samples.title')}</Link>} extra={query.data && <SampleStateTag state={query.data.state} />}>
      <QueryState query={query} rows={8}>
        {(sample) => (
          <>
            <SheetButtons sample={sample} />
            {(sample.state === 'ISSUED' || sample.state === 'CLOSED') && <RefusedAlert sample={id} />}
            <Sheet sample={sample} />
            <Tabs
              activeKey={tab} destroyOnHidden onChange={(key) => void navigate({ to: '/audit/samples/$id', params: { id }, search: { tab: key === 'results' || key === 'log' ? key : undefined } })}
              items={[
                { key: 'units', label: t('samples.tab.units'), children: <UnitsTab sample={sample} /> },
                ...(sample.state === 'ISSUED' || sample.state === 'CLOSED' ? [{ key: 'results', label: t('samples.tab.results'), children: <ResultsTab sample={sample} /> }] : []),
                { key: 'log', label: t('samples.tab.log'), children: <EventList id={id} /> },
              ]}
            />
          </>
        )}
      </QueryState>
    </Page>
  );
}
