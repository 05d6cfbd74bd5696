import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../../i18n/format.js';
import type { IncomePreview } from '../visit/form/income-preview.js';
import './income.css';

/** 人均纯收入 against the line of the year, as number and bar. */
export function IncomeLine({ preview }: { preview: IncomePreview | null }) {
  const { t } = useTranslation();
  if (!preview || preview.afterFen === null) return <p className="income-none">{t('field.income.unknown')}</p>;
  const { beforeFen, afterFen, lineFen } = preview;
  const most = Math.max(afterFen, beforeFen ?? 0, lineFen ?? 0, 1) * 1.15;
  const at = (fen: number) => Math.min(100, Math.max(0, (fen / most) * 100));
  const below = lineFen !== null && afterFen < lineFen;
  return (
    <div className="income-line" role="status">
      <p className="income-head">{t('field.income.perHead')} <strong data-testid="per-head">{formatAmount(afterFen)}</strong> {t('common.yuan')}{below && <span className="income-below"> ▲ {t('field.income.below')}</span>}</p>
      <svg className="income-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="income-bar-back" width="100" height="8" /><rect className={below ? 'income-bar-low' : 'income-bar-fill'} width={at(afterFen)} height="8" />
        {lineFen !== null && <rect className="income-bar-line" x={at(lineFen) - 0.5} width="1" height="8" />}
      </svg>
      <p className="income-notes">{beforeFen !== null && <span>{t('field.income.before', { amount: formatAmount(beforeFen) })}</span>}<span>{lineFen === null ? t('field.income.noLine') : t('field.income.line', { amount: formatAmount(lineFen) })}</span></p>
    </div>
  );
}
