import { useTranslation } from 'react-i18next';
import { fenToYuanText, parseYuan } from '#domain';
import type { FrameProps } from './field-frame.js';
import { NumberField } from './number-field.js';

interface Props extends FrameProps {
  /** In fen. */
  value: number | null;
  onChange: (fen: number | null) => void;
  placeholder?: string;
  testid?: string;
}

/** An amount: written in yuan, kept in fen. */
export function MoneyField(props: Props) {
  const { t } = useTranslation();
  return <NumberField {...props} unit={t('common.yuan')} decimals={2} write={fenToYuanText} read={parseYuan} />;
}
