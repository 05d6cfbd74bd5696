import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

export const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What both builds have in common: where the domain lies, no inline scripts, and only what a page names. */
export const alias = { '#domain': here('../../libs/domain/src/index.ts') };

export const build: NonNullable<UserConfig['build']> = {
  emptyOutDir: true,
  // The content policy allows no inline script and no script from data: addresses.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  chunkSizeWarningLimit: 700,
};

/** The domain is pure: what a page does not name is left out. */
export const treeshake = { moduleSideEffects: [{ test: /[\\/]libs[\\/]domain[\\/]/, sideEffects: false }] };
