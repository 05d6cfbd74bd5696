import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One build, one folder, several entries: a further desk adds its HTML file to `input` and shares api, i18n and ui with the others. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: { alias: { '#domain': here('../../libs/domain/src/index.ts') } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: ['chrome109', 'edge109', 'firefox115', 'safari16.4'],
    // The content policy allows no inline script and no script from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { office: here('index.html') },
      output: {
        // What every page needs, in two files instead of forty; everything else stays with the pages that use it.
        codeSplitting: {
          groups: [
            { name: 'base', test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler|@tanstack|i18next|react-i18next|openapi-fetch)[\\/]/ },
            { name: 'shared', test: /[\\/]apps[\\/]web[\\/]src[\\/](?:api|ui|i18n[\\/](?!en[\\/]))/, minShareCount: 2 },
          ],
        },
      },
      // The domain is pure: what a page does not name is left out.
      treeshake: { moduleSideEffects: [{ test: /[\\/]libs[\\/]domain[\\/]/, sideEffects: false }] },
    },
  },
});
