import { useTranslation } from 'react-i18next';
import { fieldsOf, type FieldGroup } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { FieldFacts } from '../../ui/field-facts.js';
import type { HouseholdYear } from './households.api.js';
import { IncomeTable } from './income-table.js';
import { PersonYears } from './person-years.js';

const groups: readonly FieldGroup[] = ['assurance', 'living', 'production'];
const fields = fieldsOf('householdYear');

/** One year: income with its formula, assurances, living conditions, production, persons. */
export function YearSheet({ year }: { year: HouseholdYear }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="secondary">
        {t('households.year.version', { version: year.version, time: formatMoment(year.recordedAt) })}
        {year.correctionReason && ` · ${t('households.year.corrected', { reason: year.correctionReason })}`}
      </p>
      <IncomeTable income={year.income} />
      {groups.map((group) => (
        <section key={group} className="tab-section">
          <h3>{t(`households.group.${group}`)}</h3>
          <FieldFacts fields={fields.filter((field) => field.group === group)} values={year.values} />
        </section>
      ))}
      <PersonYears persons={year.members} />
    </>
  );
}
