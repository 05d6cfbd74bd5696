import { operationKinds, typedLines } from '#domain';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import type { ItemState, OutboxItem } from '../../store/index.js';
import { BigButton, Card, Facts, StatusTag, type Tone } from '../../ui/index.js';
import { SettledLine } from '../spot-check/settled-line.js';
import { sizeText } from '../setup/size-text.js';

const looks: Readonly<Record<ItemState, { tone: Tone; mark: string }>> = {
  waiting: { tone: 'warning', mark: '↑' }, sending: { tone: 'info', mark: '⟳' }, sent: { tone: 'success', mark: '✓' }, returned: { tone: 'error', mark: '↩' }, failed: { tone: 'error', mark: '!' }, settled: { tone: 'neutral', mark: '✓' },
};

/** One record: what it is, how it stands, why, and what can be done. */
export function ItemRow({ item, onRetry, onOpen }: { item: OutboxItem; onRetry: () => void; onOpen: (() => void) | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { tone, mark } = looks[item.state];
  const words = item.reason && (item.reason[language] || item.reason.zh);
  const facts = [sizeText(item.size), ...(item.photos > 0 ? [t('field.outbox.photos', { count: item.photos })] : []), ...(item.photosWaiting > 0 && item.state === 'sent' ? [t('field.outbox.photosWaiting', { count: item.photosWaiting })] : [])];
  return (
    <Card title={item.title || t('field.outbox.unreadable')} tone={item.state === 'returned' ? 'error' : 'plain'} data-testid="outbox-item"
      extra={item.practice ? <StatusTag tone="neutral">{t('field.outbox.practiceTag')}</StatusTag> : <StatusTag tone={tone} mark={mark}>{t(`field.outbox.state.${item.state}`)}</StatusTag>}>
      <p className="secondary">{operationKinds[item.kind][language]} · {formatMoment(item.createdAt.toISOString())}</p>
      <p className="secondary small">{facts.join(' · ')}</p>
      {item.practice && <p>{t('field.outbox.practice')}</p>}
      {words && <p className="reason">{words}</p>}
      {item.settlement ? <SettledLine settlement={item.settlement} /> : item.state === 'settled' && <p>{t('field.outbox.redone')}</p>}
      {item.payload && item.kind.startsWith('sample.') && <details className="item-typed"><summary>{t('field.outbox.typed')}</summary><Facts rows={typedLines(item.payload, language).map(({ label, value }) => ({ name: label, value }))} /></details>}
      {item.receipt?.status === 'conflict' && <p className="reason">{t('field.outbox.conflict')}</p>}
      {item.receipt && <p className="secondary small">{t('field.outbox.receipt', { time: formatMoment(item.receipt.at.toISOString()) })}</p>}
      {!item.practice && ((item.state !== 'sent' && item.state !== 'settled') || item.photosWaiting > 0) && (
        <div className="item-actions">
          {item.state !== 'returned' && <BigButton small kind="plain" onClick={onRetry} data-testid="retry">{t('field.outbox.retry')}</BigButton>}
          {onOpen && <BigButton small kind="plain" onClick={onOpen} data-testid="open">{t('field.outbox.open')}</BigButton>}
        </div>
      )}
    </Card>
  );
}
