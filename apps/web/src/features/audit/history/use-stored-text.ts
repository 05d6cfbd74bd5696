import { codeItem, codeLabel, isRole, roleTable } from '#domain';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatYuan } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';

/** A stored value as people read it: moments, yes and no, amounts, roles and states; what is not known stays as it is. Null when there is none. */
export function useStoredText(): (column: string, value: unknown) => string | null {
  const { t } = useTranslation();
  const language = useLanguage();
  return (column, value) => {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'number') return column.endsWith('_fen') ? `${formatYuan(value)} ${t('common.yuan')}` : String(value);
    if (typeof value !== 'string') return JSON.stringify(value);
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatMoment(value);
    if (column === 'status' && codeItem('householdStatus', value)) return codeLabel('householdStatus', value, language);
    return isRole(value) ? roleTable[value][language] : value;
  };
}
