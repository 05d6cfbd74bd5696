import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTextOf } from '../help/parts/use-text-of.js';
import { Card } from '../../ui/card.js';
import { DivisionName } from '../../ui/division-name.js';
import { FactList } from '../../ui/fact-list.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { Fen } from '../help/parts/fen.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { StepLog } from '../help/parts/step-log.js';
import { useMeasureName } from '../help/parts/use-names.js';
import { AssignmentStatusTag } from './assignment-status.js';
import { assignmentQuery } from './assignments.api.js';
import { ManyActions } from './many-actions.js';
import '../help/help.css';

/** One assignment: for whom, how much, what it rests on, what may be done now, and its log. */
export function AssignmentPage() {
  const { t } = useTranslation();
  const textOf = useTextOf();
  const { id } = useParams({ from: '/office/assignments/$id' });
  const query = useQuery(assignmentQuery(id));
  const name = useMeasureName();
  const found = query.data;
  return (
    <Page title={found ? name(found.measureCode) : t('help.assignments.title')} path={<Link to="/assignments">{t('help.assignments.title')}</Link>} extra={found && <AssignmentStatusTag status={found.status} />}>
      <QueryState query={query} rows={8}>
        {(one) => (
          <div className="two-columns">
            <Card title={t('help.assignments.about')} extra={<div className="action-bar"><ManyActions rows={[one]} onDone={() => undefined} /></div>}>
              <FactList entries={[
                { key: 'household', label: t('help.household'), value: <HouseholdLink id={one.householdId} head={one.headName} member={one.memberName} /> },
                { key: 'village', label: t('help.village'), value: <DivisionName code={one.village} /> },
                { key: 'measure', label: t('help.measure'), value: <Link to="/measures/$code" params={{ code: one.measureCode }}>{one.measureCode}</Link> },
                { key: 'year', label: t('help.year'), value: one.year },
                { key: 'planned', label: t('help.assignments.planned'), value: <Fen value={one.plannedAmountFen} /> },
                { key: 'approved', label: t('help.assignments.approved'), value: <Fen value={one.approvedAmountFen} /> },
                { key: 'paid', label: t('help.assignments.paid'), value: <Fen value={one.paidFen} /> },
                { key: 'days', label: t('help.days'), value: one.startsOn && `${one.startsOn} – ${one.endsOn ?? t('help.openEnd')}` },
                { key: 'aim', label: t('help.aim'), value: one.aim },
                { key: 'delivered', label: t('help.assignments.delivered'), value: one.deliveredOn && `${one.deliveredOn} ${one.deliveredBy ?? ''}` },
                { key: 'evidence', label: t('help.assignments.evidence'), value: one.evidence.join('、') },
                { key: 'outcome', label: t('help.assignments.outcome'), value: one.outcome },
                { key: 'reason', label: t('help.reason'), value: one.reason },
                ...(one.planId ? [{ key: 'plan', label: t('help.plan'), value: <Link to="/help-plans/$id" params={{ id: one.planId }}>{t('help.open')}</Link> }] : []),
                ...(one.projectId ? [{ key: 'project', label: t('help.project'), value: <Link to="/projects/$id" params={{ id: one.projectId }}>{t('help.open')}</Link> }] : []),
              ]} />
            </Card>
            <Card title={t('help.log')}><StepLog events={one.events} actionName={(action) => textOf(`help.assignments.action.${action}`, action)} /></Card>
          </div>
        )}
      </QueryState>
    </Page>
  );
}
