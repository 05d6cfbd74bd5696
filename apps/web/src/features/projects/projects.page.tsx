import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission, projectStatuses, projectStatusNames } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { ShortDivisionName } from '../../ui/division-name.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { Fen } from '../help/parts/fen.js';
import { ListPage } from '../help/parts/list-page.js';
import { useTextOf } from '../help/parts/use-text-of.js';
import { useYearChoices } from '../help/parts/use-years.js';
import { ProjectForm } from './project-form.js';
import type { ProjectFilters } from './project-search.js';
import { ProjectStatusTag } from './project-status.js';
import { projectListQuery, type Project } from './projects.api.js';

/** The project library by year and state. */
export function ProjectsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const textOf = useTextOf();
  const may = useMay();
  const { cursor, page, ...filters } = useSearch({ from: '/office/projects' });
  const navigate = useNavigate();
  const go = (search: ProjectFilters & KeysetPlace) => void navigate({ to: '/projects', search });
  const [proposing, setProposing] = useState(false);
  return (
    <ListPage<Project>
      title={t('projects.title')} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('projects.none')} query={useQuery(projectListQuery({ ...filters, cursor, limit: 50 }))} rowKey={(row) => row.id}
      extra={may(Permission.ProjectWrite) && <Button type="primary" onClick={() => setProposing(true)}>{t('projects.propose')}</Button>}
      fields={[
        { kind: 'division' },
        { kind: 'select', key: 'status', label: t('help.status'), options: projectStatuses.map((value) => ({ value, label: projectStatusNames[value][language] })) },
        { kind: 'select', key: 'year', label: t('help.year'), options: useYearChoices(), numeric: true },
      ]}
      columns={[
        { title: t('projects.name'), render: (_, row) => <><Link to="/projects/$id" params={{ id: row.id }}><strong>{row.name}</strong></Link><div className="secondary">{row.code}</div></> },
        { title: t('projects.place'), render: (_, row) => <ShortDivisionName code={row.division} /> },
        { title: t('projects.category'), render: (_, row) => textOf(`projects.categories.${row.category}`, row.category) },
        { title: t('help.year'), dataIndex: 'year' },
        { title: t('projects.estimate'), align: 'right', render: (_, row) => <Fen value={row.estimateFen} /> },
        { title: t('projects.budget'), align: 'right', render: (_, row) => <Fen value={row.budgetFen} /> },
        { title: t('projects.spent'), align: 'right', render: (_, row) => <Fen value={row.spentFen} /> },
        { title: t('projects.percent'), align: 'right', render: (_, row) => `${row.progressPercent}%` },
        { title: t('help.status'), render: (_, row) => <ProjectStatusTag status={row.status} /> },
      ]}
    >
      {proposing && <ProjectForm onClose={() => setProposing(false)} />}
    </ListPage>
  );
}
