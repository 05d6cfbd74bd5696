import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { alias, build, here, treeshake } from './vite.shared.js';

/**
 * Rooms of the desk whose screens travel together: the phone stores all of them anyway, and one larger file is smaller than many
 * small ones. Routes and what 今日 shows of a room stay with the first page.
 */
const first = /\.routes\.ts|cases-today|use-cases|field-case|pack-case|notice-state|use-awaited-form|display-setting|use-today|go\.ts|begin-rows|use-inbox|mendable|own-form/;
const room = (name: string, folders: string) => ({ name, test: (id: string) => new RegExp(`/field/features/(?:${folders})/[^/]+(?:/[^/]+)?\\.tsx?$`).test(id) && !first.test(id) });
const rooms = [room('work', 'visit|income|member|clue|position|camera|new|contested|help|mine|outbox|inbox|spot'), room('cases', 'cases|notices')];

/**
 * The field desk: an entry and a folder of its own, so that its service worker has the scope /m/ and stores nothing of the
 * office. A new version waits until the person agrees: a page that reloads by itself loses what is being written.
 */
export default defineConfig({
  root: here('m'),
  base: '/m/',
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt', injectRegister: false, scope: '/m/', base: '/m/',
      manifest: {
        name: '帮扶 · 走访', short_name: '帮扶', lang: 'zh-CN', start_url: '/m/', scope: '/m/', display: 'standalone', background_color: '#ffffff', theme_color: '#0a4fb3',
        icons: [{ src: '/m/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: { globPatterns: ['**/*.{js,css,html,svg,webmanifest}'], navigateFallback: '/m/index.html', cleanupOutdatedCaches: true, clientsClaim: true, inlineWorkboxRuntime: true, sourcemap: false },
    }),
  ],
  resolve: { alias },
  worker: { format: 'es' },
  build: { ...build, outDir: here('../../dist/web/m'), target: ['chrome87', 'safari14'], rolldownOptions: { treeshake, output: { codeSplitting: { includeDependenciesRecursively: false, groups: rooms } } } },
});
