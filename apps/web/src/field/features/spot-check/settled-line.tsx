import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import type { Settlement } from '../../store/types.js';

/** What became of refused work: kept as a late note or dismissed, why, by whom and when. */
export function SettledLine({ settlement: { outcome, note, settledBy, settledAt } }: { settlement: Settlement }) {
  const { t } = useTranslation();
  return (
    <div data-testid="settlement">
      <p><strong>{t(`field.outbox.settled.${outcome}`)}</strong> <span className="secondary">{settledBy} {formatMoment(settledAt)}</span></p>
      {note && <p>{t('field.outbox.settled.why', { note })}</p>}
    </div>
  );
}
