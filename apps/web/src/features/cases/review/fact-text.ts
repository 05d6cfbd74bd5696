import { useTranslation } from 'react-i18next';
import { codeLabel, FACT_CATALOGUE, type FactLevel } from '#domain';
import { formatCount, formatYuan } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';

/** A fact of the catalogue as people read it; null when it is not known. */
export function useFactText(level: FactLevel): (name: string, value: unknown) => string | null {
  const { t } = useTranslation();
  const language = useLanguage();
  return (name, value) => {
    if (value === null || value === undefined) return null;
    const fact = FACT_CATALOGUE.facts[level].get(name);
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (Array.isArray(value)) return value.map((code) => (fact?.codeList ? codeLabel(fact.codeList, String(code), language) : String(code))).join('、');
    if (fact?.type === 'money_fen') return `${formatYuan(Number(value))} ${t('common.yuan')}`;
    if (fact?.codeList) return codeLabel(fact.codeList, String(value as string), language);
    return typeof value === 'number' && fact?.unit !== 'year' ? formatCount(value) : String(value as string | number);
  };
}

/** Name of a fact in the language of the page; the bare name for one that the catalogue does not have. */
export function factLabel(level: FactLevel, name: string, language: 'zh' | 'en'): string {
  return FACT_CATALOGUE.facts[level].get(name)?.label[language] ?? name;
}
