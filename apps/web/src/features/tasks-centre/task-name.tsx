import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { ShortDivisionName } from '../../ui/division-name.js';
import { exportSourcesQuery, type ExportJob } from '../exports/exports.api.js';
import type { Task } from './task.js';

/** What an export holds, by the name of its source. */
export function SourceName({ source }: { source: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const known = useQuery(exportSourcesQuery).data?.items.find((one) => one.source === source);
  return <>{known ? known[language] : t('taskCentre.kind.export')}</>;
}

function ExportName({ job }: { job: ExportJob }) {
  const { t } = useTranslation();
  if (job.format === 'docx') return <>{t('questions.brief.name')} · {typeof job.query['title'] === 'string' ? job.query['title'] : ''}</>;
  return <>{t('taskCentre.kind.export')} · <SourceName source={job.source} /> · <span className="nowrap">{job.format.toUpperCase()} · {t(job.unmasked ? 'taskCentre.inClear' : 'taskCentre.masked')}</span></>;
}

/** What a job is about, with the way to its page. */
export function TaskName({ task }: { task: Task }) {
  const { t } = useTranslation();
  const kind = t(`taskCentre.kind.${task.kind}`);
  switch (task.kind) {
    case 'export':
      return <ExportName job={task.of} />;
    case 'import':
      return <>{kind} · <Link to="/imports/$id" params={{ id: task.of.id }}>{task.of.fileName}</Link></>;
    case 'check':
      return <>{kind} · <ShortDivisionName code={task.of.division} /> · {t('taskCentre.checks', { count: task.of.codes.length })}</>;
    case 'comparison':
      return <>{kind} · {task.of.registerName} · {task.of.fileName}</>;
    case 'recalculation':
      return <>{kind} · <ShortDivisionName code={task.of.countyCode} /></>;
  }
}
