import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  id?: string;
  value?: number | null;
  onChange?: (fen: number | undefined) => void;
  label?: string;
}

/** Shows yuan, hands over fen. */
export function FenInput({ id, value, onChange, label }: Props) {
  const { t } = useTranslation();
  return (
    <InputNumber<number>
      {...(id ? { id } : {})} {...(label ? { 'aria-label': label } : {})} className="fen-input" min={0} precision={2} controls={false} suffix={t('common.yuan')}
      value={value === undefined || value === null ? null : value / 100} onChange={(yuan) => onChange?.(yuan === null ? undefined : Math.round(yuan * 100))}
    />
  );
}
