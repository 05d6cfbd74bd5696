import { useTranslation } from 'react-i18next';
import { fieldCatalogue, layouts, type FieldEntity, type VirtualColumn } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';

const entities: readonly FieldEntity[] = ['household', 'member', 'householdYear', 'memberYear'];
const virtual: readonly VirtualColumn[] = [...new Set(layouts.flatMap((layout) => layout.columns.flatMap(({ source }) => (source.kind === 'virtual' && source.column !== 'villageOfficePhone' ? [source.column] : []))))];

interface Group {
  label: string;
  options: { value: string; label: string }[];
}

/** Everything that a column of a file can stand for, by what it is about. */
export function useTargetOptions(): Group[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const fields = entities.map((entity) => ({
    label: t(`imports.entity.${entity}`),
    options: fieldCatalogue.filter((field) => field.entity === entity && !field.derived).map((field) => ({ value: `${entity}.${field.key}`, label: field[language] })),
  }));
  const places = { label: t('imports.entity.virtual'), options: virtual.map((column) => ({ value: `virtual.${column}`, label: t(`imports.virtual.${column as 'countyName'}`) })) };
  return [{ label: t('imports.entity.none'), options: [{ value: 'ignore', label: t('imports.headings.ignore') }] }, places, ...fields];
}
