import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { CommitBar } from './commit-bar.js';
import { Counts } from './counts.js';
import { HeadingsCard } from './headings-card.js';
import { isWorking, useImportStep, type ImportBatch } from './imports.api.js';
import { Notes } from './notes.js';
import { RejectedRows } from './rejected-rows.js';
import { RepeatBar } from './repeat-bar.js';
import { UndoBar } from './undo-bar.js';
import { WorkingCard } from './working-card.js';

/** What can be seen and done in the state that the batch is in. */
export function ImportBody({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const step = useImportStep(batch.id);
  if (isWorking(batch)) return <WorkingCard batch={batch} onCancel={() => step.mutate({ kind: 'cancel' })} />;
  const checked = batch.state === 'validated';
  return (
    <>
      {step.error && <ProblemAlert error={step.error} />}
      {batch.failure && <Alert type="error" showIcon title={batch.failure[language]} role="alert" />}
      {batch.state === 'undone' && <Alert type="info" showIcon title={t('imports.undone', { time: formatMoment(batch.undoneAt) })} />}
      {batch.rows && <Counts batch={batch} rows={batch.rows} />}
      {checked && <CommitBar batch={batch} pending={step.isPending} onCommit={(mode) => step.mutate({ kind: 'commit', mode })} onCancel={() => step.mutate({ kind: 'cancel' })} />}
      {batch.state === 'committed' && <UndoBar batch={batch} pending={step.isPending} onUndo={() => step.mutate({ kind: 'undo' })} />}
      {batch.state === 'failed' && <RepeatBar pending={step.isPending} onRepeat={() => step.mutate({ kind: 'validate' })} />}
      <Notes batch={batch} />
      {(batch.rows?.rejected ?? 0) > 0 && <RejectedRows batch={batch} editable={checked} />}
      {batch.columns.length > 0 && <HeadingsCard key={batch.version} batch={batch} pending={step.isPending} onMap={(mapping) => step.mutate({ kind: 'mapping', mapping })} />}
    </>
  );
}
