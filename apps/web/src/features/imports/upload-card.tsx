import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useUpload, type ImportBatch } from './imports.api.js';

/** Chooses a file and sends it to be checked; nothing is written by that. */
export function UploadCard({ onUploaded }: { onUploaded: (batch: ImportBatch) => void }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [year, setYear] = useState<number | null>(null);
  const upload = useUpload(onUploaded);
  return (
    <Card title={t('imports.upload.title')}>
      <p className="secondary">{t('imports.upload.hint')}</p>
      {upload.error && <ProblemAlert error={upload.error} />}
      <form className="filter-bar" onSubmit={(event) => {
        event.preventDefault();
        if (file) upload.mutate({ file, year });
      }}>
        <label className="file-pick">
          <input className="visually-hidden" type="file" accept=".xlsx,.csv" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
          <span className="file-button">{t('imports.upload.file')}</span> <span className="secondary">{file?.name ?? t('imports.upload.noFile')}</span>
        </label>
        <label>{t('imports.upload.year')} <InputNumber min={2000} max={2100} precision={0} value={year} onChange={setYear} placeholder={t('imports.upload.thisYear')} /></label>
        <Button type="primary" htmlType="submit" disabled={!file} loading={upload.isPending}>{t('imports.upload.submit')}</Button>
      </form>
    </Card>
  );
}
