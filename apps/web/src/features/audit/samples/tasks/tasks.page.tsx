import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../../i18n/format.js';
import { DataTable } from '../../../../ui/data-table.js';
import { Page } from '../../../../ui/page.js';
import { taskListQuery } from '../samples.api.js';

/** Households that I am sent to; before the opening there are none. */
export function SampleTasksPage() {
  const { t } = useTranslation();
  const { done = false, ...place } = useSearch({ from: '/office/audit/samples/tasks' });
  const navigate = useNavigate();
  return (
    <Page title={t('samples.tasks.title')} path={<Link to="/audit/samples">{t('samples.title')}</Link>} extra={<Checkbox checked={done} onChange={(event) => void navigate({ to: '/audit/samples/tasks', search: event.target.checked ? { done: true } : {} })}>{t('samples.tasks.done')}</Checkbox>}>
      <DataTable
        label={t('samples.tasks.title')} query={useQuery(taskListQuery(done, place.cursor))} rowKey={({ id }) => id} place={place} empty={t('samples.tasks.none')}
        onPlace={(next) => void navigate({ to: '/audit/samples/tasks', search: { ...next, ...(done ? { done: true as const } : {}) } })}
        columns={[
          { title: t('samples.tasks.household'), render: (_, row) => <Link to="/audit/samples/tasks/$id" params={{ id: row.id }}>{row.headName ?? row.householdCode ?? row.place}</Link> },
          { title: t('samples.village'), render: (_, row) => [row.place, row.naturalVillage].filter(Boolean).join(' ') },
          { title: t('samples.title'), render: (_, row) => `${row.sampleName} · ${row.ordinal}` },
          { title: t('samples.stateHead'), render: (_, row) => t(`samples.task.${row.state}`) },
          { title: t('samples.opensAt'), render: (_, row) => <span className="nowrap">{formatMoment(row.opensAt)}</span> },
        ]}
      />
    </Page>
  );
}
