import type { Browser, Page } from 'playwright-core';
import type { Role } from '#domain';
import type { SignedIn } from './people.js';

/** What somebody does on a page that is open already. */
export const listActions = ['menu', 'filter', 'next page'] as const;
export type ListAction = (typeof listActions)[number];

export interface List {
  readonly name: string;
  readonly path: string;
  readonly role: Role;
  /** The label of a choice among the filters, as it is read aloud, and what is chosen there; nothing where there is no such choice. */
  readonly filter?: { readonly label: string; readonly option: string };
}

/**
 * Milliseconds from the click to the frame after the one in which the rows of the answer stand, by the clock of the page.
 * `aria-busy` ends with the answer; a list that shows the rows of before meanwhile is `stale`.
 */
const toRows = `new Promise((resolve, reject) => {
  const rows = () => [...document.querySelectorAll('.data-table tr.ant-table-row')].map((row) => row.dataset.rowKey).join();
  const before = rows();
  const end = setTimeout(() => reject(new Error('no other rows within 20 s')), 20000);
  document.addEventListener('click', ({ timeStamp }) => {
    const look = () => {
      const table = document.querySelector('.data-table');
      if (!table || table.matches('.stale') || rows() === '' || rows() === before) return requestAnimationFrame(look);
      clearTimeout(end);
      requestAnimationFrame((painted) => resolve(painted - timeStamp));
    };
    requestAnimationFrame(look);
  }, { capture: true, once: true });
  window.armed = true;
})`;

async function timeOf(page: Page, click: () => Promise<void>): Promise<number> {
  const time = page.evaluate<number>(toRows);
  await page.waitForFunction('window.armed === true');
  await Promise.all([time, click()]);
  await page.evaluate('window.armed = false');
  return time;
}

/** Goes to the list by the menu, narrows it, leafs on in it; each answer is a new one, nothing of it was fetched before. */
export async function act(browser: Browser, base: string, person: SignedIn, list: List, rounds: number): Promise<Record<ListAction, number[]>> {
  const found: Record<ListAction, number[]> = { menu: [], filter: [], 'next page': [] };
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', baseURL: base });
  const [name = '', value = ''] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  for (let turn = 0; turn < rounds; turn += 1) {
    await page.goto('/tasks');
    await page.locator('main h1').waitFor();
    await page.waitForLoadState('networkidle');
    found.menu.push(await timeOf(page, () => page.locator(`nav.main-menu a[href="${list.path}"]`).click()));
    await page.waitForLoadState('networkidle');
    const next = page.locator('.keyset-pager button').last();
    for (let leaf = 0; leaf < 2 && (await next.isEnabled()); leaf += 1) {
      found['next page'].push(await timeOf(page, () => next.click()));
      await page.waitForLoadState('networkidle');
    }
    if (list.filter) {
      await page.getByRole('combobox', { name: list.filter.label, exact: true }).click();
      const option = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: list.filter.option }).first();
      await option.waitFor();
      found.filter.push(await timeOf(page, () => option.click()));
    }
  }
  await context.close();
  return found;
}
