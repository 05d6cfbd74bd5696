import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../../ui/status-tag.js';
import type { Sample } from './samples.api.js';

const looks: Readonly<Record<Sample['state'], { tone: Tone; mark: string }>> = {
  DRAWN: { tone: 'warning', mark: '○' }, SEALED: { tone: 'inspection', mark: '●' }, ISSUED: { tone: 'info', mark: '◷' }, CLOSED: { tone: 'success', mark: '✓' },
};

export function SampleStateTag({ state }: { state: Sample['state'] }) {
  const { t } = useTranslation();
  return <StatusTag {...looks[state]}>{t(`samples.state.${state}`)}</StatusTag>;
}
