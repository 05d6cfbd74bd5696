import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from '../../../ui/data-table.js';
import type { KeysetPlace } from '../../../ui/keyset.js';
import { Page } from '../../../ui/page.js';
import { ListFilters, useFilterWords, type FilterField, type Filters } from './list-filters.js';
import '../help.css';

interface Props<Row extends object> extends Pick<DataTableProps<Row>, 'query' | 'columns' | 'rowKey'> {
  selection?: DataTableProps<Row>['rowSelection'];
  title: string;
  /** Right of the title: buttons. */
  extra?: ReactNode;
  /** Between title and filters. */
  intro?: ReactNode;
  fields: readonly FilterField[];
  filters: Filters;
  place: KeysetPlace;
  onGo: (search: Filters & KeysetPlace) => void;
  empty: string;
  /** Between filters and table, such as what may be done with the chosen rows. */
  children?: ReactNode;
}

/** A long list: what is asked for stands in the address, and every state of the list is said in words. */
export function ListPage<Row extends object>({ title, extra, intro, fields, filters, place, onGo, empty, selection, children, ...table }: Props<Row>) {
  return (
    <Page title={title} extra={extra}>
      {intro}
      {fields.length > 0 && <ListFilters fields={fields} filters={filters} onChange={onGo} />}
      {children}
      <DataTable<Row> {...table} rowSelection={selection} label={title} place={place} onPlace={(next) => onGo({ ...filters, ...next })} filters={useFilterWords(fields, filters)} onReset={() => onGo({})} empty={empty} />
    </Page>
  );
}
