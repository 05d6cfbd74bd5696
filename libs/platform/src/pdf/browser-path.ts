import { existsSync } from 'node:fs';
import { EnvError } from '../config/env.js';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];

/** The Chromium of this machine; null when there is none. A path that was set is the only one looked at. */
export function browserPath(set: string | null): string | null {
  return (set === null ? places : [set]).find((file) => existsSync(file)) ?? null;
}

/** The same for what cannot do without. @throws EnvError that says how one is had */
export function requireBrowser(set: string | null): string {
  const found = browserPath(set);
  if (found === null) throw new EnvError(['no Chromium found: apt-get install chromium, or set CHROMIUM_PATH']);
  return found;
}
