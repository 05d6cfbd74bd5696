/** What the desk needs of a phone, and what only some of it needs. */
export const capabilityNames = ['serviceWorker', 'indexedDb', 'crypto', 'engine', 'persisted', 'space', 'camera', 'position'] as const;
export type CapabilityName = (typeof capabilityNames)[number];
export interface Capability {
  readonly name: CapabilityName;
  readonly state: 'ok' | 'missing' | 'asked';
  /** Without it nothing works offline. */
  readonly needed: boolean;
  readonly freeBytes?: number;
}

const LEAST_FREE = 200 * 1024 * 1024;
const OLDEST_CHROMIUM = 87;

function engine(): boolean {
  const version = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1];
  return version === undefined || Number(version) >= OLDEST_CHROMIUM;
}

function indexedDbWorks(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('bangfu-check');
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase('bangfu-check');
        resolve(true);
      };
      request.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}

/** Looks, without asking the person for anything. */
export async function capabilities(): Promise<Capability[]> {
  const estimate = await navigator.storage?.estimate?.().catch(() => null);
  const free = estimate?.quota === undefined ? undefined : estimate.quota - (estimate.usage ?? 0);
  const persisted = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
  const state = (ok: boolean): 'ok' | 'missing' => (ok ? 'ok' : 'missing');
  return [
    { name: 'serviceWorker', needed: true, state: state('serviceWorker' in navigator) }, { name: 'indexedDb', needed: true, state: state(await indexedDbWorks()) },
    { name: 'crypto', needed: true, state: state(typeof crypto.subtle === 'object') }, { name: 'engine', needed: true, state: state(engine()) },
    { name: 'persisted', needed: false, state: persisted ? 'ok' : 'asked' },
    { name: 'space', needed: false, state: state(free === undefined || free > LEAST_FREE), ...(free === undefined ? {} : { freeBytes: free }) },
    { name: 'camera', needed: false, state: navigator.mediaDevices?.getUserMedia === undefined ? 'missing' : 'asked' }, { name: 'position', needed: false, state: 'geolocation' in navigator ? 'asked' : 'missing' },
  ];
}
