import { useTranslation } from 'react-i18next';
import { codeLabel, housePositionText, type Field } from '#domain';
import { formatAmount, formatCount } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';

/** A recorded value as people read it; null where nobody has recorded it. */
export function useValueText(): (field: Field, value: unknown) => string | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const coded = (field: Field, code: unknown) => (field.codeList ? codeLabel(field.codeList, String(code), language) : String(code));
  return (field, value) => {
    if (value === null || value === undefined || value === '') return null;
    if (Array.isArray(value)) return value.length === 0 ? null : value.map((code: unknown) => coded(field, code)).join('、');
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (field.type === 'code') return coded(field, value);
    if (field.type === 'fen') return `${formatAmount(Number(value))} ${t('common.yuan')}`;
    if (field.type === 'position') return housePositionText(value, language);
    if (field.type === 'integer') return formatCount(Number(value));
    return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
  };
}
