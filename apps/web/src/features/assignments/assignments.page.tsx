import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission, assignmentStatuses, assignmentStatusNames } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { ChosenBar } from '../help/parts/chosen-bar.js';
import { ListPage } from '../help/parts/list-page.js';
import { useChosen } from '../help/parts/use-chosen.js';
import { useMeasureChoices, useMeasureName } from '../help/parts/use-names.js';
import { useYearChoices } from '../help/parts/use-years.js';
import type { AssignmentFilters } from './assignment-search.js';
import { assignmentListQuery, type Assignment } from './assignments.api.js';
import { ManyActions } from './many-actions.js';
import { PlanVillage } from './plan-village.js';
import { useAssignmentColumns } from './use-assignment-columns.js';

/** Assignments of the territory; many at once are approved, delivered, closed, cancelled or paid, each with its own result. */
export function AssignmentsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const { cursor, page, ...filters } = useSearch({ from: '/office/assignments' });
  const navigate = useNavigate();
  const go = (search: AssignmentFilters & KeysetPlace) => void navigate({ to: '/assignments', search });
  const name = useMeasureName();
  const chosen = useChosen<Assignment>((row) => row.id, (row) => `${row.headName ?? ''}${row.memberName ? ` ${row.memberName}` : ''} ${name(row.measureCode)}`);
  const [planning, setPlanning] = useState(false);
  return (
    <ListPage<Assignment>
      title={t('help.assignments.title')} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('help.assignments.none')}
      extra={may(Permission.AssignmentWrite) && <Button type="primary" onClick={() => setPlanning(true)}>{t('help.assignments.plan')}</Button>}
      query={useQuery(assignmentListQuery({ ...filters, cursor, limit: 100 }))} rowKey={(row) => row.id} columns={useAssignmentColumns()} selection={chosen.selection}
      fields={[
        { kind: 'division' },
        { kind: 'select', key: 'status', label: t('help.status'), options: assignmentStatuses.map((value) => ({ value, label: assignmentStatusNames[value][language] })) },
        { kind: 'select', key: 'year', label: t('help.year'), options: useYearChoices(), numeric: true },
        { kind: 'select', key: 'measureCode', label: t('help.measure'), options: useMeasureChoices(), search: true },
      ]}
    >
      <ChosenBar count={chosen.rows.length} onClear={chosen.clear}><ManyActions rows={chosen.rows} onDone={chosen.clear} /></ChosenBar>
      {planning && <PlanVillage onClose={() => setPlanning(false)} />}
    </ListPage>
  );
}
