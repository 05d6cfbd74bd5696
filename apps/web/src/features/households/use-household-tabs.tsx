import type { TabsProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { BasicsTab } from './basics-tab.js';
import type { Household } from './households.api.js';
import { MembersTab } from './members-tab.js';
import { YearsTab } from './years-tab.js';

/** Parts of the page, as far as the role may read them. */
export function useHouseholdTabs(household: Household): NonNullable<TabsProps['items']> {
  const { t } = useTranslation();
  return [
    { key: 'members', label: t('households.tab.members', { count: household.members.filter((member) => member.active).length }), children: <MembersTab household={household} /> },
    { key: 'years', label: t('households.tab.years'), children: <YearsTab household={household} /> },
    { key: 'basics', label: t('households.tab.basics'), children: <BasicsTab household={household} /> },
  ];
}
