import { Form, Input, Select, type FormItemProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { FenInput } from './fen-input.js';

interface Item {
  name: string | (string | number)[];
  label: string;
  /** Must be filled in. */
  required?: boolean;
  hint?: string;
}

/** The words under a field that was left empty name the field. */
export function useRules(): (item: Pick<Item, 'label' | 'required'>) => Pick<FormItemProps, 'rules'> {
  const { t } = useTranslation();
  return ({ label, required }) => ({ rules: required ? [{ required: true, message: t('help.fill', { field: label }) }] : [] });
}

export function TextItem({ name, label, required, hint, max = 100, autoFocus }: Item & { max?: number; autoFocus?: boolean }) {
  const rules = useRules();
  return <Form.Item name={name} label={label} extra={hint} {...rules({ label, required: required ?? false })}><Input maxLength={max} autoFocus={autoFocus ?? false} /></Form.Item>;
}

export function AreaItem({ name, label, required, hint, max = 500, autoFocus }: Item & { max?: number; autoFocus?: boolean }) {
  const rules = useRules();
  return <Form.Item name={name} label={label} extra={hint} {...rules({ label, required: required ?? false })}><Input.TextArea maxLength={max} autoSize={{ minRows: 2 }} autoFocus={autoFocus ?? false} /></Form.Item>;
}

/** A calendar day as `2026-11-22`. */
export function DayItem({ name, label, required, hint, max }: Item & { max?: string | null }) {
  const rules = useRules();
  return <Form.Item name={name} label={label} extra={hint} {...rules({ label, required: required ?? false })}><Input type="date" className="day-input" {...(max ? { max } : {})} /></Form.Item>;
}

/** An amount, typed in yuan and kept in fen. */
export function FenItem({ name, label, required, hint }: Item) {
  const rules = useRules();
  return <Form.Item name={name} label={label} extra={hint} {...rules({ label, required: required ?? false })}><FenInput /></Form.Item>;
}

export interface Choice {
  value: string;
  label: string;
}

export function SelectItem({ name, label, required, hint, options, search, onChange }: Item & { options: Choice[]; search?: boolean; onChange?: (value: string) => void }) {
  const rules = useRules();
  return (
    <Form.Item name={name} label={label} extra={hint} {...rules({ label, required: required ?? false })}>
      <Select options={options} allowClear={!required} {...(search ? { showSearch: { optionFilterProp: 'label' } } : {})} {...(onChange ? { onChange } : {})} />
    </Form.Item>
  );
}

/** Several short texts: references of papers and photographs, names. Enter ends each. */
export function TextsItem({ name, label, required, hint, options = [] }: Item & { options?: Choice[] }) {
  const rules = useRules();
  return <Form.Item name={name} label={label} extra={hint} {...rules({ label, required: required ?? false })}><Select mode="tags" options={options} tokenSeparators={['，', '、', ',', '；']} open={options.length > 0 ? undefined : false} suffixIcon={null} /></Form.Item>;
}
