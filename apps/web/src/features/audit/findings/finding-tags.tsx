import { useTranslation } from 'react-i18next';
import type { FindingState } from '#domain';
import { StatusTag, type Tone } from '../../../ui/status-tag.js';
import type { FindingItem } from './findings.api.js';

const states: Readonly<Record<FindingState, { tone: Tone; mark: string }>> = {
  ISSUED: { tone: 'warning', mark: '○' }, RECTIFYING: { tone: 'info', mark: '⟳' }, IN_REVIEW: { tone: 'inspection', mark: '◷' }, RETURNED: { tone: 'error', mark: '↩' }, CLOSED: { tone: 'success', mark: '✓' },
};
const colours: Readonly<Record<FindingItem['colour'], { tone: Tone; mark: string }>> = {
  BLUE: { tone: 'info', mark: '◷' }, YELLOW: { tone: 'warning', mark: '!' }, RED: { tone: 'error', mark: '▲' }, NONE: { tone: 'neutral', mark: '◷' }, UNSET: { tone: 'neutral', mark: '◷' },
};

export function FindingStateTag({ state }: { state: FindingState }) {
  return <StatusTag {...states[state]}>{useTranslation().t(`findings.state.${state}`)}</StatusTag>;
}

/** Days left with the colour that the bounds give them; over and done with needs none. */
export function DaysLeft({ finding }: { finding: Pick<FindingItem, 'colour' | 'daysLeft' | 'dueOn' | 'state'> }) {
  const { t } = useTranslation();
  if (finding.state === 'CLOSED' || finding.state === 'IN_REVIEW') return <span className="secondary nowrap">{t('findings.due', { day: finding.dueOn })}</span>;
  const over = finding.daysLeft < 0;
  const look = over && (finding.colour === 'UNSET' || finding.colour === 'NONE') ? ({ tone: 'error', mark: '▲' } as const) : colours[finding.colour];
  return <StatusTag {...look}>{over ? t('findings.overdue', { count: -finding.daysLeft }) : t('findings.left', { count: finding.daysLeft })}</StatusTag>;
}
