import type { ReactNode } from 'react';
import './empty.css';

/** Nothing here: one line that says why, and one button. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return <div className="empty" data-testid="empty"><p>{children}</p>{action}</div>;
}
