import { useTranslation } from 'react-i18next';
import { ChooseHousehold } from '../new/choose-household.js';
import { OnThisPhone } from '../new/on-this-phone.js';
import { useToday } from '../visit/use-today.js';
import { IncomeScreen } from './income-screen.js';
import { firstYear } from './year-row.js';
import { useFieldSearch, useGo } from '../new/go.js';

/** 收入: the items of a year, corrected one by one. */
export function IncomePage() {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const { hh, year } = useFieldSearch();
  if (!hh) return <ChooseHousehold title={t('field.income.title')} to="/income" />;
  return (
    <OnThisPhone id={hh} title={t('field.income.title')}>
      {(household) => {
        const shown = year ?? firstYear(household, today);
        return <IncomeScreen key={`${household.id}:${shown}`} household={household} year={shown} onYear={(next) => void go('/income', { hh, year: next }, { replace: true })} />;
      }}
    </OnThisPhone>
  );
}
