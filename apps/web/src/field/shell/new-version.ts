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

/** Longest wait for the pages to be stored; a browser that cannot keep them has said so in the check before. */
const STORED_WITHIN_MS = 30_000;

/** Resolves once the pages are on the phone, so that the desk opens where there is no network. */
export async function pagesStored(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await Promise.race([navigator.serviceWorker.ready, new Promise((resolve) => setTimeout(resolve, STORED_WITHIN_MS))]);
}

/** Reloads into the new build, once everything typed is on the disk. */
export async function takeNewVersion(): Promise<void> {
  await flushDrafts();
  if (!draftsPending()) await update?.(true);
}
