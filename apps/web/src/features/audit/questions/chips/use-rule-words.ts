import { addDays, describeNode, planRule, questionCatalogue, resolveRelativeDates, ROW_LEVEL, type DatasetName, type Rule } from '#domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../../i18n/use-language.js';
import { useRowLists } from './use-code-options.js';

/** A day that nobody asks for, one for each count of days, so that it can be found again in the words. */
const far = (days: number): string => addDays('2900-01-01', days);

/** A condition in the words in which the server reads the question back; days counted back are said as such. */
export function useRuleWords(dataset: DatasetName): (rule: Rule) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const catalogue = questionCatalogue(dataset, useRowLists());
  return (rule) => {
    const days: number[] = [];
    const marked: unknown = JSON.parse(JSON.stringify(rule), (_key, value: unknown) => {
      const counted = typeof value === 'object' && value !== null && 'daysBefore' in value ? Number(value.daysBefore) : null;
      return counted === null ? value : (days.push(counted), far(counted));
    });
    const said = describeNode(planRule(resolveRelativeDates(marked, '2000-01-01'), catalogue, ROW_LEVEL).root, { catalogue, level: ROW_LEVEL })[language];
    return days.reduce((text, count) => text.replaceAll(far(count), t('questions.chip.daysAgo', { count })), said);
  };
}
