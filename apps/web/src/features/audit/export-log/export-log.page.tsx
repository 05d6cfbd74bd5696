import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeLabel, exportStateLabels, exportStates } from '#domain';
import { formatCount, formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { DataTable } from '../../../ui/data-table.js';
import { ShortDivisionName } from '../../../ui/division-name.js';
import { Page } from '../../../ui/page.js';
import { ExportStateTag } from '../../exports/export-state-tag.js';
import { exportListQuery, type ExportJob } from '../../exports/exports.api.js';
import { SourceName } from '../../tasks-centre/task-name.js';

/** The conditions as they were asked for. */
function Conditions({ job }: { job: ExportJob }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { division, status, ...rest } = job.query;
  const others = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined && typeof value !== 'object').map(([, value]) => String(value as string | number | boolean));
  return (
    <>
      {typeof division === 'string' && <ShortDivisionName code={division} />} {Array.isArray(status) && status.map((code) => codeLabel('householdStatus', String(code), language)).join('、')} {others.join('；')}
      <div className="secondary">{job.columns === null ? t('exportLog.allFields') : t('exportLog.fields', { count: job.columns.length, names: job.columns.join('、') })}</div>
    </>
  );
}

/** Who took what out, when, by which conditions, what for, and how often the file was fetched. */
export function ExportLogPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, ...place } = useSearch({ from: '/office/audit/exports' });
  const navigate = useNavigate();
  const query = useQuery(exportListQuery({ state, cursor: place.cursor, limit: 20 }));
  return (
    <Page title={t('exportLog.title')}>
      <div className="filter-bar"><Select allowClear className="filter-select" aria-label={t('exportLog.column.state')} placeholder={t('exportLog.column.state')} value={state} onChange={(value) => void navigate({ to: '/audit/exports', search: { state: value } })} options={exportStates.map((value) => ({ value, label: exportStateLabels[value][language] }))} /></div>
      <DataTable<ExportJob>
        label={t('exportLog.title')} query={query} rowKey={(job) => job.id} place={place} onPlace={(to) => void navigate({ to: '/audit/exports', search: { state, ...to } })} empty={t('exportLog.none')}
        filters={state ? [exportStateLabels[state][language]] : []} onReset={() => void navigate({ to: '/audit/exports', search: {} })}
        columns={[
          { title: t('exportLog.column.who'), render: (_, job) => <>{job.by}<div className="secondary nowrap">{formatMoment(job.createdAt)}</div></> },
          { title: t('exportLog.column.what'), render: (_, job) => <><SourceName source={job.source} /><div className="secondary nowrap">{job.format.toUpperCase()} · {t(job.unmasked ? 'taskCentre.inClear' : 'taskCentre.masked')}</div></> },
          { title: t('exportLog.column.query'), render: (_, job) => <Conditions job={job} /> },
          { title: t('exportLog.column.rows'), align: 'right', render: (_, job) => formatCount(job.rows ?? job.rowsExpected ?? 0) },
          { title: t('exportLog.column.purpose'), render: (_, job) => <>{job.purpose ?? <span className="secondary">{t('common.notRecorded')}</span>}{job.decidedBy && <div className="secondary">{t('exportLog.second', { who: job.decidedBy, note: job.decisionNote ?? '' })}</div>}</> },
          { title: 'SHA-256', render: (_, job) => (job.sha256 ? <code title={job.sha256}>{job.sha256.slice(0, 12)}</code> : '—') },
          { title: t('exportLog.column.downloads'), align: 'right', dataIndex: 'downloads' },
          { title: t('exportLog.column.state'), render: (_, job) => <ExportStateTag state={job.state} /> },
        ]}
      />
    </Page>
  );
}
