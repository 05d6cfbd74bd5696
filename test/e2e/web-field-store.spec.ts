import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { adminQuery } from '../support/admin.js';
import { person, registerHousehold, type HouseholdBody } from '../support/households.js';
import { county, householdWithYear, newCast, village, type Cast } from '../support/procedures.js';
import { Random } from '../support/sync/random.js';
import { allSent, PIN, setUp, unlock } from './field-phone.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

const KILLS = Number(process.env['BANGFU_KILLS'] ?? 100);

let web: WebHarness;
let cast: Cast;
let household: HouseholdBody;
beforeAll(async () => {
  web = await startWeb();
  cast = await newCast(web.test);
  household = await householdWithYear(cast.clerk, { income: 'poor' });
}, 180_000);
afterAll(() => web.close(), 60_000);

const plain = (id: string): string => id.slice(county.length + 1);
const visitsWith = (notes: string) => adminQuery<{ visitor_name: string }>(web.test.database, 'select visitor_name from visit where notes = $1', [notes]);

/** A visit that says all is well, with a note to know it by; it is on the phone when this returns. */
async function saveVisit(page: Page, notes: string, at = household): Promise<void> {
  await page.goto(`/m/visits/new?hh=${plain(at.id)}`);
  await page.getByTestId('pin-1').waitFor();
  await page.keyboard.type(PIN);
  await fillVisit(page, notes);
  await page.getByTestId('save-visit').dispatchEvent('click');
  await page.getByTestId('said').getByRole('button').waitFor();
}

async function fillVisit(page: Page, notes: string): Promise<void> {
  const fine = page.locator('[data-testid^="seven-"][data-testid$="-OK"]');
  await fine.first().waitFor();
  for (const answer of await fine.all()) await answer.dispatchEvent('click');
  await page.getByTestId('notes').fill(notes);
}

async function offlineReady(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.waitForFunction('caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys())))).then((all) => all.flat().length > 5)');
}

describe('a phone of the field desk', () => {
  // A test that failed while the line was cut leaves it mended.
  afterEach(() => web.line.mend());

  it('is ready after the first run, and opens again at once without a network', async () => {
    const phone = await web.phone();
    const { page } = phone;
    await page.goto('/m/');
    await page.getByTestId('check-next').waitFor();
    expect(await phone.picture('field-setup-check')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    const began = performance.now();
    await setUp(phone, cast.clerk);
    console.log(`first run without thinking: ${Math.round(performance.now() - began)} ms`);
    await offlineReady(page);
    const sizes = [...phone.files].filter(([path]) => path.startsWith('/m/'));
    const sum = (ending: string) => Math.round(sizes.filter(([path]) => path.endsWith(ending)).reduce((total, [, bytes]) => total + bytes, 0) / 1024);
    console.log(`fetched up to 今日: ${sum('.js')} KB JS, ${sum('.css')} KB CSS, gz`);
    await web.line.cut();
    try {
      for (const cpu of [1, 6]) {
        const session = await phone.context.newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
        const start = performance.now();
        await page.reload();
        await page.getByTestId('pin-1').waitFor();
        const pad = performance.now();
        await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        await page.keyboard.type(PIN);
        await page.getByTestId('offline').waitFor();
        console.log(`offline reload at CPU ×${cpu}: ${Math.round(pad - start)} ms to the PIN, ${Math.round(performance.now() - pad)} ms from the PIN to 今日`);
      }
      expect(await phone.picture('field-offline')).toEqual([]);
      expect(await phone.barriers()).toEqual([]);
      await page.goto('/m/outbox');
      await page.getByTestId('pin-1').waitFor();
      expect(await phone.picture('field-unlock')).toEqual([]);
      expect(await phone.barriers()).toEqual([]);
      await unlock(phone);
      expect(await phone.picture('field-outbox-empty')).toEqual([]);
    } finally {
      await web.line.mend();
    }
    await page.getByTestId('tab-me').click();
    await page.getByTestId('storage').waitFor();
    expect(await phone.picture('field-mine')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await page.getByTestId('size-huge').click();
    expect(await phone.picture('field-mine-huge')).toEqual([]);
    expect(phone.faults).toEqual([]);
  }, 180_000);

  it('is shared by two people who see nothing of each other; who is online carries the work of the other, also after a forgotten PIN', async () => {
    const phone = await web.phone();
    const { page } = phone;
    await setUp(phone, cast.member);
    await offlineReady(page);
    await web.line.cut();
    await saveVisit(page, '离线走访一');
    await page.getByTestId('sync-badge').first().click();
    await page.getByTestId('outbox-item').first().waitFor();
    expect(await phone.picture('field-outbox')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await page.getByTestId('tab-me').click();
    await page.getByTestId('switch-user').click();
    await page.getByTestId('pin-1').waitFor();
    await web.line.mend();
    await page.getByTestId('add-person').click();
    await setUp(phone, cast.member2, { pin: '741852' });
    await page.goto('/m/outbox');
    await page.getByTestId(`person-${cast.member.user?.username ?? ''}`).waitFor();
    expect(await phone.picture('field-people')).toEqual([]);
    await unlock(phone, '741852', cast.member2.user?.username);
    expect(await page.getByTestId('outbox-item').count()).toBe(0);
    for (let tries = 0; tries < 60 && (await visitsWith('离线走访一')).length === 0; tries += 1) await page.waitForTimeout(500);
    expect(await visitsWith('离线走访一')).toEqual([{ visitor_name: cast.member.user?.username }]);
    await page.getByTestId('tab-me').click();
    await page.getByTestId('switch-user').click();
    await page.getByTestId(`person-${cast.member.user?.username ?? ''}`).click();
    await page.getByTestId('forgot').click();
    await page.getByTestId('ask-yes').click();
    await setUp(phone, cast.member, { pin: '159357' });
    await allSent(phone);
    expect(await visitsWith('离线走访一')).toHaveLength(1);
    expect(phone.faults).toEqual([]);
  }, 180_000);

  it('gives its unsent work away as a file that only the server opens, and sends it itself later without doubling it', async () => {
    const unvisited = await householdWithYear(cast.clerk, { income: 'poor' });
    const phone = await web.phone();
    await setUp(phone, cast.clerk);
    await offlineReady(phone.page);
    await web.line.cut();
    await saveVisit(phone.page, '备份走访', unvisited);
    await phone.page.getByTestId('sync-badge').first().click();
    const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.page.getByTestId('export-backup').click()]);
    const file = await download.path();
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('备份走访');
    expect(text).not.toContain(plain(unvisited.id));
    await web.line.mend();
    const other = await web.phone();
    await setUp(other, cast.clerk2);
    await other.page.getByTestId('sync-badge').first().click();
    await other.page.getByTestId('import-backup').setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await other.page.getByTestId('imported').getByText('已代为上传 1 条').waitFor();
    expect(await visitsWith('备份走访')).toEqual([{ visitor_name: cast.clerk.user?.username }]);
    await allSent(phone);
    expect(await visitsWith('备份走访')).toHaveLength(1);
    expect([...phone.faults, ...other.faults]).toEqual([]);
  }, 180_000);

  it(`loses nothing that was saved when it is killed ${KILLS} times while typing, saving and sending`, async () => {
    const households: HouseholdBody[] = [];
    while (households.length < KILLS) households.push(await registerHousehold(cast.clerk, village, { members: [person('测试户主', '01', { gender: '1' })] }));
    const phone = await web.phone();
    await setUp(phone, cast.member);
    await offlineReady(phone.page);
    await phone.page.close();
    const random = new Random(20261123);
    const saved: string[] = [];
    const tried: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const notes = `走访 ${kill}`;
      tried.push(notes);
      const at = households[kill];
      if (at && (await killedVisit(phone.context, { at, notes }, random))) saved.push(notes);
    }
    const page = await phone.context.newPage();
    const survivor: WebPage = { ...phone, page };
    await page.goto('/m/outbox');
    await unlock(survivor);
    await allSent(survivor);
    const found = await adminQuery<{ notes: string; count: string }>(web.test.database, 'select notes, count(*) from visit where notes = any($1) group by notes', [tried]);
    const counts = new Map(found.map((row) => [row.notes, Number(row.count)]));
    console.log(`${KILLS} kills: ${saved.length} saved and said so, ${counts.size} arrived, ${[...counts.values()].filter((count) => count > 1).length} twice`);
    expect(saved.filter((notes) => counts.get(notes) !== 1)).toEqual([]);
    expect([...counts.values()].filter((count) => count !== 1)).toEqual([]);
    expect(saved.length).toBeGreaterThan(KILLS / 5);
  }, 1_800_000);
});

/** Opens the form, types, saves perhaps, and dies: while it opens, while something is typed, in the middle of saving, or while it is sent. @returns whether the page said that it was saved */
async function killedVisit(context: BrowserContext, { at, notes }: { at: HouseholdBody; notes: string }, random: Random): Promise<boolean> {
  const page = await context.newPage();
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, random.below(ms)));
  const end = random.pick(['opening', 'typing', 'saving', 'saving', 'sending', 'sending'] as const);
  await page.goto(`/m/visits/new?hh=${plain(at.id)}`);
  await page.getByTestId('pin-1').waitFor();
  await page.keyboard.type(PIN);
  if (end !== 'opening') await fillVisit(page, notes);
  if (end === 'saving' || end === 'sending') await page.getByTestId('save-visit').dispatchEvent('click');
  const told = page.getByTestId('said').getByRole('button');
  if (end === 'sending') await told.waitFor();
  await wait(end === 'saving' ? 150 : 700);
  const said = await told.isVisible();
  if (random.chance(0.3)) {
    const session = await context.newCDPSession(page);
    await Promise.race([session.send('Page.crash').catch(() => undefined), wait(300)]);
  }
  await page.close({ runBeforeUnload: false });
  return said;
}
