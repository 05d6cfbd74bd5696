import type { ReactNode } from 'react';
import './facts.css';

/** Names and values, one pair a line; a value that nobody recorded is said so by the caller. */
export function Facts({ rows }: { rows: readonly { readonly name: ReactNode; readonly value: ReactNode; readonly key?: string }[] }) {
  return (
    <dl className="facts">
      {rows.map(({ name, value, key }, index) => <div key={key ?? index} className="fact"><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
