import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { useToday } from '../../ui/use-clock.js';
import { todoPageQuery, TODO_PAGE, type CaseItem } from '../cases/cases.api.js';
import { useCaseColumns } from '../cases/case-columns.js';
import { boxes, type Box, type TodoSearch } from '../cases/case-search.js';
import { BatchBar } from './batch/batch-bar.js';
import { useGroupedCases, type TodoRow } from './use-grouped-cases.js';

/** What waits for me, what I started, what I did, what was copied to me. The first page of the day. */
export function TodoPage() {
  const { t } = useTranslation();
  const { box = 'todo', checks, cursor, page } = useSearch({ from: '/office/todo' });
  const navigate = useNavigate();
  const go = (search: TodoSearch) => void navigate({ to: '/todo', search });
  const [chosen, setChosen] = useState<CaseItem[]>([]);
  const query = useQuery({ ...todoPageQuery({ box, checks, cursor }), refetchInterval: 60_000 });
  const today = useToday();
  const choosing = box === 'todo' && checks === 'passed';
  const grouped = useGroupedCases(query, useCaseColumns(box === 'copied' ? box : undefined), box === 'todo' && !choosing ? today : null);
  const rowSelection = choosing && {
    selectedRowKeys: chosen.map(({ id }) => id), onChange: (_: unknown, rows: TodoRow[]) => setChosen(rows.flatMap((row) => ('item' in row ? [row.item] : []))),
    getCheckboxProps: (row: TodoRow) => ({ 'aria-label': 'item' in row ? t('todo.batch.choose', { name: row.item.subjectName }) : '' }),
  };
  const choose = <Segmented<Box> options={boxes.map((value) => ({ value, label: t(`todo.box.${value}`) }))} value={box} onChange={(value) => { setChosen([]); go({ box: value }); }} />;
  return (
    <Page title={t('todo.title')} extra={choose}>
      {box === 'todo' && (
        <div className="filter-bar">
          <Checkbox checked={checks === 'passed'} onChange={(event) => { setChosen([]); go({ box, ...(event.target.checked ? { checks: 'passed' as const } : {}) }); }}>{t('todo.passedOnly')}</Checkbox>
          {choosing && <BatchBar chosen={chosen} onDone={() => setChosen([])} />}
        </div>
      )}
      {box === 'todo' && !choosing && query.data?.nextCursor && <Alert type="info" showIcon className="todo-hint" title={t('todo.backlog', { count: TODO_PAGE })} />}
      <DataTable
        label={t(`todo.box.${box}`)} query={grouped.query} columns={grouped.columns} rowKey={(row) => row.key} isRow={(row) => 'item' in row} place={{ cursor, page }} empty={t(choosing ? 'todo.empty.passed' : `todo.empty.${box}`)}
        {...(rowSelection ? { rowSelection } : {})} onPlace={(place) => go({ box, ...(checks ? { checks } : {}), ...place })}
      />
    </Page>
  );
}
