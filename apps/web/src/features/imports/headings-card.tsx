import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { StatusTag } from '../../ui/status-tag.js';
import type { ImportBatch } from './imports.api.js';
import { useTargetOptions } from './use-target-options.js';

interface Props {
  batch: ImportBatch;
  pending: boolean;
  onMap: (mapping: Record<string, string>) => void;
}

/** How each heading was understood, and the choice for those that were not. What is chosen is kept for the next file of the layout. */
export function HeadingsCard({ batch, pending, onMap }: Props) {
  const { t } = useTranslation();
  const options = useTargetOptions();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const editable = batch.state === 'needs_mapping' || batch.state === 'validated' || batch.state === 'failed';
  const unknown = batch.columns.filter((column) => column.target === null);
  const known = batch.columns.filter((column) => column.target !== null);
  const line = (column: ImportBatch['columns'][number]) => (
    <tr key={column.index}>
      <th scope="row">{column.heading || t('imports.headings.empty', { number: column.index + 1 })}</th>
      <td>
        <Select
          showSearch={{ optionFilterProp: 'label' }} disabled={!editable} className="target-select" aria-label={t('imports.headings.for', { heading: column.heading })} placeholder={t('imports.headings.choose')}
          value={chosen[column.heading] ?? column.target ?? undefined} options={options} onChange={(target: string) => setChosen({ ...chosen, [column.heading]: target })}
        />
      </td>
      <td>{column.target === null ? <StatusTag tone="warning" mark="!">{t('imports.headings.unknown')}</StatusTag> : t(`imports.headings.${column.duplicate ? 'duplicate' : (column.by ?? 'heading')}`)}</td>
    </tr>
  );
  return (
    <Card title={t('imports.headings.title', { known: known.length, all: batch.columns.length })}>
      {batch.missing.length > 0 && <Alert type="error" showIcon role="alert" title={t('imports.headings.missing', { names: batch.missing.join('、') })} />}
      {editable && <p className="secondary">{t('imports.headings.hint')}</p>}
      <table className="matrix">
        <thead><tr><th>{t('imports.headings.inFile')}</th><th>{t('imports.headings.meaning')}</th><th>{t('imports.headings.how')}</th></tr></thead>
        <tbody>{unknown.map(line)}</tbody>
      </table>
      <details open={batch.state === 'needs_mapping'}><summary>{t('imports.headings.recognised', { count: known.length })}</summary><table className="matrix"><tbody>{known.map(line)}</tbody></table></details>
      {editable && <Button className="map-button" disabled={Object.keys(chosen).length === 0} loading={pending} onClick={() => onMap(chosen)}>{t('imports.headings.submit')}</Button>}
    </Card>
  );
}
