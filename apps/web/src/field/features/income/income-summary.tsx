import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../../i18n/format.js';
import { IncomeLine } from './income-line.js';
import type { IncomeState } from './use-income-year.js';

/** Total, per head, last year and the line. */
export function IncomeSummary({ state: { row, result, members, preview, lastYear } }: { state: IncomeState }) {
  const { t } = useTranslation();
  const amount = (fen: number | null) => (fen === null ? t('common.notRecorded') : `${formatAmount(fen)} ${t('common.yuan')}`);
  return (
    <>
      {!row && <p>{t('field.income.newYear')}</p>}
      <dl className="income-totals">
        <dt>{t('field.income.net')}</dt><dd data-testid="net">{amount(result.netFen)}</dd>
        <dt>{t('field.income.members')}</dt><dd>{members === null ? t('common.notRecorded') : t('common.persons', { count: members })}</dd>
        {lastYear && <><dt>{t('field.income.lastYear', { year: lastYear.year })}</dt><dd>{amount(lastYear.perCapitaFen)}</dd></>}
      </dl>
      <IncomeLine preview={preview} />
    </>
  );
}
