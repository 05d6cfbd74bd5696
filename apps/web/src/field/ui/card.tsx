import type { ReactNode } from 'react';
import './card.css';

interface Props {
  title?: ReactNode;
  /** At the end of the head: a tag, a small button. */
  extra?: ReactNode;
  tone?: 'plain' | 'error' | 'warning';
  children?: ReactNode;
  'data-testid'?: string;
}

/** A block of a screen. */
export function Card({ title, extra, tone = 'plain', children, ...rest }: Props) {
  return (
    <section className={`card ${tone}`} {...rest}>
      {(title || extra) && <div className="card-head">{title && <h2>{title}</h2>}{extra}</div>}
      {children}
    </section>
  );
}
