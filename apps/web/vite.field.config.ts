import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { alias, build, here, treeshake } from './vite.shared.js';

/**
 * What travels together: the phone stores everything anyway, and few larger files are smaller than many small ones. Libraries are a
 * file of their own that a new version of the desk leaves as it is. `opening` is what the first page needs besides them, `frame`
 * what the first run and 今日 add; `rules` and `work` come with the first household. A file needs none below it in this order.
 */
const opening = /\.routes\.ts|household-tabs|list-search|due-households|display-setting|new-version|store\/(?:crypto|database|drafts|live|seal|session)\.ts/;
const frame = [
  'apps/web/src/field/(?:shell|store|sync)/', 'apps/web/src/field/features/(?:setup|unlock|today)/', 'apps/web/src/(?:api/client|i18n/format)', 'node_modules/openapi-fetch/',
  'field/features/(?:camera/use-awaited-form|cases/(?:cases-today|field-case|pack-case|use-cases)|households/(?:clue-pause|household-tags|last-visit-text|use-growing|use-server-day)|inbox/use-inbox|new/(?:begin-rows|go)\\.|notices/notice-state|position/(?:best-fix|phone-place|use-distance|use-position))',
  'libs/domain/src/(?:attachments|divisions|permissions|places|procedures|time)/', 'libs/domain/src/(?:codes/household-status|sync/(?:outbox|versions)|values/(?:case-id|uuid))',
];
const files = (name: string, ...paths: readonly string[]) => ({ name, test: (id: string) => new RegExp(paths.join('|')).test(id) && /\.(?:[cm]?js|tsx?)$/.test(id) && !opening.test(id) });
const groups = [
  files('frame', ...frame),
  files('libraries', 'node_modules/'),
  files('rules', 'libs/domain/src/(?:eligibility|facts|fields|help|identity|income|measures|rules|samples|sync|visits(?!/assurances))/'),
  files('work', 'field/features/'),
];

/** Other names of codes serve for reading files, and on the phone for searching in lists of twelve and more (`field/ui/picker.tsx`). */
const withoutOtherNames = (list: string): string =>
  (list.match(/^ *\['/gm)?.length ?? 0) >= 12 ? list : list.replace(/^( *\['[^'\n]*', '[^'\n]*', (?:'[^'\n]*'|"[^"\n]*"))(?:, '[^'\n]*')+\],$/gm, '$1],');

/** Headings and columns of the national files serve for reading files, notes on how a fact is computed for writing rules. No phone does either, and it does not store them. */
const withoutOfficeWords: Plugin = {
  name: 'without-office-words', enforce: 'pre',
  transform(code, id) {
    // Lists about helpers stand on no page of the phone: their codes alone count, for the fingerprint of all lists.
    if (id.endsWith('domain/src/codes/helper-codes.ts')) return { code: code.replace(/^( *\['[^'\n]*'), .*\],$/gm, "$1, '', ''],"), map: null };
    if (/domain\/src\/codes\/(?:household|member)-codes\.ts$/.test(id)) return { code: code.split(/(?=codeList\()/).map(withoutOtherNames).join(''), map: null };
    // Facts of villages and counties: the phone judges households and their members only.
    if (id.endsWith('domain/src/facts/area-facts.ts')) return { code: 'export const VILLAGE_FACTS = [], COUNTY_FACTS = [];', map: null };
    if (id.endsWith('domain/src/facts/parameter-definitions.ts')) return { code: code.replace(/^ *\{ name: 'exit_(?:village|county)_.*$/gm, ''), map: null };
    if (/domain\/src\/facts\/[a-z-]+\.ts$/.test(id)) return { code: code.replace(/\bnote: text\('[^']*', (?:'[^']*'|"[^"]*")\),?/g, ''), map: null };
    if (!/domain\/src\/(?:fields\/[a-z-]+\.fields|income\/income-items)\.ts$/.test(id)) return null;
    return { code: code.replace(/\b(?:headings|aliases): \[[^\]]*\],? ?/g, '').replace(/\bnational(?:Column)?: '[^']*',? ?/g, '').replace(/, \{ *\}\]/g, ']'), map: null };
  },
};

/**
 * The field desk: an entry and a folder of its own, so that its service worker has the scope /m/ and stores nothing of the
 * office. A new version waits until the person agrees: a page that reloads by itself loses what is being written.
 */
export default defineConfig({
  root: here('m'),
  base: '/m/',
  plugins: [
    withoutOfficeWords,
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
  // Dexie for browsers that know async functions by themselves.
  resolve: { alias: { ...alias, dexie: here('../../node_modules/dexie/dist/modern/dexie.mjs') } },
  worker: { format: 'es' },
  build: { ...build, outDir: here('../../dist/web/m'), target: ['chrome87', 'safari14'], rolldownOptions: { treeshake, output: { codeSplitting: { includeDependenciesRecursively: false, groups } } } },
});
