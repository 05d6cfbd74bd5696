import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../i18n/format.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ExportStateTag } from './export-state-tag.js';
import { exportQuery, fileOf, isWriting, useExportStep, type ExportJob } from './exports.api.js';

/** How far the file is; the window may be closed meanwhile, the file is then found among the tasks. */
export function ExportProgress({ job: placed }: { job: ExportJob }) {
  const { t } = useTranslation();
  const query = useQuery({ ...exportQuery(placed.id), initialData: placed });
  const step = useExportStep();
  const job = query.data;
  return (
    <div className="export-progress" role="status">
      <p><ExportStateTag state={job.state} /></p>
      {step.error && <ProblemAlert error={step.error} />}
      {isWriting(job) && <Progress percent={job.progress} status="active" aria-label={t('exporting.progress')} />}
      {job.state === 'waiting' && <Alert type="info" showIcon title={t('exporting.waiting')} />}
      {job.failure && <Alert type="error" showIcon role="alert" title={job.failure} />}
      {job.state === 'done' && (
        <p>
          <a className="download-link" href={fileOf(job.id)} download>{job.format === 'docx' ? t('taskCentre.download') : t('exporting.download', { rows: formatCount(job.rows ?? 0) })}</a>
          <span className="secondary"> {t('exporting.until', { time: formatMoment(job.expiresAt) })}</span>
        </p>
      )}
      <p className="secondary">{t('exporting.mayLeave')} <Link to="/tasks">{t('exporting.toTasks')}</Link></p>
      {(isWriting(job) || job.state === 'waiting') && <Button onClick={() => step.mutate({ id: job.id, kind: 'cancel' })} loading={step.isPending}>{t('exporting.cancel')}</Button>}
    </div>
  );
}
