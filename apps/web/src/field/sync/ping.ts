import { connection } from '../store/hooks.js';

/** Slower than this is a weak signal; no answer at all in the longer time is none. */
const WEAK_MS = 3_000;
const GONE_MS = 8_000;
/** Two good answers in a row make it online again, one bad one ends it. */
const GOOD_NEEDED = 2;
let good = GOOD_NEEDED;

async function ping(): Promise<'online' | 'weak' | 'offline'> {
  const began = performance.now();
  try {
    await fetch('/api/v1/ping', { cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(GONE_MS) });
    return performance.now() - began > WEAK_MS ? 'weak' : 'online';
  } catch {
    return 'offline';
  }
}

/** What a request that was answered, or was not, says about the line. */
export function heard(state: 'online' | 'weak' | 'offline'): void {
  good = state === 'online' ? good + 1 : 0;
  const shown = state === 'online' && good < GOOD_NEEDED && connection.get().online !== 'online' ? 'weak' : state;
  connection.change((old) => (old.online === shown ? old : { ...old, online: shown }));
}

/** Asks the server whether it is there. It only colours the strip; requests are tried all the same. @returns true when it is back */
export async function lookAround(): Promise<boolean> {
  const before = connection.get().online;
  heard(await ping());
  if (connection.get().online === 'weak' && good > 0) heard(await ping());
  return before === 'offline' && connection.get().online !== 'offline';
}
