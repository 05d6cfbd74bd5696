import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../ui/status-tag.js';
import type { Payment } from './payments.api.js';

const looks: Readonly<Record<string, { tone: Tone; mark: string; word: 'PAYABLE' | 'SENT' | 'PAID' }>> = {
  PAYABLE: { tone: 'warning', mark: '○', word: 'PAYABLE' }, SENT: { tone: 'info', mark: '⟳', word: 'SENT' }, PAID: { tone: 'success', mark: '✓', word: 'PAID' },
};

/** How far a payment is: waiting, at the bank, paid; or taken back. */
export function SettlementTag({ payment }: { payment: Pick<Payment, 'settlement' | 'reversedById' | 'reversesId'> }) {
  const { t } = useTranslation();
  if (payment.reversesId) return <StatusTag tone="neutral" mark="↩">{t('help.payments.reversal')}</StatusTag>;
  if (payment.reversedById) return <StatusTag tone="neutral" mark="↩">{t('help.payments.reversed')}</StatusTag>;
  const look = looks[payment.settlement ?? ''];
  return look ? <StatusTag tone={look.tone} mark={look.mark}>{t(`help.payments.settlement.${look.word}`)}</StatusTag> : <>—</>;
}
