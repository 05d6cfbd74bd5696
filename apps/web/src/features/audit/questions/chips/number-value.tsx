import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RULE_PARAMETERS } from '#domain';
import { useLanguage } from '../../../../i18n/use-language.js';
import type { Field } from '../questions.api.js';

export interface OneValueProps {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
  autoFocus?: boolean | undefined;
}

const NUMBER = '';

function parameterOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'param' in value ? String(value.param) : null;
}

/** A number in the unit of the field, or a policy number by its name. Amounts are typed in yuan and kept in fen. */
export function NumberValue({ field, value, onChange, autoFocus }: OneValueProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const money = field.type === 'money_fen';
  const parameters = RULE_PARAMETERS.filter(({ type }) => type === field.type);
  const parameter = parameterOf(value);
  const shown = typeof value === 'number' ? (money ? value / 100 : value) : undefined;
  return (
    <>
      {parameters.length > 0 && (
        <Select
          aria-label={t('questions.chip.against')} value={parameter ?? NUMBER} popupMatchSelectWidth={false}
          options={[{ value: NUMBER, label: t('questions.chip.number') }, ...parameters.map(({ name, label }) => ({ value: name, label: label[language] }))]}
          onChange={(name: string) => onChange(name === NUMBER ? undefined : { param: name })}
        />
      )}
      {parameter === null && (
        <InputNumber
          aria-label={t('questions.chip.value', { field: field.label[language] })} autoFocus={autoFocus} className="chip-number" controls={false} precision={money ? 2 : 0} value={shown}
          suffix={money ? t('common.yuan') : undefined} onChange={(typed) => onChange(typed === null ? undefined : money ? Math.round(typed * 100) : typed)}
        />
      )}
    </>
  );
}
