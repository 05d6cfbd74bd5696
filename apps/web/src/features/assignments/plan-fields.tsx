import { useTranslation } from 'react-i18next';
import { AreaItem, DayItem, FenItem, SelectItem } from '../help/parts/items.js';
import { useMeasureChoices, type MeasureSummary } from '../help/parts/use-names.js';
import { useYearChoices } from '../help/parts/use-years.js';
import type { PlanMany } from './assignments.api.js';

export interface PlanValues {
  measureCode: string;
  year: string;
  plannedAmountFen?: number;
  aim?: string;
  startsOn?: string;
  endsOn?: string;
}

/** What is the same for every row of a plan. */
export function planBody({ measureCode, year, plannedAmountFen, aim, startsOn, endsOn }: PlanValues): Omit<PlanMany, 'rows'> {
  return {
    measureCode, year: Number(year), allOrNothing: false, ...(plannedAmountFen === undefined ? {} : { plannedAmountFen }), ...(aim?.trim() ? { aim: aim.trim() } : {}),
    ...(startsOn ? { startsOn } : {}), ...(endsOn ? { endsOn } : {}),
  };
}

interface Props {
  levels: readonly MeasureSummary['level'][];
  onMeasure?: (code: string) => void;
}

/** Measure, year, amount, aim and days. */
export function PlanFields({ levels, onMeasure }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SelectItem name="measureCode" label={t('help.measure')} options={useMeasureChoices(levels)} search required {...(onMeasure ? { onChange: onMeasure } : {})} />
      <div className="two-fields">
        <SelectItem name="year" label={t('help.year')} options={useYearChoices()} required />
        <FenItem name="plannedAmountFen" label={t('help.assignments.plannedFen')} />
        <DayItem name="startsOn" label={t('help.startsOn')} />
        <DayItem name="endsOn" label={t('help.endsOn')} />
      </div>
      <AreaItem name="aim" label={t('help.aim')} max={500} />
    </>
  );
}
