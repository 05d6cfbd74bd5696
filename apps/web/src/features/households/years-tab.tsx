import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyTable } from '../../ui/empty-table.js';
import { QueryState } from '../../ui/query-state.js';
import { householdYearsQuery, type Household, type HouseholdYear } from './households.api.js';
import { IncomeChart } from './income-chart.js';
import { YearSheet } from './year-sheet.js';

function Years({ years }: { years: HouseholdYear[] }) {
  const [chosen, setChosen] = useState(years[0]?.year);
  const year = years.find((candidate) => candidate.year === chosen) ?? years[0];
  if (!year) return <EmptyTable />;
  return (
    <>
      <IncomeChart years={years.map((entry) => ({ year: entry.year, fen: entry.income.perCapitaFen }))} />
      <Segmented options={years.map((entry) => entry.year)} value={year.year} onChange={setChosen} className="year-choice" />
      <YearSheet year={year} />
    </>
  );
}

/** The recorded years: curve, and the income of the chosen one item by item. */
export function YearsTab({ household }: { household: Household }) {
  const { t } = useTranslation();
  const query = useQuery(householdYearsQuery(household.id));
  return <section aria-label={t('households.tab.years')}><QueryState query={query} rows={8}>{(years) => <Years years={years} />}</QueryState></section>;
}
