import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { QueryState } from '../../../ui/query-state.js';
import type { Household } from '../../households/households.api.js';
import { PlanForm } from '../../plans/plan-form.js';
import { PlanStatusTag } from '../../plans/plan-status.js';
import { householdPlansQuery } from '../help.api.js';

/** Plans of the years, the newest first. */
export function HouseholdPlans({ household }: { household: Household }) {
  const { t } = useTranslation();
  const may = useMay();
  const [drafting, setDrafting] = useState(false);
  return (
    <section className="tab-section">
      <div className="page-head"><h3>{t('help.plans.title')}</h3><span className="spacer" />{may(Permission.HelpPlanWrite) && <Button onClick={() => setDrafting(true)}>{t('help.plans.draft')}</Button>}</div>
      <QueryState query={useQuery(householdPlansQuery(household.id))}>
        {(list) => (list.length === 0 ? <p className="secondary">{t('help.plans.noneHere')}</p> : (
          <ul className="due-list">{list.map((plan) => <li key={plan.id}><Link to="/help-plans/$id" params={{ id: plan.id }}>{t('help.plans.of', { year: plan.year, revision: plan.revision })}</Link> <PlanStatusTag status={plan.status} /> <span className="secondary">{plan.aim}</span></li>)}</ul>
        ))}
      </QueryState>
      {drafting && <PlanForm householdId={household.id} onClose={() => setDrafting(false)} />}
    </section>
  );
}
