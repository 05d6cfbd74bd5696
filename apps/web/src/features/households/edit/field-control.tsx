import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeListOf, type Field } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { PositionControl } from './position-control.js';

interface Props {
  field: Field;
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
  /** The form checks the value when it is left. */
  onBlur?: () => void;
}

const FEN = 100;

/** The control that fits a field of the catalogue; what is cleared becomes null, never an empty text. */
export function FieldControl({ field, id, value, onChange, onBlur }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const set = (next: unknown) => onChange?.(next === undefined || next === '' ? null : next);
  const shared = { id, className: 'field-control', onBlur };
  if (field.type === 'code' || field.type === 'codes') {
    const options = field.codeList ? codeListOf(field.codeList).items.map((item) => ({ value: item.code, label: item[language] })) : [];
    return <Select {...shared} allowClear showSearch={{ optionFilterProp: 'label' }} options={options} value={value ?? undefined} onChange={set} {...(field.type === 'codes' ? { mode: 'multiple' as const } : {})} />;
  }
  if (field.type === 'boolean') return <Select {...shared} allowClear options={[{ value: true, label: t('common.yes') }, { value: false, label: t('common.no') }]} value={value ?? undefined} onChange={set} />;
  if (field.type === 'fen') return <InputNumber {...shared} precision={2} suffix={t('common.yuan')} value={typeof value === 'number' ? value / FEN : null} onChange={(yuan) => set(typeof yuan === 'number' ? Math.round(yuan * FEN) : null)} />;
  if (field.type === 'integer' || field.type === 'year') return <InputNumber {...shared} precision={0} value={typeof value === 'number' ? value : null} onChange={set} />;
  if (field.type === 'decimal') return <InputNumber {...shared} precision={2} value={typeof value === 'number' ? value : null} onChange={set} />;
  if (field.type === 'position') return <PositionControl {...shared} value={value} onChange={set} />;
  const type = field.type === 'date' ? 'date' : field.type === 'month' ? 'month' : 'text';
  return <Input {...shared} type={type} maxLength={field.maxLength ?? 200} value={typeof value === 'string' ? value : ''} onChange={(event) => set(event.target.value)} />;
}
