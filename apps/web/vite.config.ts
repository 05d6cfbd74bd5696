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
      // The domain is pure: what a page does not name is left out.
      treeshake: { moduleSideEffects: [{ test: /[\\/]libs[\\/]domain[\\/]/, sideEffects: false }] },
    },
  },
});
