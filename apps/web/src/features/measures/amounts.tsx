import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language.js';
import type { MeasureAmount } from './measures.api.js';

/** Amounts as printed; what no document settles is said. */
export function Amounts({ amount }: { amount: readonly MeasureAmount[] | null }) {
  const { t } = useTranslation();
  const local = useLocalText();
  if (!amount || amount.length === 0) return <span className="not-set">{t('common.notSet')}</span>;
  return <>{amount.map((item, at) => <div key={at}>{item.applies && <span className="secondary">{local(item.applies)}：</span>}{local(item.text)}</div>)}</>;
}
