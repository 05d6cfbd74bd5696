import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './field-frame.css';

export interface FrameProps {
  label: string;
  /** What is wrong and what to do; the field is marked with it. */
  error?: string | null;
  /** Below the field: what it is, or what stood there last time. */
  hint?: ReactNode;
  /** Must be filled in before it can be handed in; drafts are kept anyway. */
  required?: boolean;
}

/** What an input needs to be tied to its name, hint and error. */
export interface FrameIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean | undefined;
}

/** Name above, hint and error below an input. */
export function FieldFrame({ label, error, hint, required, children }: FrameProps & { children: (ids: FrameIds) => ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field-frame faulty' : 'field-frame'}>
      <label className="field-label" htmlFor={id}>{label}{required && <span className="required"> {t('field.ui.required')}</span>}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': Boolean(error), 'aria-required': required })}
      {hint && <div className="field-hint" id={`${id}-hint`}>{hint}</div>}
      {error && <div className="field-error" id={`${id}-error`} role="alert"><span aria-hidden="true">✗ </span>{error}</div>}
    </div>
  );
}
