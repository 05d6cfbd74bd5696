import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { requireBrowser } from '#platform';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;
const screen = { viewport: { width: 1366, height: 768 } } as const;

/** A real browser in front of a running instance, with pictures of what was seen. */
export class Desks {
  private pictures = 0;

  private constructor(
    private readonly browser: Browser,
    private readonly base: string,
    private readonly folder: string,
  ) {}

  /** `visible` shows the windows and goes slowly enough to follow. Pictures go into `folder`. @throws EnvError without a browser */
  static async open(base: string, folder: string, visible: boolean): Promise<Desks> {
    const executablePath = requireBrowser(process.env['CHROMIUM_PATH'] ?? null);
    mkdirSync(folder, { recursive: true });
    const browser = await chromium.launch({ executablePath, headless: !visible, slowMo: visible ? 400 : 0, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    return new Desks(browser, base, folder);
  }

  async phone(): Promise<{ page: Page; context: BrowserContext }> {
    return this.page(phone);
  }

  /** A page of somebody who is signed in already. */
  async office({ name, value }: { readonly name: string; readonly value: string }): Promise<{ page: Page; context: BrowserContext }> {
    const opened = await this.page(screen);
    await opened.context.addCookies([{ name, value, url: this.base }]);
    return opened;
  }

  async picture(page: Page, name: string): Promise<string> {
    this.pictures += 1;
    const file = path.join(this.folder, `${String(this.pictures).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path: file });
    return path.basename(file);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private async page(shape: typeof phone | typeof screen): Promise<{ page: Page; context: BrowserContext }> {
    const context = await this.browser.newContext({ ...shape, locale: 'zh-CN', baseURL: this.base });
    return { context, page: await context.newPage() };
  }
}
