import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../i18n/format.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { ImportStateTag } from './import-state-tag.js';
import { importListQuery, type ImportBatch } from './imports.api.js';
import { Templates } from './templates.js';
import { UploadCard } from './upload-card.js';
import './imports.css';

/** A new file, the templates, and what was imported before. */
export function ImportsPage() {
  const { t } = useTranslation();
  const { cursor, page } = useSearch({ from: '/office/imports' });
  const navigate = useNavigate();
  const query = useQuery(importListQuery(cursor));
  const rows = (batch: ImportBatch) => (batch.rows ? t('imports.counts.short', { in: formatCount(batch.rows.in), written: formatCount(batch.rows.created + batch.rows.updated), rejected: formatCount(batch.rows.rejected) }) : '—');
  return (
    <Page title={t('imports.title')}>
      <UploadCard onUploaded={(batch) => void navigate({ to: '/imports/$id', params: { id: batch.id } })} />
      <Templates />
      <h2 className="imports-history">{t('imports.history')}</h2>
      <DataTable<ImportBatch>
        label={t('imports.history')} query={query} rowKey={(batch) => batch.id} place={{ cursor, page }} onPlace={(place) => void navigate({ to: '/imports', search: place })} empty={t('imports.none')}
        columns={[
          { title: t('imports.column.file'), render: (_, batch) => <Link to="/imports/$id" params={{ id: batch.id }}>{batch.fileName}</Link> },
          { title: t('imports.column.layout'), render: (_, batch) => batch.layout ?? '—' },
          { title: t('imports.column.by'), dataIndex: 'by' },
          { title: t('imports.column.at'), render: (_, batch) => <span className="nowrap">{formatMoment(batch.createdAt)}</span> },
          { title: t('imports.column.rows'), render: (_, batch) => rows(batch) },
          { title: t('imports.column.state'), render: (_, batch) => <ImportStateTag state={batch.state} /> },
        ]}
      />
    </Page>
  );
}
