import type { ReactNode } from 'react';
import './big-button.css';

interface Props {
  kind?: 'primary' | 'plain' | 'danger';
  onClick?: () => void;
  disabled?: boolean;
  /** Says why it is disabled, under the button. */
  why?: string;
  /** Work is under way: the button waits. */
  busy?: boolean;
  /** Half as high, inside cards and rows; still 48 px. */
  small?: boolean;
  type?: 'button' | 'submit';
  children: ReactNode;
  'data-testid'?: string;
  'aria-label'?: string;
}

/** The button of a screen: 56 px high and as wide as its place. While it is disabled or waits it takes no tap and keeps its name. */
export function BigButton({ kind = 'primary', onClick, disabled = false, why, busy = false, small = false, type = 'button', children, ...rest }: Props) {
  const button = (
    <button type={type} className={`big-button ${kind} ${small ? 'small-button' : ''}`} disabled={disabled || busy} aria-busy={busy} {...(onClick ? { onClick: () => onClick() } : {})} {...rest}>{children}</button>
  );
  if (!why || !disabled) return button;
  return <div className="button-with-reason">{button}<p className="small">{why}</p></div>;
}
