import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incomeItem } from '#domain';
import { formatAmount } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { BigButton, MoneyField, NumberField, Sheet } from '../../ui/index.js';
import type { IncomeState } from './use-income-year.js';

interface Props {
  item: string | null;
  state: IncomeState;
  onAmount: (item: string, fen: number | null) => void;
  onClose: () => void;
}

/** One item: its amount on the keypad, or how many times what price. */
export function IncomeSheet({ item, state, onAmount, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (item) setTimeout(() => place.current?.querySelector('input')?.focus(), 50);
  }, [item]);
  if (item === null) return null;
  const last = state.lastYear?.amounts[item];
  const hint = last == null ? undefined : t('field.income.lastAmount', { amount: formatAmount(last) });
  return (
    <Sheet open title={incomeItem(item)?.[language] ?? item} onClose={onClose} footer={<BigButton onClick={onClose} data-testid="amount-done">{t('field.income.done')}</BigButton>}>
      <div ref={place}><MoneyField label={t('field.income.amount')} value={state.amounts[item] ?? null} onChange={(fen) => onAmount(item, fen)} hint={hint} testid="amount" /></div>
      {item.startsWith('business') && <Priced key={item} onAmount={(fen) => onAmount(item, fen)} />}
    </Sheet>
  );
}

/** 数量 × 单价, where income comes from what was sold. */
function Priced({ onAmount }: { onAmount: (fen: number) => void }) {
  const { t } = useTranslation();
  const [count, setCount] = useState<number | null>(null);
  const [price, setPrice] = useState<number | null>(null);
  const tell = (pieces: number | null, fen: number | null) => {
    setCount(pieces);
    setPrice(fen);
    if (pieces !== null && fen !== null) onAmount(Math.round(pieces * fen));
  };
  return (
    <>
      <NumberField label={t('field.income.count')} value={count} decimals={2} onChange={(value) => tell(value, price)} testid="count" />
      <MoneyField label={t('field.income.price')} value={price} onChange={(value) => tell(count, value)} testid="price" />
    </>
  );
}
