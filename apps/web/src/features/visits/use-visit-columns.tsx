import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { StatusTag } from '../../ui/status-tag.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import type { Visit } from './visits.api.js';

/** When, whom, how, by whom, and whether something was found. */
export function useVisitColumns(options: { household?: boolean } = {}): NonNullable<TableProps<Visit>['columns']> {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    { title: t('teams.visits.on'), render: (_, row) => <><Link to="/visits/$id" params={{ id: row.id }} className="nowrap">{row.visitedOn}</Link>{row.correctionNo > 0 && <span className="secondary"> {t('teams.visits.correction', { number: row.correctionNo })}</span>}</> },
    ...(options.household === false ? [] : [
      { title: t('help.household'), render: (_: unknown, row: Visit) => <HouseholdLink id={row.householdId} head={row.headName} /> },
      { title: t('help.village'), render: (_: unknown, row: Visit) => row.villageName },
    ]),
    { title: t('teams.visits.way'), render: (_, row) => codeLabel('visitWay', row.way, language) },
    { title: t('teams.visits.types'), render: (_, row) => row.types.map((type) => codeLabel('visitType', type, language)).join('、') || '—' },
    { title: t('teams.visits.visitor'), dataIndex: 'visitor' },
    { title: t('teams.visits.found'), render: (_, row) => (row.problemItems.length === 0 ? '—' : <StatusTag tone="warning" mark="!">{row.problemItems.map((item) => codeLabel('assurance', item, language)).join('、')}</StatusTag>) },
    { title: t('teams.visits.tasks'), align: 'right', dataIndex: 'tasks' },
  ];
}
