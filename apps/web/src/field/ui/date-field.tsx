import { FieldFrame, type FrameProps } from './field-frame.js';
import { useTyped } from './use-typed.js';

interface Props extends FrameProps {
  /** `2026-11-22`, or nothing. */
  value: string | null;
  onChange: (day: string | null) => void;
  min?: string;
  max?: string;
  testid?: string;
}

/** A day, with the calendar of the phone. */
export function DateField({ value, onChange, min = '1900-01-01', max, testid, ...frame }: Props) {
  const typed = useTyped<HTMLInputElement>(value ?? '', (text) => onChange(text === '' ? null : text));
  return <FieldFrame {...frame}>{(ids) => <input type="date" className="field-input" min={min} max={max} data-testid={testid} {...ids} {...typed} />}</FieldFrame>;
}
