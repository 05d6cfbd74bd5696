import { useTranslation } from 'react-i18next';

const fields = ['memberCount', 'assurance.FOOD', 'assurance.CLOTHING', 'assurance.EDUCATION', 'assurance.MEDICAL', 'assurance.HOUSING', 'assurance.WATER', 'assurance.INCOME', 'income.wage', 'income.business', 'income.property', 'income.transfer', 'income.cost', 'help.helper', 'help.measures'] as const;

/** Name of a field of the form, as differences call it. */
export function useSpotField(): (field: string) => string {
  const { t } = useTranslation();
  return (field) => {
    const known = fields.find((one) => one === field);
    return known ? t(`samples.spot.${known}`) : field;
  };
}
