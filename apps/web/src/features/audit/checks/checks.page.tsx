import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../../session/me.js';
import { Permission } from '#domain';
import { DivisionName } from '../../../ui/division-name.js';
import { EmptyTable } from '../../../ui/empty-table.js';
import { Page } from '../../../ui/page.js';
import { QueryState } from '../../../ui/query-state.js';
import type { LibrarySearch } from './check-search.js';
import { checkListQuery, type Check } from './checks.api.js';
import './checks.css';
import { useLibraryColumns } from './library-columns.js';
import { LibraryFilters } from './library-filters.js';
import { RunBar } from './run-bar.js';

function fits(check: Check, { room, severity, found, q }: LibrarySearch): boolean {
  if ((room && check.room !== room) || (severity && check.severity !== severity)) return false;
  if (found === 'hits' && !check.counts?.open) return false;
  if (found === 'never' && check.counts?.lastRunAt) return false;
  if (found === 'missing' && check.registers.length + check.unset.length === 0) return false;
  return !q || check.code === q.toUpperCase() || check.name.zh.includes(q) || check.name.en.toLowerCase().includes(q.toLowerCase());
}

/** The library: every check in force, what it found last in a division, and the way to run it. */
export function ChecksPage() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const search = useSearch({ from: '/office/audit/checks' });
  const navigate = useNavigate();
  const go = (to: LibrarySearch) => void navigate({ to: '/audit/checks', search: to });
  const [chosen, setChosen] = useState<string[]>([]);
  const division = search.division ?? me.division;
  const query = useQuery(checkListQuery(search.division));
  const columns = useLibraryColumns(search.division);
  return (
    <Page title={t('checks.title')} extra={<Link to="/audit/checks/runs">{t('checks.runs')}</Link>}>
      <LibraryFilters search={search} onChange={go} />
      <QueryState query={query} rows={10}>
        {({ items }) => (
          <>
            <div className="filter-bar run-bar">
              <span>{t('checks.over')}<strong><DivisionName code={division} /></strong> · {t('checks.inForce', { count: items.length })}</span>
              <span className="spacer" />
              <RunBar division={division} chosen={chosen} />
            </div>
            <div className="data-table">
              <Table<Check>
                aria-label={t('checks.title')} size="middle" rowKey="code" columns={columns} dataSource={items.filter((check) => fits(check, search))} pagination={false}
                locale={{ emptyText: <EmptyTable filters={[t('checks.filtered')]} onReset={() => go({})} /> }}
                {...(may(Permission.CheckRun) ? { rowSelection: { selectedRowKeys: chosen, onChange: (keys: React.Key[]) => setChosen(keys.map(String)), getCheckboxProps: (check: Check) => ({ 'aria-label': check.code } as object) } } : {})}
              />
            </div>
          </>
        )}
      </QueryState>
    </Page>
  );
}
