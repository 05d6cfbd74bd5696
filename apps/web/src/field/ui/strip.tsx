import type { ReactNode } from 'react';
import './strip.css';

export type StripKind = 'info' | 'offline' | 'success' | 'warning' | 'error';

const marks: Readonly<Record<StripKind, string>> = { info: 'i', offline: '–', success: '✓', warning: '!', error: '✗' };

interface Props {
  kind: StripKind;
  children: ReactNode;
  /** A button at its end. */
  action?: ReactNode;
  'data-testid'?: string;
}

/** A line that says how things stand: offline, stale, something is wrong. Errors are said aloud. */
export function Strip({ kind, children, action, ...rest }: Props) {
  return (
    <div className={`strip ${kind}`} role={kind === 'error' ? 'alert' : undefined} {...rest}>
      <span className="strip-mark" aria-hidden="true">{marks[kind]}</span><div className="strip-text">{children}</div>{action}
    </div>
  );
}
