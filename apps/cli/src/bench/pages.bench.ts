import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import type { Role } from '#domain';
import { requireBrowser } from '#platform';
import { BenchWorld, root } from './bench-world.js';
import { act, listActions, type List } from './page-actions.js';
import { createPeople, signIn, type SignedIn } from './people.js';
import { percentile, round, type BenchResult } from './result.js';
import { ServerProcess } from './server-process.js';

const PAINT_MS = 1_500;
const LIST_MS = 1_000;
/** Each leafs twice. */
const LIST_ROUNDS = 10;
const largestCounty = 'select h.county_code from household h group by 1 order by count(*) desc, 1 limit 1';

interface Desk {
  readonly name: string;
  readonly path: string;
  /** What is on the screen once the page says what it was opened for. */
  readonly shown: string;
  readonly role: Role;
}

const row = '.data-table tbody tr.ant-table-row';
const desks: readonly Desk[] = [
  { name: 'households of a county', path: '/households', shown: row, role: 'county_officer' },
  { name: 'households of the region', path: '/households', shown: row, role: 'inspector' },
  { name: 'households by cause', path: '/households?status=REGISTERED&cause=01', shown: row, role: 'inspector' },
  { name: 'villages', path: '/areas', shown: row, role: 'county_officer' },
  { name: 'gaps', path: '/gaps', shown: row, role: 'county_officer' },
  { name: 'todo', path: '/todo', shown: 'main h1', role: 'county_officer' },
  { name: 'question', path: '/audit/questions', shown: '.answer strong, .answer-number', role: 'inspector' },
];

const lists: readonly List[] = [
  { name: 'households of a county', path: '/households', role: 'county_officer', filter: { label: '脱贫属性', option: '未脱贫' } },
  { name: 'households of the region', path: '/households', role: 'inspector', filter: { label: '脱贫属性', option: '未脱贫' } },
  { name: 'villages', path: '/areas', role: 'county_officer', filter: { label: '退出结论', option: '缺证据' } },
  { name: 'gaps', path: '/gaps', role: 'county_officer', filter: { label: '情况', option: '应享未享' } },
];

interface Opened {
  readonly paint: number;
  readonly shown: number;
}

/** Opens a page in a window without memory, and again in one that has the files; milliseconds from the address to the first paint and to what it is for. */
async function open(browser: Browser, base: string, person: SignedIn, desk: Desk, rounds: number): Promise<{ cold: Opened[]; warm: Opened[] }> {
  const found: { cold: Opened[]; warm: Opened[] } = { cold: [], warm: [] };
  for (let turn = 0; turn < rounds; turn++) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', baseURL: base });
    const [name = '', value = ''] = person.cookie.split('=');
    await context.addCookies([{ name, value, url: base }]);
    for (const kind of ['cold', 'warm'] as const) {
      const page = await context.newPage();
      await page.goto(desk.path, { waitUntil: 'commit' });
      await page.locator(desk.shown).first().waitFor({ timeout: 30_000 }).catch((cause: unknown) => {
        throw new Error(`${desk.path} shows nothing to ${person.role}`, { cause });
      });
      // The browser's own clock, from the start of the navigation.
      const [paint, shown] = await page.evaluate<[number, number]>("[performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, performance.now()]");
      found[kind].push({ paint, shown });
      await page.close();
    }
    await context.close();
  }
  return found;
}

const middle = (values: readonly Opened[], of: keyof Opened, share: number): number => round(percentile(values.map((one) => one[of]), share));

/** First paint and lists of the office in a real browser over a region, beside the sign-in page, which asks for nothing; then what a click costs on a page that is open. */
export async function benchPages({ households, quick, keep }: { households: number; quick: boolean; keep: boolean }): Promise<BenchResult[]> {
  const executablePath = requireBrowser(process.env['CHROMIUM_PATH'] ?? null);
  const { buildWeb } = (await import(pathToFileURL(path.join(root, 'apps/launcher/lib/build.mjs')).href)) as { buildWeb: (root: string) => Promise<unknown> };
  await buildWeb(root);
  return BenchWorld.region({ households, keep }, async (world) => {
    const county = await world.admin(async (client) => (await client.query<{ county_code: string }>(largestCounty)).rows[0]?.county_code ?? '');
    const people = [{ role: 'county_officer', division: county }, { role: 'inspector', division: '15' }] as const;
    await createPeople(world, people);
    const server = await ServerProcess.start('apps/api/src/main.js', { ...world.env, WEB_DIR: path.join(root, 'dist/web') }, { probe: '/ready' });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    try {
      const signedIn = await signIn(server.port, people);
      const base = `http://127.0.0.1:${server.port}`;
      const rounds = quick ? 1 : 7;
      const nobody = { role: 'inspector', division: '15', cookie: 'none=1' } as const;
      const floor = await open(browser, base, nobody, { name: 'sign-in', path: '/sign-in', shown: 'form button', role: 'inspector' }, rounds);
      const results: BenchResult[] = [];
      for (const desk of desks) {
        const person = signedIn.find(({ role }) => role === desk.role);
        if (!person) throw new Error(`nobody is signed in as ${desk.role}`);
        const { cold, warm } = await open(browser, base, person, desk, rounds);
        const [paint, shown] = [middle(cold, 'paint', 0.5), middle(warm, 'shown', 0.95)];
        results.push({
          name: `page ${desk.name}`, size: { households, rounds },
          figures: { 'first paint, cold': paint, 'content, cold': middle(cold, 'shown', 0.5), 'content, warm': middle(warm, 'shown', 0.5), 'content, warm p95': shown },
          floor: { 'sign-in page, cold': middle(floor.cold, 'shown', 0.5), 'sign-in page, warm': middle(floor.warm, 'shown', 0.5) },
          ratio: round(middle(warm, 'shown', 0.5) / middle(floor.warm, 'shown', 0.5)), goal: `first paint ≤ ${PAINT_MS} ms, list p95 ≤ ${LIST_MS} ms`, met: quick ? null : paint <= PAINT_MS && shown <= LIST_MS,
        });
      }
      for (const list of lists) {
        const person = signedIn.find(({ role }) => role === list.role);
        if (!person) throw new Error(`nobody is signed in as ${list.role}`);
        const found = await act(browser, base, person, list, quick ? 1 : LIST_ROUNDS);
        const done = listActions.filter((action) => found[action].length > 0);
        const all = done.flatMap((action) => found[action]);
        results.push({
          name: `list ${list.name}`, size: { households, actions: all.length },
          figures: Object.fromEntries(done.flatMap((action) => [[action, round(percentile(found[action], 0.5))], [`${action} p95`, round(percentile(found[action], 0.95))]])),
          floor: {}, ratio: null, goal: `from a click to the rows of the answer: p95 ≤ ${LIST_MS} ms`, met: quick ? null : percentile(all, 0.95) <= LIST_MS,
        });
      }
      return results;
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}
