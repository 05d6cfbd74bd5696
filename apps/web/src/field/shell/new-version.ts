import { registerSW } from 'virtual:pwa-register';
import { draftsPending } from '../store/drafts.js';
import { Live } from '../store/live.js';
import { flushDrafts } from '../store/drafts.js';

/** True when a new build lies ready; it takes over when a person agrees, never by itself. */
export const newVersion = new Live(false);

let update: ((reload?: boolean) => Promise<void>) | null = null;

/** Registers the service worker: from then on the desk opens without network. */
export function startServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  update = registerSW({ onNeedRefresh: () => newVersion.set(true) });
}

/** Reloads into the new build, once everything typed is on the disk. */
export async function takeNewVersion(): Promise<void> {
  await flushDrafts();
  if (!draftsPending()) await update?.(true);
}
