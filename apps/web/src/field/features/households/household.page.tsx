import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHousehold } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { BigButton, Empty, FieldPage, Tabs, Wait, useGo } from '../../ui/index.js';
import { HelpTab } from '../help/help-tab.js';
import { CasesTab } from './cases-tab.js';
import { HouseholdHead } from './household-head.js';
import { householdTabs, type HouseholdTab } from './household-tabs.js';
import { IncomeTab } from './income-tab.js';
import { MembersTab } from './members-tab.js';
import { OverviewTab } from './overview-tab.js';
import { useJudged, type Shown } from './use-judged.js';
import { VisitsTab } from './visits-tab.js';
import './household.css';

/** 农户详情: one household, as it will stand once what was done here has arrived. */
export function HouseholdPage() {
  const { t } = useTranslation();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const household = useHousehold(id);
  if (household === undefined) return <FieldPage title={t('field.households.one')} back="/households"><Wait /></FieldPage>;
  if (household === null) return <FieldPage title={t('field.households.one')} back="/households"><Empty>{t('field.households.goneOrNot')}</Empty></FieldPage>;
  return <Loaded household={household} />;
}

function Loaded({ household }: { household: PackHousehold }) {
  const { t } = useTranslation();
  const go = useGo();
  const search: { tab?: HouseholdTab } = useSearch({ strict: false });
  const shown = useJudged(household);
  const tab = search.tab ?? 'overview';
  const head = shown.rows.households[0];
  const name = typeof head?.['headName'] === 'string' ? head['headName'] : '';
  const visit = () => go('/visits/new', { search: { hh: household.id } });
  return (
    <FieldPage title={name} back="/households" footer={<BigButton onClick={visit} data-testid="log-visit">{t('field.households.logVisit')}</BigButton>}>
      <HouseholdHead shown={shown} />
      <Tabs label={name} tabs={householdTabs.map((key) => ({ key, text: t(`field.households.tab.${key}`) }))} value={tab} onChange={(next) => go(`/households/${household.id}`, { search: { tab: next }, replace: true })}>
        <Part tab={tab} shown={shown} />
      </Tabs>
    </FieldPage>
  );
}

function Part({ tab, shown }: { tab: HouseholdTab; shown: Shown }) {
  switch (tab) {
    case 'overview': return <OverviewTab shown={shown} />;
    case 'members': return <MembersTab shown={shown} />;
    case 'income': return <IncomeTab shown={shown} />;
    case 'help': return <HelpTab shown={shown} />;
    case 'visits': return <VisitsTab shown={shown} />;
    case 'cases': return <CasesTab shown={shown} />;
  }
}
