import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportFormats, layouts, Permission } from '#domain';
import { formatCount } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { QueryState } from '../../ui/query-state.js';
import { ColumnChooser } from './column-chooser.js';
import { previewQuery, useExport, type ExportFile, type ExportJob, type ExportOf } from './exports.api.js';

interface Props {
  of: ExportOf;
  onPlaced: (job: ExportJob) => void;
}

const nameOfLayout = (layout: { id: string; sheet: string }) => `${layout.id}/${layout.sheet}`;
const exportable = layouts.flatMap(({ id, ...layout }) => (id === 'H-A' || id === 'H-B' || id === 'H-D' || id === 'H-E' ? [{ id, ...layout }] : []));

/** How many rows, which columns, which kind of file, masked or in clear, and what for. */
export function ExportForm({ of, onPlaced }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const [layout, setLayout] = useState<Pick<ExportFile, 'layout' | 'sheet'>>({ layout: 'H-E', sheet: 'household' });
  const [format, setFormat] = useState<ExportFile['format']>('xlsx');
  const [unmasked, setUnmasked] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [columns, setColumns] = useState<string[] | null>(null);
  const preview = useQuery(previewQuery(of, layout));
  const place = useExport(of);
  const choose = (name: string) => {
    const found = exportable.find((one) => nameOfLayout(one) === name);
    if (found) setLayout({ layout: found.id, sheet: found.sheet });
  };
  return (
    <QueryState query={preview} rows={3}>
      {({ rows, alone, columns: all }) => {
        const lacking = unmasked && purpose.trim().length < 4;
        const chosen = columns ?? all.map(({ key }) => key);
        return (
          <Form layout="vertical" onFinish={() => place.mutate({ ...layout, format, unmasked, purpose: purpose.trim() || undefined, columns: columns ?? undefined }, { onSuccess: onPlaced })}>
            <p data-testid="export-rows">{t('exporting.rows', { rows: formatCount(rows) })}</p>
            {of.kind === 'households' && (
              <Form.Item label={t('exporting.layout')}>
                <Select aria-label={t('exporting.layout')} value={nameOfLayout({ id: layout.layout, sheet: layout.sheet })} onChange={choose} options={exportable.map((one) => ({ value: nameOfLayout(one), label: one[language] }))} />
              </Form.Item>
            )}
            {of.kind === 'source' && <ColumnChooser columns={all} chosen={chosen} onChange={setColumns} />}
            <Form.Item label={t('exporting.format')}>
              <Radio.Group value={format} onChange={(event) => setFormat(event.target.value as ExportFile['format'])} options={exportFormats.map((value) => ({ value, label: t(`exporting.formats.${value}`) }))} />
            </Form.Item>
            {may(Permission.ExportUnmasked) && (
              <Form.Item extra={unmasked && rows > alone ? t('exporting.secondPerson', { alone: formatCount(alone) }) : t('exporting.maskedHint')}>
                <Checkbox checked={unmasked} onChange={(event) => setUnmasked(event.target.checked)}>{t('exporting.unmasked')}</Checkbox>
              </Form.Item>
            )}
            <Form.Item label={t('exporting.purpose')} required={unmasked} {...(lacking && purpose !== '' ? { validateStatus: 'error' as const, help: t('exporting.purposeShort') } : {})}>
              <Input aria-label={t('exporting.purpose')} value={purpose} maxLength={200} showCount onChange={(event) => setPurpose(event.target.value)} placeholder={t('exporting.purposeHint')} />
            </Form.Item>
            {place.error && <ProblemAlert error={place.error} />}
            <Button type="primary" htmlType="submit" disabled={rows === 0 || lacking || chosen.length === 0} loading={place.isPending}>{t('exporting.submit', { rows: formatCount(rows) })}</Button>
            {rows === 0 && <p className="secondary">{t('exporting.nothing')}</p>}
          </Form>
        );
      }}
    </QueryState>
  );
}
