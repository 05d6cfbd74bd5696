import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { DivisionName } from '../../ui/division-name.js';
import { FactList } from '../../ui/fact-list.js';
import { formatMoment } from '../../i18n/format.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { Fen } from '../help/parts/fen.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { StepLog } from '../help/parts/step-log.js';
import { useMeasureName } from '../help/parts/use-names.js';
import { useTextOf } from '../help/parts/use-text-of.js';
import { PlanActions } from './plan-actions.js';
import { PlanStatusTag } from './plan-status.js';
import { planQuery } from './plans.api.js';
import '../help/help.css';

/** One help plan with its measures, what may be done now, and its log. */
export function PlanPage() {
  const { t } = useTranslation();
  const textOf = useTextOf();
  const name = useMeasureName();
  const { id } = useParams({ from: '/office/help-plans/$id' });
  const query = useQuery(planQuery(id));
  const found = query.data;
  const title = found ? `${found.headName ?? ''} ${t('help.plans.of', { year: found.year, revision: found.revision })}` : t('help.plans.title');
  return (
    <Page title={title} path={<Link to="/help-plans">{t('help.plans.title')}</Link>} extra={found && <PlanStatusTag status={found.status} />}>
      <QueryState query={query} rows={8}>
        {(plan) => (
          <>
            <Card title={t('help.plans.about')} extra={<PlanActions plan={plan} />}>
              <FactList entries={[
                { key: 'household', label: t('help.household'), value: <HouseholdLink id={plan.householdId} head={plan.headName} /> },
                { key: 'village', label: t('help.village'), value: <DivisionName code={plan.village} /> },
                { key: 'aim', label: t('help.aim'), value: plan.aim },
                { key: 'by', label: t('help.plans.draftedBy'), value: plan.draftedBy },
                { key: 'agreed', label: t('help.plans.agreedAt'), value: plan.agreedAt && `${formatMoment(plan.agreedAt)} ${plan.signatureRef ?? ''}` },
                { key: 'confirmed', label: t('help.plans.confirmedAt'), value: formatMoment(plan.confirmedAt) },
                { key: 'note', label: t('help.note'), value: plan.note },
              ]} />
            </Card>
            <Card title={t('help.plans.items')}>
              <Table
                aria-label={t('help.plans.items')} size="middle" pagination={false} dataSource={plan.items.map((item, at) => ({ ...item, at }))} rowKey={(item) => item.at}
                columns={[
                  { title: t('help.measure'), render: (_, item) => <Link to="/measures/$code" params={{ code: item.measureCode }}>{name(item.measureCode)}</Link> },
                  { title: t('help.person'), render: (_, item) => item.memberName ?? t('help.wholeHousehold') },
                  { title: t('help.aim'), dataIndex: 'aim' },
                  { title: t('help.amount'), align: 'right', render: (_, item) => <Fen value={item.amountFen} /> },
                  { title: t('help.plans.responsible'), render: (_, item) => item.responsible ?? '—' },
                  { title: t('help.days'), render: (_, item) => (item.startsOn ? `${item.startsOn} – ${item.endsOn ?? t('help.openEnd')}` : '—') },
                ]}
              />
            </Card>
            <Card title={t('help.log')}><StepLog events={plan.events} actionName={(action) => textOf(`help.plans.action.${action}`, action)} /></Card>
          </>
        )}
      </QueryState>
    </Page>
  );
}
