import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../ui/status-tag.js';
import type { Batch } from './payments.api.js';

const looks: Readonly<Record<Batch['state'], { tone: Tone; mark: string }>> = {
  QUEUED: { tone: 'info', mark: '⟳' }, EXPORTED: { tone: 'warning', mark: '◷' }, FAILED: { tone: 'error', mark: '✗' }, SETTLED: { tone: 'success', mark: '✓' },
};

export function BatchStateTag({ state }: { state: Batch['state'] }) {
  const { t } = useTranslation();
  return <StatusTag {...looks[state]}>{t(`help.batches.state.${state}`)}</StatusTag>;
}
