import { connection, startWith } from '../store/hooks.js';
import { afterSave } from '../store/outbox.js';
import { openStore, session } from '../store/session.js';
import { waitingCount } from '../store/items.js';
import { ownSession, registerDevice } from './device.js';
import { fetchChanges } from './packs.js';
import { clearSentPhotos, sendPhotos } from './photos.js';
import { heard, lookAround } from './ping.js';
import { carryForOthers, carrySealed } from './sealed.js';
import { sendOperations } from './send.js';
import { fetchSpotChecks } from './spot-checks.js';
import { isUnreachable, Stopped } from './stop.js';

const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 15 * 60_000;
const EVERY = 5 * 60_000;
const LOOK_EVERY = 20_000;

let wait = FIRST_WAIT;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | null = null;
let again = false;

/** One tab at a time. */
const alone = async (work: () => Promise<void>): Promise<void> => (globalThis.navigator?.locks ? void (await navigator.locks.request('bangfu-field-sync', work)) : work());

async function run(manual: boolean): Promise<void> {
  await ownSession();
  const device = await registerDevice();
  heard('online');
  // Work under a PIN that was forgotten stands before everything newer in the same line.
  await carrySealed(openStore().me.userId);
  await sendOperations(device);
  // A weak line carries the words first; photos wait for a better one or for a person.
  if (manual || connection.get().online === 'online') await sendPhotos();
  await carryForOthers();
  await fetchChanges(device);
  await fetchSpotChecks(device);
  await clearSentPhotos();
  const { db } = openStore();
  await db.state.put({ key: 'lastSuccess', value: Date.now() });
  connection.change((state) => ({ ...state, lastSuccess: new Date(), stopped: null }));
}

async function attempt(manual: boolean): Promise<void> {
  if (!session.get()) return;
  connection.change((state) => ({ ...state, running: true }));
  try {
    await alone(() => run(manual));
    wait = FIRST_WAIT;
    if (waitingCount() > 0) later();
  } catch (error) {
    if (error instanceof Stopped) {
      heard('online');
      connection.change((state) => ({ ...state, stopped: error.reason }));
    } else {
      if (isUnreachable(error)) heard('offline');
      later();
    }
  } finally {
    connection.change((state) => ({ ...state, running: false }));
  }
}

/** Tries again after 5 s, then twice as long each time, up to a quarter of an hour. */
function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void synchronise(), wait);
  wait = Math.min(wait * 2, LONGEST_WAIT);
}

/** Sends and fetches. Asked for while it runs, it runs once more. Requests are always tried, whatever the strip says. */
export function synchronise(manual = false): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  clearTimeout(timer);
  if (manual) wait = FIRST_WAIT;
  running = attempt(manual).finally(() => {
    running = null;
    if (!again) return;
    again = false;
    void synchronise(manual);
  });
  return running;
}

/** The loop of the open application: on opening, on coming back to it, after saving, when the line is back, every five minutes in front. */
export function startLoop(): () => void {
  startWith(() => void synchronise(true));
  const visible = (): boolean => document.visibilityState === 'visible';
  const wake = (): void => void (visible() && synchronise());
  const look = async (): Promise<void> => {
    if (visible() && (await lookAround())) await synchronise();
  };
  const lookNow = (): void => void look();
  afterSave.add(wake);
  document.addEventListener('visibilitychange', wake);
  addEventListener('online', lookNow);
  addEventListener('offline', lookNow);
  const every = setInterval(wake, EVERY);
  const looking = setInterval(() => connection.get().online !== 'online' && lookNow(), LOOK_EVERY);
  void restoreLastSuccess();
  void look();
  wake();
  return () => {
    afterSave.delete(wake);
    document.removeEventListener('visibilitychange', wake);
    removeEventListener('online', lookNow);
    removeEventListener('offline', lookNow);
    clearInterval(every);
    clearInterval(looking);
    clearTimeout(timer);
  };
}

async function restoreLastSuccess(): Promise<void> {
  const at = await session.get()?.db.read<number>('lastSuccess');
  if (at !== undefined) connection.change((state) => (state.lastSuccess ? state : { ...state, lastSuccess: new Date(at) }));
}
