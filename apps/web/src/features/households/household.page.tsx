import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { LockedBanner } from './edit/locked-banner.js';
import { HouseholdHead } from './household-head.js';
import { householdQuery, type Household } from './households.api.js';
import { VillagePath } from './village-path.js';
import { useHouseholdTabs } from './use-household-tabs.js';
import './households.css';

function HouseholdTabs({ household }: { household: Household }) {
  const { tab } = useSearch({ from: '/office/households/$id' });
  const navigate = useNavigate();
  const items = useHouseholdTabs(household);
  return (
    <Tabs
      className="card household-tabs" activeKey={items.some(({ key }) => key === tab) ? tab : items[0]?.key} items={items} destroyOnHidden
      onChange={(key) => void navigate({ to: '/households/$id', params: { id: household.id }, search: { tab: key }, replace: true })}
    />
  );
}

/** One household: who it is, its people, years, verdict, cases and history. Each part is read when it is opened. */
export function HouseholdPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/office/households/$id' });
  const query = useQuery(householdQuery(id));
  const household = query.data;
  const title = household ? t('households.ofHead', { name: household.headName }) : t('households.title');
  return (
    <Page title={title} path={household && <VillagePath village={household.village} />}>
      <QueryState query={query} rows={8}>
        {(found) => <><LockedBanner householdId={found.id} /><HouseholdHead household={found} /><HouseholdTabs household={found} /></>}
      </QueryState>
    </Page>
  );
}
