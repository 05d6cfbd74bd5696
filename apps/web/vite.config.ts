import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { alias, build, here, treeshake } from './vite.shared.js';

/** The office and the audit desk: one entry, no service worker. The field desk is built by vite.field.config.ts. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: { alias },
  build: {
    ...build,
    outDir: here('../../dist/web'),
    target: ['chrome109', 'edge109', 'firefox115', 'safari16.4'],
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
      treeshake,
    },
  },
});
