import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import type { OwnCause, SpotTask } from '../../store/spot-checks.js';
import { Card } from '../../ui/index.js';
import { DifferenceCard } from './difference-card.js';

type Outcome = NonNullable<SpotTask['outcome']>;

/** Where the answers and the record part, each with its cause. */
export function Differences({ outcome, causes, name }: { outcome: Outcome; causes: readonly OwnCause[]; name: string }) {
  const { t } = useTranslation();
  const { differences } = outcome;
  return (
    <>
      <Card title={t('field.spot.differences', { count: differences.length })} data-testid="differences">
        {differences.length === 0 && <p>{t('field.spot.agrees')}</p>}
        <p className="secondary small">{t('field.spot.savedAt', { time: formatMoment(outcome.savedAt) })}</p>
        {outcome.version > 1 && <p data-testid="corrected">{t('field.spot.corrected', { version: outcome.version, reason: outcome.reason ?? '' })}</p>}
      </Card>
      {differences.map((difference) => <DifferenceCard key={difference.field} answerId={outcome.id} difference={difference} own={causes.filter(({ field, state }) => field === difference.field && state !== 'returned').at(-1)} name={name} />)}
    </>
  );
}
