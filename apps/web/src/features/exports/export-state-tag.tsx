import { exportStateLabels, exportStates, type ExportState } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';

const looks: Readonly<Record<ExportState, { tone: Tone; mark: string }>> = {
  waiting: { tone: 'warning', mark: '◷' }, queued: { tone: 'info', mark: '◷' }, running: { tone: 'info', mark: '⟳' }, done: { tone: 'success', mark: '✓' },
  failed: { tone: 'error', mark: '✗' }, refused: { tone: 'error', mark: '↩' }, cancelled: { tone: 'neutral', mark: '✗' }, expired: { tone: 'neutral', mark: '○' },
};

/** State of an export in the words of the server. */
export function ExportStateTag({ state }: { state: string }) {
  const language = useLanguage();
  const known = exportStates.find((one) => one === state) ?? 'queued';
  return <StatusTag {...looks[known]}>{exportStateLabels[known][language]}</StatusTag>;
}
