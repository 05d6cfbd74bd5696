import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Browser } from 'playwright-core';
import { problem } from '#domain';
import { ENV, type Env } from '../config/env.js';
import { browserPath } from './browser-path.js';
import { Places } from './places.js';

/** Pages at once; a sheet takes a few hundred milliseconds. */
const PLACES = 2;
const LONGEST_QUEUE = 20;
const TIMEOUT_MS = 30_000;
/** A browser that nobody needs is sent away: it holds 100 MB. */
const IDLE_MS = 120_000;

/** Makes PDF from our own HTML with Debian's Chromium: no scripts, no network, thirty seconds. */
@Injectable()
export class PdfPrinter implements OnModuleDestroy {
  private readonly log = new Logger(PdfPrinter.name);
  private readonly places = new Places(PLACES, LONGEST_QUEUE);
  private browser: Promise<Browser> | null = null;
  private idle: NodeJS.Timeout | null = null;

  constructor(@Inject(ENV) private readonly env: Env) {}

  /** Whether this server can print; without a Chromium the browser of the reader prints the page. */
  get installed(): boolean {
    return browserPath(this.env.chromiumPath) !== null;
  }

  /** @throws `print.not-installed`, `print.timeout`, `print.busy` */
  print(html: string): Promise<Buffer> {
    return this.places.take(async () => {
      const browser = await this.ready();
      try {
        return await render(browser, html);
      } finally {
        this.restAfter();
      }
    });
  }

  async onModuleDestroy(): Promise<void> {
    if (this.idle) clearTimeout(this.idle);
    await this.close();
  }

  private async ready(): Promise<Browser> {
    if (this.idle) clearTimeout(this.idle);
    const executablePath = browserPath(this.env.chromiumPath);
    if (executablePath === null) throw problem('print.not-installed');
    this.browser ??= this.launch(executablePath);
    return this.browser.catch((error: unknown) => {
      this.browser = null;
      this.log.error({ error: error instanceof Error ? error.message.split('\n')[0] : String(error) }, 'Chromium did not start');
      throw problem('print.not-installed');
    });
  }

  private async launch(executablePath: string): Promise<Browser> {
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({
      executablePath, timeout: TIMEOUT_MS, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
      // Its own sandbox needs a user other than root; what is printed is our HTML without scripts or network either way.
      chromiumSandbox: process.getuid?.() !== 0, args: ['--disable-background-networking', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run'],
    });
    browser.on('disconnected', () => (this.browser = null));
    return browser;
  }

  private restAfter(): void {
    if (this.idle) clearTimeout(this.idle);
    this.idle = setTimeout(() => void this.close(), IDLE_MS);
    this.idle.unref();
  }

  private async close(): Promise<void> {
    const browser = this.browser;
    this.browser = null;
    await (await browser?.catch(() => null))?.close().catch(() => undefined);
  }
}

async function render(browser: Browser, html: string): Promise<Buffer> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, serviceWorkers: 'block', acceptDownloads: false });
  let late = false;
  const alarm = setTimeout(() => {
    late = true;
    void context.close().catch(() => undefined);
  }, TIMEOUT_MS);
  try {
    const page = await context.newPage();
    await page.route('**/*', (route) => route.abort());
    await page.setContent(html, { waitUntil: 'load', timeout: TIMEOUT_MS });
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  } catch (error) {
    if (late || (error instanceof Error && error.name === 'TimeoutError')) throw problem('print.timeout');
    throw error;
  } finally {
    clearTimeout(alarm);
    await context.close().catch(() => undefined);
  }
}
