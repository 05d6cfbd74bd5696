import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { planStatuses, planStatusNames } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { ShortDivisionName } from '../../ui/division-name.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { ListPage } from '../help/parts/list-page.js';
import { useYearChoices } from '../help/parts/use-years.js';
import type { PlanFilters } from './plan-search.js';
import { PlanStatusTag } from './plan-status.js';
import { planListQuery, type HelpPlan } from './plans.api.js';

/** Help plans of the territory by year and state; a plan begins on the page of its household. */
export function PlansPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cursor, page, ...filters } = useSearch({ from: '/office/help-plans' });
  const navigate = useNavigate();
  const go = (search: PlanFilters & KeysetPlace) => void navigate({ to: '/help-plans', search });
  return (
    <ListPage<HelpPlan>
      title={t('help.plans.title')} intro={<p className="page-intro">{t('help.plans.hint')}</p>} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('help.plans.none')}
      query={useQuery(planListQuery({ ...filters, cursor, limit: 50 }))} rowKey={(row) => row.id}
      fields={[
        { kind: 'division' },
        { kind: 'select', key: 'status', label: t('help.status'), options: planStatuses.map((value) => ({ value, label: planStatusNames[value][language] })) },
        { kind: 'select', key: 'year', label: t('help.year'), options: useYearChoices(), numeric: true },
      ]}
      columns={[
        { title: t('help.plan'), render: (_, row) => <Link to="/help-plans/$id" params={{ id: row.id }} className="nowrap">{t('help.plans.of', { year: row.year, revision: row.revision })}</Link> },
        { title: t('help.household'), render: (_, row) => <HouseholdLink id={row.householdId} head={row.headName} /> },
        { title: t('help.village'), render: (_, row) => <ShortDivisionName code={row.village} /> },
        { title: t('help.aim'), dataIndex: 'aim' },
        { title: t('help.plans.items'), align: 'right', dataIndex: 'itemCount' },
        { title: t('help.plans.draftedBy'), dataIndex: 'draftedBy' },
        { title: t('help.status'), render: (_, row) => <PlanStatusTag status={row.status} /> },
      ]}
    />
  );
}
