import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../ui/status-tag.js';
import { ExportStateTag } from '../exports/export-state-tag.js';
import { ImportStateTag } from '../imports/import-state-tag.js';
import type { CheckRun, Comparison, Task } from './task.js';

type Look = { tone: Tone; mark: string };
const runLooks: Readonly<Record<CheckRun['state'], Look>> = {
  queued: { tone: 'info', mark: '◷' }, running: { tone: 'info', mark: '⟳' }, done: { tone: 'success', mark: '✓' }, failed: { tone: 'error', mark: '✗' }, cancelled: { tone: 'neutral', mark: '✗' },
};
const comparisonLooks: Readonly<Record<Comparison['state'], Look>> = {
  uploaded: { tone: 'info', mark: '◷' }, needs_mapping: { tone: 'warning', mark: '!' }, ready: { tone: 'warning', mark: '◷' }, matching: { tone: 'info', mark: '⟳' }, done: { tone: 'success', mark: '✓' },
  failed: { tone: 'error', mark: '✗' }, cancelled: { tone: 'neutral', mark: '✗' }, deleted: { tone: 'neutral', mark: '○' },
};

export function CheckRunStateTag({ state }: { state: CheckRun['state'] }) {
  return <StatusTag {...runLooks[state]}>{useTranslation().t(`taskCentre.runState.${state}`)}</StatusTag>;
}

export function ComparisonStateTag({ state }: { state: Comparison['state'] }) {
  return <StatusTag {...comparisonLooks[state]}>{useTranslation().t(`taskCentre.comparisonState.${state}`)}</StatusTag>;
}

function Tag({ task }: { task: Task }) {
  const { t } = useTranslation();
  switch (task.kind) {
    case 'export':
      return <ExportStateTag state={task.of.state} />;
    case 'import':
      return <ImportStateTag state={task.of.state} />;
    case 'check':
      return <CheckRunStateTag state={task.of.state} />;
    case 'comparison':
      return <ComparisonStateTag state={task.of.state} />;
    case 'recalculation':
      return <StatusTag tone={task.of.parked > 0 ? 'warning' : 'success'} mark={task.of.parked > 0 ? '!' : '✓'}>{t('taskCentre.runState.done')}</StatusTag>;
  }
}

/** Where a job stands; while it works, how far it is. */
export function TaskState({ task }: { task: Task }) {
  const { t } = useTranslation();
  return <><Tag task={task} />{task.progress !== null && <Progress size="small" percent={task.progress} status="active" aria-label={t('taskCentre.progress')} />}</>;
}
