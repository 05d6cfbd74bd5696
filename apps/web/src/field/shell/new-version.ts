import { draftsPending, flushDrafts } from '../store/drafts.js';
import { Live } from '../store/live.js';

/** True when a new build lies ready; it takes over when a person agrees, never by itself. */
export const newVersion = new Live(false);

let ready: ServiceWorker | null = null;

/** The worker of a new build waits behind the one that serves this page. Once any page lets it in, every page that was told reloads. */
function offer(waiting: ServiceWorker | null): void {
  if (!waiting || waiting === ready || !navigator.serviceWorker.controller) return;
  if (!ready) navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  ready = waiting;
  newVersion.set(true);
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' });
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', () => offer(registration.waiting)));
  offer(registration.waiting);
}

/** Registers the service worker: from then on the desk opens without network. A browser that refuses has said so in the check before. */
export function startServiceWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const begin = () => void register().catch(() => undefined);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
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
  if (!draftsPending()) ready?.postMessage({ type: 'SKIP_WAITING' });
}
