import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame, type FrameProps } from './field-frame.js';
import { useTyped } from './use-typed.js';

interface Props extends FrameProps {
  value: number | null;
  /** Null when the field was emptied. Not called for a text that is no number. */
  onChange: (value: number | null) => void;
  /** Written behind the number, such as 只 or 元. */
  unit?: string;
  /** Most places behind the point; 0 is a whole number. */
  decimals?: number;
  max?: number;
  placeholder?: string;
  testid?: string;
  /** Number → text and back, where it is not the plain number; back gives undefined for what it cannot read. */
  write?: (value: number) => string;
  read?: (text: string) => number | undefined;
}

const plain = (text: string): number | undefined => (/^\d{1,12}(\.\d*)?$/.test(text) ? Number(text) : undefined);

/** A number, with the keypad. The text stays as it was typed; a text that is no number is said at once. */
export function NumberField({ value, onChange, unit, decimals = 0, max, placeholder, testid, write = String, read = plain, error, ...frame }: Props) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<string | null>(null);
  const typed = useTyped<HTMLInputElement>(value === null ? '' : write(value), (text) => {
    const cleaned = text.replaceAll(/[\s,，]/g, '').replace('。', '.');
    if (cleaned === '') {
      setFault(null);
      return onChange(null);
    }
    const found = read(cleaned);
    const places = cleaned.split('.')[1]?.length ?? 0;
    if (found === undefined) return setFault(t('field.ui.notANumber'));
    if (places > decimals) return setFault(t(decimals === 0 ? 'field.ui.wholeNumber' : 'field.ui.places', { places: decimals }));
    setFault(max !== undefined && found > max ? t('field.ui.tooLarge', { max: write(max) }) : null);
    onChange(found);
  });
  return (
    <FieldFrame {...frame} error={fault ?? error}>
      {(ids) => (
        <div className="field-unit">
          <input className="field-input" inputMode={decimals > 0 ? 'decimal' : 'numeric'} autoComplete="off" data-testid={testid} placeholder={placeholder} {...ids} {...typed} />
          {unit && <span className="unit">{unit}</span>}
        </div>
      )}
    </FieldFrame>
  );
}
