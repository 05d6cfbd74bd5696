import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../ui/status-tag.js';
import type { ImportState } from './imports.api.js';

const looks: Readonly<Record<ImportState, { tone: Tone; mark: string }>> = {
  uploaded: { tone: 'info', mark: '⟳' }, parsing: { tone: 'info', mark: '⟳' }, needs_mapping: { tone: 'warning', mark: '!' }, validated: { tone: 'warning', mark: '○' },
  committing: { tone: 'info', mark: '⟳' }, committed: { tone: 'success', mark: '✓' }, undoing: { tone: 'info', mark: '⟳' }, undone: { tone: 'neutral', mark: '↩' },
  failed: { tone: 'error', mark: '✗' }, cancelled: { tone: 'neutral', mark: '✗' },
};

export function ImportStateTag({ state }: { state: ImportState }) {
  const { t } = useTranslation();
  return <StatusTag {...looks[state]}>{t(`imports.state.${state}`)}</StatusTag>;
}
