import { APP_VERSION } from './version.js';
import { envelopesOf, handIn, type Envelope } from './sealed.js';
import { openStore } from '../store/session.js';

const FORMAT = 'bangfu-sealed-work';

export interface Backup {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly appVersion: string;
  readonly madeAt: string;
  readonly envelopes: readonly Envelope[];
}

/** Everything that is not uploaded, sealed: only the server opens the file, and anybody who can sign in may hand it in. */
export async function makeBackup(): Promise<Backup> {
  return { format: FORMAT, version: 1, appVersion: APP_VERSION, madeAt: new Date().toISOString(), envelopes: await envelopesOf(openStore().db, null) };
}

export function downloadBackup(backup: Backup): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(backup)], { type: 'application/json' }));
  link.download = `bangfu-${backup.madeAt.slice(0, 19).replaceAll(':', '')}.sealed.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Reads a backup of somebody. Null when it is none. */
export function readBackup(text: string): Backup | null {
  try {
    const found = JSON.parse(text) as Partial<Backup> | null;
    return found?.format === FORMAT && Array.isArray(found.envelopes) ? (found as Backup) : null;
  } catch {
    return null;
  }
}

/** Hands a backup in; the phone that it comes from learns of it when it sends the same work itself. */
export async function handInBackup({ envelopes }: Backup): Promise<{ done: number; rest: number }> {
  let done = 0;
  await handIn(envelopes, (_, results) => {
    done += results.filter(({ status }) => status === 'applied' || status === 'duplicate' || status === 'conflict').length;
    return Promise.resolve();
  });
  return { done, rest: envelopes.length - done };
}
