import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];

/** The Chromium of this machine; null when there is none. A path that was set is the only one looked at. */
export function browserPath(set: string | null): string | null {
  return (set === null ? places : [set]).find((file) => existsSync(file)) ?? null;
}
