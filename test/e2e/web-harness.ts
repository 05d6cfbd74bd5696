import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Locator, Page, Response } from 'playwright-core';
import { chromium } from 'playwright-core';
import { requireBrowser } from '#platform';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import type { TestDatabase } from '../support/database.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { prepareNextBuild } from './next-build.js';

/** A text whose colour is too close to what is behind it. */
export interface LowContrast {
  readonly text: string;
  readonly ratio: number;
}

const root = path.resolve(__dirname, '../..');
const pictures = path.join(root, 'artifacts', 'web');
const axeScript = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const contrastScript = readFileSync(path.join(__dirname, 'web-contrast.browser.mjs'), 'utf8');
const countClicks = `let clicks = 0; document.addEventListener('click', () => (clicks += 1), true); Object.defineProperty(window, 'clicksSoFar', { get: () => clicks, set: (value) => (clicks = value) });`;
const phone = {
  viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, locale: 'zh-CN', acceptDownloads: true,
  permissions: ['camera', 'geolocation'], geolocation: { latitude: 40.84, longitude: 111.75, accuracy: 12 },
};

/** The real API with the built pages, and a real Chromium in front of it. */
export interface WebHarness {
  readonly test: TestApp;
  readonly origin: string;
  /** The line between browser and server: cut it to be offline, mend it to be back. */
  readonly line: TcpProxy;
  /** The server serves a later build of the field desk from now on; asked for when starting with `nextBuild`. */
  upgrade(): void;
  /** A page for somebody who is signed in already, or for nobody. Its faults end up in `faults`. */
  open(client: TestClient | null): Promise<WebPage>;
  /**
   * A phone of its own (360 × 740, touch, own storage), as slow as a cheap one with `cpu: 6`; signed in on the page itself.
   * Its camera sees what is in the Y4M file `camera`, otherwise the test picture of the browser.
   */
  phone(options?: { readonly cpu?: number; readonly camera?: string }): Promise<WebPage>;
  close(): Promise<void>;
}

declare global {
  /** Called by the test environment when a test fails, before its pages are closed. */
  var takePicturesOfFailure: ((test: string) => Promise<void>) | undefined;
}

export interface WebPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of scripts, and answers of 500 and above. */
  readonly faults: string[];
  /** Compressed bytes of every page file that was fetched, by path. */
  readonly files: ReadonlyMap<string, number>;
  /** Waits until nothing is being fetched and takes a picture to look at; returns texts that are too pale to read. */
  picture(name: string): Promise<LowContrast[]>;
  /** Serious and critical faults of accessibility, `rule: element`. */
  barriers(): Promise<string[]>;
  /** Clicks or taps since the page was loaded, or since the last `countAnew`. */
  clicks(): Promise<number>;
  countAnew(): Promise<void>;
  close(): Promise<void>;
}

/** One at a time: two spec files begin at the same moment, and a build empties its folder first. */
async function alone<T>(work: () => T): Promise<T> {
  const lock = path.join(root, 'artifacts', '.web-build');
  mkdirSync(path.dirname(lock), { recursive: true });
  for (const end = Date.now() + 120_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      // A lock that outlived its test is taken over.
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
      if (Date.now() > end) rmdirSync(lock);
    }
  }
  try {
    return work();
  } finally {
    rmdirSync(lock);
  }
}

/** The same build that `npm start` makes, when a source has changed; served from a copy, so that nobody builds it away from under the test. */
export function buildPages(): Promise<string> {
  const script = `import { buildWeb } from './apps/launcher/lib/build.mjs'; await buildWeb(process.cwd());`;
  return alone(() => {
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, stdio: 'pipe' });
    const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-web-'));
    cpSync(path.join(root, 'dist/web'), folder, { recursive: true });
    return folder;
  });
}

async function watch(context: BrowserContext): Promise<WebPage> {
  const page = await context.newPage();
  const faults: string[] = [];
  const files = new Map<string, number>();
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  // A refused request is written to the console by the browser; the pages say it in words, and the test asks for them.
  page.on('console', (message) => message.type() === 'error' && !/Failed to load resource/.test(message.text()) && faults.push(`console: ${message.text()}`));
  const weigh = async (response: Response): Promise<void> => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 500) faults.push(`${response.status()} ${pathname}`);
    if (!pathname.startsWith('/api/') && response.status() === 200) files.set(pathname, gzipSync(await response.body()).length);
  };
  page.on('response', (response) => void weigh(response).catch(() => undefined));
  await page.addInitScript({ content: countClicks });
  return {
    page, context, faults, files,
    picture: async (name) => {
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(200);
      // Colours are read once everything that fades or slides has come to rest; a spinner never does and is not waited for.
      await page.evaluate('Promise.race([Promise.all(document.getAnimations().filter((a) => a.effect.getComputedTiming().iterations !== Infinity).map((a) => a.finished.catch(() => undefined))), new Promise((done) => setTimeout(done, 3000))]).then(() => undefined)');
      await page.screenshot({ path: path.join(pictures, `${name}.png`) });
      return page.evaluate<LowContrast[]>(contrastScript);
    },
    barriers: async () => {
      // The debugger evaluates it, so the content policy of the page stays as it is.
      await page.evaluate(`${axeScript}; undefined`);
      return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`);
    },
    clicks: () => page.evaluate<number>('window.clicksSoFar'),
    countAnew: () => page.evaluate('window.clicksSoFar = 0').then(() => undefined),
    close: () => page.close(),
  };
}

/** Starts everything, on a database that is there already or on one of its own; `close()` ends it. */
export async function startWeb({ database, nextBuild = false }: { readonly database?: TestDatabase; readonly nextBuild?: boolean } = {}): Promise<WebHarness> {
  mkdirSync(pictures, { recursive: true });
  const folder = await buildPages();
  const upgrade = nextBuild ? prepareNextBuild(folder) : () => undefined;
  const executablePath = requireBrowser(process.env['CHROMIUM_PATH'] ?? null);
  const launch = (...more: string[]): Promise<Browser> =>
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...more] });
  const [test, browser]: [TestApp, Browser] = await Promise.all([startTestApp({ worker: true, env: { WEB_DIR: folder }, ...(database ? { database } : {}) }), launch()]);
  // What a camera sees holds for a whole browser.
  const others: Browser[] = [];
  await test.app.listen(0, '127.0.0.1');
  const server = new URL(await test.app.getUrl());
  const line = await tcpProxy({ host: '127.0.0.1', port: Number(server.port) });
  const origin = `http://127.0.0.1:${line.port}`;
  const contexts: BrowserContext[] = [];
  globalThis.takePicturesOfFailure = async (name) => {
    for (const [index, page] of contexts.flatMap((context) => context.pages()).entries()) {
      await page.screenshot({ path: path.join(pictures, `failed-${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}-${index + 1}.png`), timeout: 5_000 }).catch(() => undefined);
    }
  };
  return {
    test, origin, line, upgrade,
    phone: async ({ cpu = 1, camera } = {}) => {
      const own = camera === undefined ? browser : await launch(`--use-file-for-fake-video-capture=${camera}`);
      if (own !== browser) others.push(own);
      const context = await own.newContext({ ...phone, reducedMotion: 'reduce', baseURL: origin });
      contexts.push(context);
      const watched = await watch(context);
      if (cpu > 1) await (await context.newCDPSession(watched.page)).send('Emulation.setCPUThrottlingRate', { rate: cpu });
      return watched;
    },
    open: async (client) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', reducedMotion: 'reduce', baseURL: origin, acceptDownloads: true });
      contexts.push(context);
      const [name = '', value = ''] = client?.user?.cookie.split('=') ?? [];
      if (name) await context.addCookies([{ name, value, url: origin }]);
      return watch(context);
    },
    close: async () => {
      for (const context of contexts) await context.close();
      for (const one of [...others, browser]) await one.close();
      await line.close();
      await test.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const openList = '.ant-select-dropdown:not(.ant-select-dropdown-hidden)';

/** Takes an option of the list that is open; a list that is still moving may miss the first click. */
export async function pick(page: Page, option: string | RegExp): Promise<void> {
  const taken = page.locator(`${openList} .ant-select-item-option-selected`).filter({ hasText: option }).first();
  for (let tries = 0; tries < 5; tries += 1) {
    await page.locator(`${openList} .ant-select-item-option`).filter({ hasText: option }).first().click({ timeout: 15_000 });
    const closed = await page.locator(openList).waitFor({ state: 'hidden', timeout: 1_500 }).then(() => true, () => false);
    // A list from which several are taken stays open.
    if (closed || await taken.isVisible()) return;
  }
  throw new Error(`the list stays open: ${String(option)}`);
}

/** Opens a list and takes an option. */
export async function choose(page: Page, control: Locator, option: string | RegExp): Promise<void> {
  await control.click();
  await pick(page, option);
}

/** Types a day (YYYY-MM-DD) into a date picker; its calendar moves while it opens, so nothing is clicked in it. */
export async function typeDay(picker: Locator, day: string): Promise<void> {
  await picker.fill(day);
  await picker.press('Tab');
}
