/** Parts of a household's page. */
export const householdTabs = ['overview', 'members', 'income', 'help', 'visits', 'cases'] as const;
export type HouseholdTab = (typeof householdTabs)[number];
