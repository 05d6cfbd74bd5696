import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { useToday } from '../../ui/use-clock.js';
import { EmptyTable } from '../../ui/empty-table.js';
import { QueryState } from '../../ui/query-state.js';
import { YearDialog } from './edit/year-dialog.js';
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

/** Records this year or the last, or corrects what is on record. */
function YearButtons({ household, years }: { household: Household; years: HouseholdYear[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const today = useToday();
  const [open, setOpen] = useState<number | null>(null);
  if (!may(Permission.HouseholdWrite) || household.endedOn !== null) return null;
  const now = Number(today.slice(0, 4));
  const offered = [...new Set([now, now - 1, ...years.map(({ year }) => year)])].sort((a, b) => b - a);
  return (
    <p className="edit-bar">
      {offered.map((year) => <Button key={year} size="small" onClick={() => setOpen(year)}>{t(years.some((known) => known.year === year) ? 'households.edit.correctYear' : 'households.edit.recordYear', { year })}</Button>)}
      {open !== null && <YearDialog household={household} year={open} known={years.find(({ year }) => year === open)} onClose={() => setOpen(null)} />}
    </p>
  );
}

/** The recorded years: curve, and the income of the chosen one item by item. */
export function YearsTab({ household }: { household: Household }) {
  const { t } = useTranslation();
  const query = useQuery(householdYearsQuery(household.id));
  return <section aria-label={t('households.tab.years')}><QueryState query={query} rows={8}>{(years) => <><YearButtons household={household} years={years} /><Years years={years} /></>}</QueryState></section>;
}
