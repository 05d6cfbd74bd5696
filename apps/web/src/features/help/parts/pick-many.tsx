import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Choice } from './items.js';

interface Props {
  label: string;
  options: readonly Choice[];
  value?: string[];
  onChange?: (values: string[]) => void;
  waiting?: boolean;
  /** Said when there is nothing to choose from. */
  empty: string;
}

/** Ticks several or all. */
export function PickMany({ label, options, value = [], onChange, waiting, empty }: Props) {
  const { t } = useTranslation();
  if (options.length === 0) return <p className="secondary">{waiting ? t('common.loading') : empty}</p>;
  const all = value.length === options.length;
  return (
    <div className="choice-list" role="group" aria-label={label}>
      <Checkbox checked={all} indeterminate={value.length > 0 && !all} onChange={() => onChange?.(all ? [] : options.map((option) => option.value))}>{t('help.many.all', { count: options.length })}</Checkbox>
      <Checkbox.Group value={value} onChange={(values) => onChange?.(values)}>{options.map((option) => <Checkbox key={option.value} value={option.value}>{option.label}</Checkbox>)}</Checkbox.Group>
    </div>
  );
}
