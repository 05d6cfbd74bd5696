import type { ReactNode } from 'react';
import { RightIcon } from './icons.js';
import './row.css';

interface Props {
  title: ReactNode;
  note?: ReactNode;
  extra?: ReactNode;
  /** With it the whole row is one button. */
  onClick?: () => void;
  /** False where a tap chooses and leads nowhere. */
  arrow?: boolean;
  'data-testid'?: string;
}

/** A line of a list, 64 px and higher. Stands in {@link Rows}. */
export function Row({ title, note, extra, onClick, arrow = true, ...rest }: Props) {
  const inside = (
    <>
      <span className="row-text"><span className="row-title">{title}</span>{note !== undefined && note !== '' && <span className="row-note">{note}</span>}</span>
      {extra !== undefined && <span className="row-extra">{extra}</span>}
      {onClick && arrow && <RightIcon className="row-arrow" aria-hidden="true" />}
    </>
  );
  return <li className="row">{onClick ? <button type="button" className="row-in" onClick={onClick} {...rest}>{inside}</button> : <div className="row-in" {...rest}>{inside}</div>}</li>;
}

export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return <ul className="rows" aria-label={label}>{children}</ul>;
}
