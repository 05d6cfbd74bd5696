import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import type { ImportBatch, ImportRow } from './imports.api.js';

interface Props {
  row: ImportRow;
  columns: ImportBatch['columns'];
  /** Whether any row of the page has a fault of the whole row: then there is a column for it. */
  whole: boolean;
  editable: boolean;
  pending: boolean;
  onCorrect: (cells: Record<string, string>) => void;
}

/** One row of the file. A cell with a fault is a field; its reason stands below it. */
export function RejectedRow({ row, columns, whole, editable, pending, onCorrect }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const faultsOf = (index: number | null) => row.faults.filter((fault) => fault.column === index).map((fault) => fault[language]);
  const cell = (index: number, heading: string) => {
    const faults = faultsOf(index);
    const text = typed[index] ?? row.cells[index] ?? '';
    if (faults.length === 0) return <td key={index}>{text}</td>;
    return (
      <td key={index} className="bad-cell">
        {editable ? <Input aria-label={t('imports.rows.cell', { row: row.n, heading })} status="error" value={text} onChange={(event) => setTyped({ ...typed, [index]: event.target.value })} /> : text}
        <div className="reason" role="note">{faults.join('；')}</div>
      </td>
    );
  };
  return (
    <tr data-row={row.n}>
      <th scope="row">{row.n}</th>
      <td>{editable && <Button size="small" disabled={Object.keys(typed).length === 0} loading={pending} onClick={() => onCorrect(typed)}>{t('common.save')}</Button>}</td>
      {whole && <td className="reason">{faultsOf(null).join('；')}</td>}
      {columns.map((column) => cell(column.index, column.heading))}
    </tr>
  );
}
