import { useState, type Key } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataTableProps } from '../../../ui/data-table.js';

/** Rows that are ticked, kept from page to page of a list. */
export function useChosen<Row extends object>(keyOf: (row: Row) => string, nameOf: (row: Row) => string, isOpen?: (row: Row) => boolean) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const selection: NonNullable<DataTableProps<Row>['rowSelection']> = {
    selectedRowKeys: rows.map(keyOf), preserveSelectedRowKeys: true,
    onChange: (_keys: Key[], chosen: Row[]) => setRows(chosen.filter(Boolean)),
    getCheckboxProps: (row: Row) => ({ 'aria-label': t('help.many.choose', { name: nameOf(row) }), disabled: isOpen ? !isOpen(row) : false }),
  };
  return { rows, selection, clear: () => setRows([]) };
}
