import type { ReactNode } from 'react';
import { FieldFrame, type FrameProps } from './field-frame.js';
import { useTyped } from './use-typed.js';

interface Props extends FrameProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  inputMode?: 'text' | 'tel' | 'numeric' | 'search';
  autoComplete?: string;
  type?: 'text' | 'password' | 'search';
  after?: ReactNode;
  testid?: string;
}

/** One line of text. */
export function TextField({ value, onChange, placeholder, maxLength = 200, inputMode, autoComplete = 'off', type = 'text', after, testid, ...frame }: Props) {
  const typed = useTyped<HTMLInputElement>(value, onChange);
  return (
    <FieldFrame {...frame}>
      {(ids) => <div className="field-unit"><input className="field-input" data-testid={testid} {...{ type, placeholder, maxLength, inputMode, autoComplete }} {...ids} {...typed} />{after}</div>}
    </FieldFrame>
  );
}
