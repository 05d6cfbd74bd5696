import { useTranslation } from 'react-i18next';
import { FieldFrame, type FrameProps } from './field-frame.js';
import { useTyped } from './use-typed.js';

interface Props extends FrameProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  testid?: string;
}

/** Several lines of text; says how much room is left when it gets short. */
export function TextArea({ value, onChange, placeholder, maxLength = 200, testid, ...frame }: Props) {
  const { t } = useTranslation();
  const typed = useTyped<HTMLTextAreaElement>(value, onChange);
  const left = maxLength - value.length;
  return (
    <FieldFrame {...frame}>
      {(ids) => (
        <>
          <textarea className="field-input" rows={3} data-testid={testid} placeholder={placeholder} maxLength={maxLength} {...ids} {...typed} />
          {left < 40 && <span className="text-count">{t('field.ui.lettersLeft', { left })}</span>}
        </>
      )}
    </FieldFrame>
  );
}
