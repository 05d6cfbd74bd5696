import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Role } from '#domain';
import { seedDemo } from '../../apps/cli/src/seed/demo.js';
import { createTestDatabase } from '../support/database.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(400_000);

/** Who walks through the desks, in this order; a page is looked at by the first who comes to it. */
const walkers: readonly { role: Role; division: string; buttons?: readonly string[] }[] = [
  { role: 'county_officer', division: '150125' }, { role: 'village_clerk', division: '150125100201', buttons: ['/households/new'] }, { role: 'county_approver', division: '150125' },
  { role: 'inspector', division: '15', buttons: ['/audit/replays'] }, { role: 'system_admin', division: '15' }, { role: 'security_admin', division: '15' },
  { role: 'audit_admin', division: '15' }, { role: 'region_officer', division: '15', buttons: ['/boundaries'] },
];
/** Pages of what somebody made; the specs that make it look at them. */
const made: Readonly<Record<string, string>> = {
  '/audit/questions/link/$key': 'web-audit-questions', '/audit/checks/runs/$id': 'web-audit-checks', '/audit/samples/tasks/$id': 'web-audit-samples', '/imports/$id': 'web-imports',
  '/payment-batches/$id': 'web-office-help', '/care-comparisons/$id': 'web-office-teams',
};
const folder = path.resolve(__dirname, '../../apps/web/src/office/routes');
const patterns = readdirSync(folder).filter((name) => name.endsWith('.routes.ts'))
  .flatMap((name) => [...readFileSync(path.join(folder, name), 'utf8').matchAll(/path: '(\/[^']+)'/g)].map(([, pattern]) => pattern ?? ''));

/** The route of an address: the one with the fewest variable parts that fits. */
function routeOf(address: string): string | undefined {
  const parts = address.split('?')[0]?.split('/') ?? [];
  const fits = (pattern: string) => pattern.split('/').length === parts.length && pattern.split('/').every((part, index) => part.startsWith('$') || part === parts[index]);
  return patterns.filter(fits).sort((a, b) => a.split('$').length - b.split('$').length)[0];
}

/** Links of the page to other pages of the office, and what is wrong with it at a glance. */
const seen = `({
  links: [...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href')),
  heading: document.querySelector('h1')?.textContent ?? '',
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  keys: [...document.querySelectorAll('body *')].filter((e) => e.children.length === 0 && e.textContent && /^[a-z]+(\\.[a-zA-Z]+)+$/.test(e.textContent.trim()) && !e.closest('code, pre, .raw')).map((e) => e.textContent.trim()),
})`;
interface Seen {
  readonly links: string[];
  readonly heading: string;
  readonly wide: number;
  readonly keys: string[];
}

describe('every page of the office and the audit desk', () => {
  let web: WebHarness;
  const met = new Map<string, { address: string; as: number }>();
  const people: WebPage[] = [];
  beforeAll(async () => {
    const database = await createTestDatabase();
    const dataDir = mkdtempSync(path.join(tmpdir(), 'bangfu-demo-'));
    Object.assign(process.env, {
      BANGFU_MODE: 'test', DATABASE_ADMIN_URL: database.adminUrl, DATABASE_APP_URL: database.appUrl, DATABASE_QUEUE_URL: database.queueUrl, DATA_DIR: dataDir,
      BANGFU_FIELD_KEY: '11'.repeat(32), BANGFU_INDEX_KEY: '22'.repeat(32),
    });
    await seedDemo();
    web = await startWeb({ database });
    for (const { role, division } of walkers) people.push(await web.open(await web.test.as(role, division)));
  });
  afterAll(() => web?.close());

  /** Opens a page and says what is wrong with it; its barriers are the same in both languages. */
  const faultsOf = async (watched: WebPage, address: string, name: string, barriers = true): Promise<{ links: string[]; faults: string[] }> => {
    watched.faults.length = 0;
    await watched.page.goto(address);
    await watched.page.locator('h1').first().waitFor();
    const pale = await watched.picture(name);
    const { links, heading, wide, keys } = await watched.page.evaluate<Seen>(seen);
    const faults = [...watched.faults, ...(barriers ? await watched.barriers() : []), ...pale.map(({ text, ratio }) => `pale ${ratio}: ${text}`), ...keys.map((key) => `no text: ${key}`)];
    if (heading.trim() === '') faults.push('no heading');
    if (wide > 0) faults.push(`${wide} px wider than the window`);
    return { links, faults: faults.map((fault) => `${address}: ${fault}`) };
  };

  it('is reached from the menu by somebody, and has no fault, no barrier, no pale text and nothing outside the window', async () => {
    const wrong: string[] = [];
    for (const [as, watched] of people.entries()) {
      await watched.page.goto('/');
      await watched.page.locator('h1').first().waitFor();
      const links = [...(await watched.page.evaluate<Seen>(seen)).links, ...(walkers[as]?.buttons ?? [])];
      const unseen = () => links.find((link) => {
        const route = routeOf(link);
        return route !== undefined && !met.has(route);
      });
      for (let next = unseen(); next !== undefined; next = unseen()) {
        const route = routeOf(next) ?? '';
        met.set(route, { address: next, as });
        const found = await faultsOf(watched, next, `every${route.replace(/\W+/g, '-')}`);
        wrong.push(...found.faults);
        links.push(...found.links);
      }
    }
    const missing = patterns.filter((pattern) => !met.has(pattern) && !(pattern in made));
    expect({ missing, wrong }).toEqual({ missing: [], wrong: [] });
  });

  it('speaks English, too', async () => {
    const wrong: string[] = [];
    for (const watched of people) await watched.page.evaluate("localStorage.setItem('bangfu.language', 'en')");
    for (const [route, { address, as }] of met) {
      const watched = people[as];
      if (watched) wrong.push(...(await faultsOf(watched, address, `every-en${route.replace(/\W+/g, '-')}`, false)).faults);
    }
    expect(wrong).toEqual([]);
  });
});
