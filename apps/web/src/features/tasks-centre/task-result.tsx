import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../i18n/format.js';
import { fileOf, type ExportJob } from '../exports/exports.api.js';
import type { Task } from './task.js';

function ExportResult({ job }: { job: ExportJob }) {
  const { t } = useTranslation();
  if (job.failure) return <span className="missing">{job.failure}</span>;
  if (job.state === 'refused') return <>{t('taskCentre.refusedBy', { who: job.decidedBy ?? '', why: job.decisionNote ?? '' })}</>;
  if (job.state !== 'done') return <>{job.rowsExpected !== null && t('taskCentre.rows', { rows: formatCount(job.rowsExpected) })}</>;
  const may = job.mine || !job.unmasked;
  return (
    <>
      {may && <a href={fileOf(job.id)} download>{t('taskCentre.download')}</a>} {t('taskCentre.rows', { rows: formatCount(job.rows ?? 0) })}
      <div className="secondary nowrap">{t('exporting.until', { time: formatMoment(job.expiresAt) })}</div>
    </>
  );
}

/** What came of a job: the file, or its figures; partial success is spelled out. */
export function TaskResult({ task }: { task: Task }) {
  const { t } = useTranslation();
  switch (task.kind) {
    case 'export':
      return <ExportResult job={task.of} />;
    case 'import':
      return <>{task.of.rows && t('imports.counts.short', { in: formatCount(task.of.rows.in), written: formatCount(task.of.rows.created + task.of.rows.updated), rejected: formatCount(task.of.rows.rejected) })}</>;
    case 'check':
      return <>{task.of.totals && t('taskCentre.checkResult', { hits: formatCount(task.of.totals.hits), missing: task.of.totals.missing })}{task.of.failure && <span className="missing">{task.of.failure.zh}</span>}</>;
    case 'comparison':
      return <>{task.of.rows !== null && task.of.matchedById !== null && t('taskCentre.comparisonResult', { rows: formatCount(task.of.rows), hits: formatCount(task.of.matchedById + (task.of.matchedByName ?? 0)), doubtful: formatCount(task.of.doubtful ?? 0) })}</>;
    case 'recalculation':
      return <>{t('taskCentre.recalculated', { households: formatCount(task.of.households), changed: formatCount(task.of.verdictsChanged), parked: task.of.parked })}</>;
  }
}
