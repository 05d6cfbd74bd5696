import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { ReturnToForm } from '../features/camera/use-awaited-form.js';
import { startLoop } from '../sync/loop.js';
import { BarExtra } from '../ui/bar-extra.js';
import { SaidAloud } from '../ui/index.js';
import { startAutoLock } from './auto-lock.js';
import { BottomBar } from './bottom-bar.js';
import { Gate } from './gate.js';
import { LineStrip } from './line-strip.js';
import { SyncBadge } from './sync-badge.js';
import { UpdateStrip } from './update-strip.js';
import './shell.css';

/** Frame of the field desk: behind the PIN, with the state of sending above and the four places below. */
export function FieldShell() {
  return <Gate><Frame /></Gate>;
}

function Frame() {
  useEffect(() => {
    const ends = [startLoop(), startAutoLock()];
    return () => ends.forEach((end) => end());
  }, []);
  return (
    <BarExtra value={<SyncBadge />}>
      <ReturnToForm />
      <LineStrip />
      <UpdateStrip />
      <main id="content" className="field-content"><Suspense><Outlet /></Suspense></main>
      <SaidAloud />
      <BottomBar />
    </BarExtra>
  );
}
