import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { IncomeChart } from '../../households/income-chart.js';
import { householdYearsQuery } from '../../households/households.api.js';
import { readExplanation } from '../../../ui/explanation/read-explanation.js';
import type { CaseDetail } from '../cases.api.js';
import { ComparisonRows } from './comparison-rows.js';
import { MatrixRow } from './matrix-row.js';
import { dimensions, incomeLine, leavesByFact } from './matrix-rows.js';

/** Standard, what was verified, what the year before said, and the conclusion, for each of the seven. */
export function HouseholdMatrix({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const years = useQuery(householdYearsQuery(detail.subjectId)).data ?? [];
  const leaves = leavesByFact((detail.verified?.rules ?? []).flatMap((rule) => readExplanation(rule.explanation) ?? []));
  const before = years.find((year) => year.year === detail.year - 1);
  const recent = years.filter((year) => year.year <= detail.year).slice(0, 3).map((year) => ({ year: year.year, fen: year.income.perCapitaFen }));
  return (
    <>
      <table className="matrix">
        <thead>
          <tr>
            <th>{t('cases.matrix.item')}</th><th>{t('cases.matrix.standard')}</th><th>{t('cases.matrix.now', { year: detail.year })}</th>
            <th>{t('cases.matrix.before', { year: detail.year - 1 })}</th><th>{t('cases.matrix.conclusion')}</th><th><span className="visually-hidden">{t('cases.pin')}</span></th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map(({ fact, field }) => (
            <MatrixRow key={fact} fact={fact} value={detail.verified?.facts[fact]} before={field === null ? before?.income.perCapitaFen : before?.values[field]} leaf={leaves.get(fact)} />
          ))}
          <ComparisonRows facts={detail.verified?.facts ?? {}} />
        </tbody>
      </table>
      {recent.length > 0 && <IncomeChart years={recent} line={incomeLine(leaves.get('net_income_per_capita_fen'))} />}
    </>
  );
}
