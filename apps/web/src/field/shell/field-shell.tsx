import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';

/** Frame of the field desk. */
export function FieldShell() {
  return <main id="content" className="field-content"><Suspense><Outlet /></Suspense></main>;
}
