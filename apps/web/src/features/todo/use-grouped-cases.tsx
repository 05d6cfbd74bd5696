import type { UseQueryResult } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseItem } from '../cases/cases.api.js';
import { groupByUrgency, type Urgency } from '../cases/urgency.js';

export type TodoRow = { readonly key: string; readonly item: CaseItem } | { readonly key: string; readonly urgency: Urgency; readonly count: number };
type Columns<Row> = NonNullable<TableProps<Row>['columns']>;
type CasePage = { items: CaseItem[]; nextCursor: string | null };

function rowsOf(items: readonly CaseItem[], today: string | null): TodoRow[] {
  const line = (item: CaseItem): TodoRow => ({ key: item.id, item });
  if (today === null) return items.map(line);
  return groupByUrgency(items, today).flatMap(({ urgency, items: members }) => [{ key: urgency, urgency, count: members.length }, ...members.map(line)]);
}

/** The table of cases with a line above each group of urgency. Without a day there are no groups. */
export function useGroupedCases(query: UseQueryResult<CasePage>, columns: Columns<CaseItem>, today: string | null) {
  const { t } = useTranslation();
  const wide = columns.length;
  const wrapped: Columns<TodoRow> = columns.map((column, index) => ({
    title: column.title as string, align: column.align,
    onCell: (row) => ('urgency' in row ? { colSpan: index === 0 ? wide : 0, className: 'group-cell' } : {}),
    render: (_: unknown, row: TodoRow) => {
      if ('urgency' in row) return index === 0 ? t(`todo.group.${row.urgency}`, { count: row.count }) : null;
      return column.render?.(undefined, row.item, index) as React.ReactNode;
    },
  }));
  const data = query.data && { ...query.data, items: rowsOf(query.data.items, today) };
  return { columns: wrapped, query: { ...query, data } as UseQueryResult<{ items: TodoRow[]; nextCursor: string | null }> };
}
