import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { clockQuery } from '../../ui/use-clock.js';
import { caseListQuery } from '../cases/cases.api.js';
import { useCaseColumns } from '../cases/case-columns.js';
import { boxes, type Box } from '../cases/case-search.js';
import { useGroupedCases } from './use-grouped-cases.js';

const PAGE = 50;

/** What waits for me, what I started, what I did. The first page of the day. */
export function TodoPage() {
  const { t } = useTranslation();
  const { box = 'todo', cursor, page } = useSearch({ from: '/office/todo' });
  const navigate = useNavigate();
  const query = useQuery({ ...caseListQuery({ box, cursor, limit: PAGE }), refetchInterval: 60_000 });
  const today = useQuery(clockQuery).data?.today ?? null;
  const grouped = useGroupedCases(query, useCaseColumns(), box === 'todo' ? today : null);
  const choose = <Segmented<Box> options={boxes.map((value) => ({ value, label: t(`todo.box.${value}`) }))} value={box} onChange={(value) => void navigate({ to: '/todo', search: { box: value } })} />;
  return (
    <Page title={t('todo.title')} extra={choose}>
      <DataTable
        label={t(`todo.box.${box}`)} query={grouped.query} columns={grouped.columns} rowKey={(row) => row.key} isRow={(row) => 'item' in row} place={{ cursor, page }} empty={t(`todo.empty.${box}`)}
        onPlace={(place) => void navigate({ to: '/todo', search: { box, ...place } })}
      />
    </Page>
  );
}
