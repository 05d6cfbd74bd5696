import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ExportDialog, type ExportOf } from '../exports/export-dialog.js';
import type { ExportJob } from '../exports/exports.api.js';
import type { Task } from './task.js';

function cancel(task: Task): Promise<unknown> {
  const params = { path: { id: task.of.id } };
  switch (task.kind) {
    case 'export':
      return call(api.POST('/api/v1/exports/{id}/cancel', { params }));
    case 'import':
      return call(api.POST('/api/v1/imports/{id}/cancel', { params }));
    case 'check':
      return call(api.POST('/api/v1/check-runs/{id}/cancel', { params }));
    case 'comparison':
      return call(api.POST('/api/v1/comparisons/{id}/cancel', { params }));
    case 'recalculation':
      return Promise.resolve();
  }
}

/** The same again; the rows of a question, sheets and briefs are asked for where they stand. */
function exportAgain(job: ExportJob): ExportOf | null {
  if (!job.mine || !['failed', 'cancelled', 'expired', 'refused'].includes(job.state) || job.source === 'question' || job.format === 'pdf' || job.format === 'docx') return null;
  return job.source === 'households' ? { kind: 'households', filter: job.query } : { kind: 'source', source: job.source, params: job.query };
}

/** Give up what works; do again what failed, was given up or is gone. */
export function TaskButtons({ task }: { task: Task }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const settled = { onSettled: () => client.invalidateQueries() };
  const stop = useMutation({ mutationFn: () => cancel(task), ...settled });
  const again = useMutation({ mutationFn: (body: { division: string; codes: string[]; year: number }) => call(api.POST('/api/v1/check-runs', { body: { ...body, all: false } })), ...settled });
  const file = task.kind === 'export' ? exportAgain(task.of) : null;
  const run = task.kind === 'check' && (task.of.state === 'failed' || task.of.state === 'cancelled') ? task.of : null;
  const error = stop.error ?? again.error;
  return (
    <>
      {error && <ProblemAlert error={error} />}
      {task.cancellable && <Button size="small" loading={stop.isPending} onClick={() => stop.mutate()}>{t('common.cancel')}</Button>}
      {file && <Button size="small" onClick={() => setOpen(true)}>{t('taskCentre.exportAgain')}</Button>}
      {run && <Button size="small" loading={again.isPending} onClick={() => again.mutate({ division: run.division, codes: run.codes, year: run.year })}>{t('common.retry')}</Button>}
      {file && open && task.kind === 'export' && <ExportDialog of={file} title="" onClose={() => setOpen(false)} />}
    </>
  );
}
