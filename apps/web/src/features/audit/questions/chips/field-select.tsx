import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../../i18n/use-language.js';
import type { Collection, Field } from '../questions.api.js';

interface Props {
  fields: readonly Field[];
  collections?: readonly Collection[];
  value: string | undefined;
  onChange: (name: string) => void;
  /** Opens the list at once. */
  open?: boolean;
}

/** Marks the name of a collection, so that it cannot be mistaken for a field. */
export const OVER = '@';

/** The fields one may ask about by name, then the related rows. */
export function FieldSelect({ fields, collections = [], value, onChange, open }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const named = (some: readonly Field[]) => some.filter(({ operators }) => operators.length > 0).map(({ name, label }) => ({ value: name, label: label[language] }));
  const usual = named(fields.filter(({ shown }) => shown));
  const others = named(fields.filter(({ shown }) => !shown));
  const related = collections.map(({ name, label }) => ({ value: `${OVER}${name}`, label: label[language] }));
  return (
    <Select
      aria-label={t('questions.chip.field')} placeholder={t('questions.chip.field')} className="chip-field" showSearch={{ optionFilterProp: 'label' }} autoFocus={open} defaultOpen={open} value={value} onChange={onChange}
      popupMatchSelectWidth={280} listHeight={320} options={[{ label: t('questions.chip.usual'), options: usual }, { label: t('questions.chip.related'), options: related }, { label: t('questions.chip.ownFields'), options: others }].filter(({ options }) => options.length > 0)}
    />
  );
}
