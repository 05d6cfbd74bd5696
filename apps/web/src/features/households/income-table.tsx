import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';
import type { Income } from './households.api.js';

const sign = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '');

/** The income of a year item by item, and the formula that leads to the figure per head. */
export function IncomeTable({ income }: { income: Income }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const recorded = income.groups.filter((group) => group.fen !== null);
  return (
    <section className="tab-section">
      <h3>{t('households.income.title')}</h3>
      <table className="income">
        <tbody>
          {recorded.map((group) => [
            <tr key={group.group} className="income-group">
              <th scope="row"><span className="income-sign">{sign(group.sign)}</span>{group[language]}{group.sign === 0 && <span className="secondary">（{t('households.income.monitoringOnly')}）</span>}</th>
              <td className="number">{formatAmount(group.fen ?? 0)}</td>
            </tr>,
            ...group.items.map((item) => <tr key={item.key}><th scope="row" className="income-item">{item[language]}</th><td className="number">{formatAmount(item.fen)}</td></tr>),
          ])}
          {recorded.length === 0 && <tr><td colSpan={2}>{t('households.income.none')}</td></tr>}
        </tbody>
        <tfoot>
          <tr><th scope="row">{t('households.income.net')}</th><td className="number">{income.netFen === null ? '—' : formatAmount(income.netFen)}</td></tr>
          <tr><th scope="row">{t('households.income.perHead', { count: income.memberCount })}</th><td className="number">{income.perCapitaFen === null ? '—' : formatAmount(income.perCapitaFen)}</td></tr>
        </tfoot>
      </table>
      <p className="formula" data-testid="formula">{language === 'zh' ? income.formulaZh : income.formulaEn}</p>
    </section>
  );
}
