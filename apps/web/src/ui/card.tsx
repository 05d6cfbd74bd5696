import { useId, type ReactNode } from 'react';

interface Props {
  title?: ReactNode;
  extra?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A named section of a page. */
export function Card({ title, extra, className, children }: Props) {
  const id = useId();
  return (
    <section className={`card ${className ?? ''}`} {...(title ? { 'aria-labelledby': id } : {})}>
      {(title || extra) && <div className="card-head">{title && <h2 id={id}>{title}</h2>}<span className="spacer" />{extra}</div>}
      {children}
    </section>
  );
}
