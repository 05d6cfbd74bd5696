import type { TabsProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { HouseholdHelpTab } from '../help/household-help-tab.js';
import { BasicsTab } from './basics-tab.js';
import { CasesTab } from './cases-tab.js';
import { HistoryTab } from './history-tab.js';
import type { Household } from './households.api.js';
import { MembersTab } from './members-tab.js';
import { VerdictTab } from './verdict-tab.js';
import { YearsTab } from './years-tab.js';

/** Parts of the page, as far as the role may read them. */
export function useHouseholdTabs(household: Household): NonNullable<TabsProps['items']> {
  const { t } = useTranslation();
  const may = useMay();
  return [
    { key: 'members', label: t('households.tab.members', { count: household.members.filter((member) => member.active).length }), children: <MembersTab household={household} /> },
    { key: 'years', label: t('households.tab.years'), children: <YearsTab household={household} /> },
    ...(may(Permission.VerdictRead) ? [{ key: 'verdict', label: t('households.tab.verdict'), children: <VerdictTab household={household} /> }] : []),
    ...(may(Permission.CaseRead) ? [{ key: 'cases', label: t('households.tab.cases'), children: <CasesTab household={household} /> }] : []),
    ...(may(Permission.MeasureRead) ? [{ key: 'help', label: t('households.tab.help'), children: <HouseholdHelpTab household={household} /> }] : []),
    { key: 'basics', label: t('households.tab.basics'), children: <BasicsTab household={household} /> },
    ...(may(Permission.HistoryRead) ? [{ key: 'history', label: t('households.tab.history'), children: <HistoryTab household={household} /> }] : []),
  ];
}
