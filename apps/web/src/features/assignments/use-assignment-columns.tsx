import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { ShortDivisionName } from '../../ui/division-name.js';
import { Fen } from '../help/parts/fen.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { useMeasureName } from '../help/parts/use-names.js';
import { AssignmentStatusTag } from './assignment-status.js';
import type { Assignment } from './assignments.api.js';

/** Who gets what, how much, and how far it is. */
export function useAssignmentColumns(options: { household?: boolean } = {}): NonNullable<TableProps<Assignment>['columns']> {
  const { t } = useTranslation();
  const name = useMeasureName();
  return [
    { title: t('help.measure'), render: (_, row) => <Link to="/assignments/$id" params={{ id: row.id }}>{name(row.measureCode)}</Link> },
    ...(options.household === false ? [{ title: t('help.person'), render: (_: unknown, row: Assignment) => row.memberName ?? t('help.wholeHousehold') }] : [
      { title: t('help.household'), render: (_: unknown, row: Assignment) => <HouseholdLink id={row.householdId} head={row.headName} member={row.memberName} /> },
      { title: t('help.village'), render: (_: unknown, row: Assignment) => <ShortDivisionName code={row.village} /> },
    ]),
    { title: t('help.year'), dataIndex: 'year' },
    { title: t('help.assignments.planned'), align: 'right', render: (_, row) => <Fen value={row.plannedAmountFen} /> },
    { title: t('help.assignments.approved'), align: 'right', render: (_, row) => <Fen value={row.approvedAmountFen} /> },
    { title: t('help.assignments.paid'), align: 'right', render: (_, row) => <Fen value={row.paidFen} /> },
    { title: t('help.status'), render: (_, row) => <AssignmentStatusTag status={row.status} /> },
  ];
}
