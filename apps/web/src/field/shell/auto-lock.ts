import { lock, session } from '../store/session.js';

/** Nobody touched it for this long: the store closes. */
export const LOCK_AFTER = 5 * 60_000;

/** Closes the store after five minutes without a touch, also when the phone slept meanwhile. Drafts are written first. */
export function startAutoLock(now: () => number = Date.now): () => void {
  let touched = now();
  const touch = (): void => void (touched = now());
  const check = (): void => {
    if (session.get() && now() - touched > LOCK_AFTER) void lock();
  };
  const seen = (): void => void (document.visibilityState === 'visible' && check());
  const events = ['pointerdown', 'keydown', 'scroll'] as const;
  for (const name of events) addEventListener(name, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', seen);
  const timer = setInterval(check, 15_000);
  return () => {
    for (const name of events) removeEventListener(name, touch, { capture: true });
    document.removeEventListener('visibilitychange', seen);
    clearInterval(timer);
  };
}
