import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.js';
import { Card } from '../../ui/card.js';
import type { ImportBatch } from './imports.api.js';

const parts = ['created', 'updated', 'unchanged', 'rejected'] as const;

/** Rows in = created + updated + unchanged + rejected; it always adds up. */
export function Counts({ batch, rows }: { batch: ImportBatch; rows: NonNullable<ImportBatch['rows']> }) {
  const { t } = useTranslation();
  const households = batch.householdsCreated !== null && t('imports.counts.households', { created: formatCount(batch.householdsCreated), updated: formatCount(batch.householdsUpdated ?? 0) });
  return (
    <Card title={t(batch.state === 'committed' ? 'imports.counts.written' : 'imports.counts.checked')} extra={<span className="secondary">{t('imports.layoutOf', { layout: batch.layout ?? '—', year: batch.year })}</span>}>
      <div className="import-counts" data-testid="import-counts">
        <span className="count"><b data-count="in">{formatCount(rows.in)}</b>{t('imports.counts.in')}</span>
        {parts.map((part, index) => (
          <span key={part} className="count-pair">
            <span aria-hidden="true">{index === 0 ? '=' : '+'}</span>
            <span className={`count ${part}`}><b data-count={part}>{formatCount(rows[part])}</b>{t(`imports.counts.${part}`)}</span>
          </span>
        ))}
      </div>
      {households && <p className="secondary">{households}</p>}
    </Card>
  );
}
