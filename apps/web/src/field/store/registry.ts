import Dexie, { type EntityTable } from 'dexie';
import { uuidV7 } from '#domain';
import type { WrappedKey } from './pin.js';
import type { Me } from './types.js';

/** Somebody who works on this phone. The name stands in the list before anything is unlocked. */
export interface UserRow {
  userId: string;
  me: Me;
  key: WrappedKey;
  /** Rises when a forgotten PIN was replaced: what an older data key encrypted stays closed on this phone. */
  generation: number;
  wrong: number;
  waitUntil: number;
  lastOnlineAt: number;
  /** Setting up has come to its end. */
  ready: boolean;
}

interface SettingRow {
  key: string;
  value: unknown;
}

class Registry extends Dexie {
  users!: EntityTable<UserRow, 'userId'>;
  settings!: EntityTable<SettingRow, 'key'>;

  constructor() {
    super('bangfu-field', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ users: 'userId', settings: 'key' });
    this.on('versionchange', () => this.close());
  }
}

export const registry = new Registry();

/** Setting of the phone, not of a person. */
export async function setting<T>(key: string): Promise<T | undefined> {
  return (await registry.settings.get(key))?.value as T | undefined;
}

export async function keepSetting(key: string, value: unknown): Promise<void> {
  await registry.settings.put({ key, value });
}

/** Minted once: the server knows this installation by it. */
export function installationId(): Promise<string> {
  return registry.transaction('rw', registry.settings, async () => {
    const known = await setting<string>('installation');
    if (known !== undefined) return known;
    const made = uuidV7();
    await keepSetting('installation', made);
    return made;
  });
}
