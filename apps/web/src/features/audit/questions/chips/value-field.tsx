import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../../i18n/use-language.js';
import type { Field } from '../questions.api.js';
import { DateValue } from './date-value.js';
import { NumberValue } from './number-value.js';
import { hasValue, isList } from './operators.js';
import { useCodeOptions } from './use-code-options.js';

export interface ValueProps {
  field: Field;
  operator: string;
  value: unknown;
  onChange: (value: unknown) => void;
  /** The cursor goes here when the part appears. */
  autoFocus?: boolean;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** What a field is compared with: codes by name, amounts in yuan, days as dates or counted back. */
export function ValueField({ field, operator, value, onChange, autoFocus }: ValueProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const optionsOf = useCodeOptions();
  if (!hasValue(operator)) return null;
  const label = t('questions.chip.value', { field: field.label[language] });
  const common = { 'aria-label': label, autoFocus, className: 'chip-value' };
  if (field.type === 'boolean') return <Select {...common} value={value} onChange={onChange} options={[{ value: true, label: t('common.yes') }, { value: false, label: t('common.no') }]} />;
  if (field.type === 'code' || field.type === 'codes') {
    const options = optionsOf(field.codeList);
    return isList(operator)
      ? <Select {...common} mode="multiple" defaultOpen={autoFocus} showSearch={{ optionFilterProp: 'label' }} value={listOf(value)} onChange={onChange} options={options} />
      : <Select {...common} defaultOpen={autoFocus} showSearch={{ optionFilterProp: 'label' }} value={value} onChange={onChange} options={options} />;
  }
  if (isList(operator)) return <Select {...common} mode="tags" open={false} value={listOf(value).map(String)} onChange={(texts: string[]) => onChange(field.type === 'integer' ? texts.map(Number) : field.type === 'money_fen' ? texts.map((text) => Math.round(Number(text) * 100)) : texts)} />;
  const One = field.type === 'date' ? DateValue : field.type === 'money_fen' || field.type === 'integer' ? NumberValue : null;
  if (!One) return <Input {...common} maxLength={100} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />;
  if (operator !== 'between') return <One field={field} value={Array.isArray(value) ? (value as unknown[])[0] : value} onChange={onChange} autoFocus={autoFocus} />;
  const [from, to] = listOf(value);
  return <><One field={field} value={from} onChange={(first) => onChange([first, to])} autoFocus={autoFocus} /> – <One field={field} value={to} onChange={(last) => onChange([from, last])} /></>;
}

