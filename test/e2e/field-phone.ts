import type { TestClient } from '../support/client.js';
import { TEST_PASSWORD } from '../support/users.js';
import type { WebPage } from './web-harness.js';

/** PIN of everybody in the tests. */
export const PIN = '258036';

export interface SetUp {
  /** Villages to take along; all that the page offers when left out and there is only one. */
  readonly villages?: readonly string[];
  /** Somebody who is sent to drawn households and takes no village along; ends on 抽查任务. */
  readonly spotChecks?: boolean;
  readonly pin?: string;
}

async function typePin({ page }: WebPage, pin: string): Promise<void> {
  for (const digit of pin) await page.getByTestId(`pin-${digit}`).click();
}

/** The first run of somebody on a phone: checks, sign-in, PIN, villages, download; ends on 今日. */
export async function setUp(phone: WebPage, client: TestClient, { villages = [], spotChecks = false, pin = PIN }: SetUp = {}): Promise<void> {
  const { page } = phone;
  if (!page.url().includes('/m/setup')) await page.goto('/m/setup');
  await page.getByTestId('check-next').click();
  await page.getByTestId('username').fill(client.user?.username ?? '');
  await page.getByTestId('password').fill(TEST_PASSWORD);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('pin-first').waitFor();
  await typePin(phone, pin);
  await page.getByTestId('pin-again').waitFor();
  await typePin(phone, pin);
  if (spotChecks) {
    await page.getByTestId('begin').click({ timeout: 60_000 });
    await page.getByTestId('tab-spot-checks').waitFor();
    return;
  }
  await page.getByTestId('download').waitFor();
  for (const code of villages) if (!(await page.getByTestId(`village-${code}`).isChecked())) await page.getByTestId(`village-${code}`).check();
  await page.getByTestId('download').click();
  await page.getByTestId('begin').click({ timeout: 60_000 });
  await page.getByTestId('tab-today').waitFor();
}

/** Opens the store of the only person on the phone, or of `person` among several. */
export async function unlock(phone: WebPage, pin = PIN, person?: string): Promise<void> {
  if (person !== undefined) await phone.page.getByTestId(`person-${person}`).click();
  await phone.page.getByTestId('pin-1').waitFor();
  await typePin(phone, pin);
  await phone.page.getByTestId('tab-me').waitFor();
}

/** Waits until the phone has nothing left to upload. */
export async function allSent({ page }: WebPage): Promise<void> {
  await page.locator('[data-testid="sync-badge"][data-waiting="0"]').first().waitFor({ timeout: 30_000 });
}
