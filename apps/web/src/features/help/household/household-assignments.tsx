import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { QueryState } from '../../../ui/query-state.js';
import { useAssignmentColumns } from '../../assignments/use-assignment-columns.js';
import type { Household } from '../../households/households.api.js';
import { householdAssignmentsQuery } from '../help.api.js';
import { PlanOne } from './plan-one.js';

/** What is given to this household, and a button to plan more. */
export function HouseholdAssignments({ household }: { household: Household }) {
  const { t } = useTranslation();
  const may = useMay();
  const [planning, setPlanning] = useState(false);
  const columns = useAssignmentColumns({ household: false });
  return (
    <section className="tab-section">
      <div className="page-head"><h3>{t('help.assignments.title')}</h3><span className="spacer" />{may(Permission.AssignmentWrite) && <Button onClick={() => setPlanning(true)}>{t('help.assignments.planOne')}</Button>}</div>
      <QueryState query={useQuery(householdAssignmentsQuery(household.id))}>
        {(list) => <Table aria-label={t('help.assignments.title')} size="middle" columns={columns} dataSource={list} rowKey={(row) => row.id} pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} locale={{ emptyText: t('help.assignments.noneHere') }} />}
      </QueryState>
      {planning && <PlanOne household={household} onClose={() => setPlanning(false)} />}
    </section>
  );
}
