import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isRelativeDate } from '#domain';
import { useLanguage } from '../../../../i18n/use-language.js';
import type { OneValueProps } from './number-value.js';

/** A day of the calendar, or so many days before the day of the question: such a question stays right tomorrow. */
export function DateValue({ field, value, onChange, autoFocus }: OneValueProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const relative = typeof value !== 'string';
  const label = t('questions.chip.value', { field: field.label[language] });
  return (
    <>
      <Select
        aria-label={t('questions.chip.dayAs')} value={relative ? 'before' : 'day'} popupMatchSelectWidth={false} onChange={(kind) => onChange(kind === 'day' ? '' : { daysBefore: 90 })}
        options={[{ value: 'before', label: t('questions.chip.daysBefore') }, { value: 'day', label: t('questions.chip.day') }]}
      />
      {relative
        ? <InputNumber aria-label={label} autoFocus={autoFocus} className="chip-number" controls={false} precision={0} min={0} max={36_600} suffix={t('questions.chip.daysUnit')} value={isRelativeDate(value) ? value.daysBefore : undefined} onChange={(days) => onChange(days === null ? undefined : { daysBefore: days })} />
        : <Input type="date" aria-label={label} className="chip-date" value={value} onChange={(event) => onChange(event.target.value)} />}
    </>
  );
}
