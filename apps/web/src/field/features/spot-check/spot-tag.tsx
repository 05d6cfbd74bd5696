import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../ui/index.js';
import type { SpotState } from './spot-state.js';

const looks: Readonly<Record<SpotState, { tone: Tone; mark: string }>> = {
  open: { tone: 'inspection', mark: '○' }, tried: { tone: 'warning', mark: '◷' }, givenUp: { tone: 'warning', mark: '!' }, asked: { tone: 'info', mark: '→' }, replaced: { tone: 'neutral', mark: '→' },
  kept: { tone: 'warning', mark: '↑' }, sent: { tone: 'info', mark: '⟳' }, returned: { tone: 'error', mark: '↩' }, compared: { tone: 'success', mark: '✓' },
};

export function SpotTag({ state }: { state: SpotState }) {
  const { t } = useTranslation();
  return <StatusTag {...looks[state]}>{t(`field.spot.state.${state}`)}</StatusTag>;
}
