import { useTranslation } from 'react-i18next';
import { matchVerdicts, type MatchVerdict } from '#domain';
import { StatusTag, type Tone } from '../../../ui/status-tag.js';

const looks: Readonly<Record<MatchVerdict, { tone: Tone; mark: string }>> = { TRUE: { tone: 'error', mark: '✓' }, FALSE_ALARM: { tone: 'neutral', mark: '✗' }, OPEN: { tone: 'warning', mark: '?' } };

/** What people said of a hit or match. */
export function VerdictMark({ verdict }: { verdict: string | null }) {
  const { t } = useTranslation();
  const known = matchVerdicts.find((one) => one === verdict);
  return known ? <StatusTag {...looks[known]}>{t(`checks.verdict.${known}`)}</StatusTag> : <StatusTag tone="neutral" mark="○">{t('checks.unjudged')}</StatusTag>;
}
