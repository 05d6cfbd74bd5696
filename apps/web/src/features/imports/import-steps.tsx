import { useTranslation } from 'react-i18next';
import type { ImportState } from './imports.api.js';

const steps = ['upload', 'headings', 'check', 'write'] as const;
const reached: Readonly<Record<ImportState, number>> = {
  uploaded: 1, parsing: 1, needs_mapping: 1, failed: 1, validated: 2, cancelled: 2, committing: 3, committed: 4, undoing: 3, undone: 4,
};

/** Where in the four steps the batch is. */
export function ImportSteps({ state }: { state: ImportState }) {
  const { t } = useTranslation();
  return (
    <ol className="import-steps">
      {steps.map((step, index) => (
        <li key={step} className={index < reached[state] ? 'done' : index === reached[state] ? 'current' : ''} aria-current={index === reached[state] ? 'step' : undefined}>{index + 1} {t(`imports.step.${step}`)}</li>
      ))}
    </ol>
  );
}
