import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../../i18n/use-language.js';
import type { Field } from '../questions.api.js';
import { firstOperator, firstValue, isComplete, isList, operatorKey } from './operators.js';
import { ValueField } from './value-field.js';

/** A condition while it is being written; its value may still lack. */
export interface Condition {
  field: string;
  operator: string;
  value?: unknown;
}

export const firstCondition = (field: Field): Condition => ({ field: field.name, operator: firstOperator(field), value: firstValue(field) });

export const isWhole = ({ operator, value }: Condition): boolean => isComplete(operator, value);

/** As the rule language wants it: no value where there is none. */
export function ruleOf({ field, operator, value }: Condition) {
  return operator === 'null' || operator === 'notNull' ? { field, operator } : { field, operator, value };
}

interface Props {
  field: Field;
  condition: Condition;
  onChange: (condition: Condition) => void;
  autoFocus?: boolean;
}

/** How a known field is compared, and with what. */
export function ConditionLine({ field, condition, onChange, autoFocus }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const turn = (operator: string) => {
    const keep = isList(operator) === isList(condition.operator) && (operator === 'between') === (condition.operator === 'between');
    onChange({ ...condition, operator, value: keep ? condition.value : isList(operator) && condition.value !== undefined && !Array.isArray(condition.value) ? [condition.value] : firstValue(field) });
  };
  return (
    <>
      <Select
        aria-label={t('questions.chip.operator', { field: field.label[language] })} className="chip-operator" value={condition.operator} popupMatchSelectWidth={false} onChange={turn}
        options={field.operators.map((operator) => ({ value: operator, label: t(operatorKey(field, operator)) }))}
      />
      <ValueField key={`${field.name}-${condition.operator}`} field={field} operator={condition.operator} value={condition.value} onChange={(value) => onChange({ ...condition, value })} autoFocus={autoFocus} />
    </>
  );
}
