import type { Page } from 'playwright-core';
import type { Client } from '../client.js';
import { expect } from '../deviation.js';
import type { Narrator } from '../narrator.js';
import type { Credentials } from './credentials.js';
import type { Desks } from './desks.js';

const PIN = '258036';

interface VisitList {
  readonly items: readonly { readonly id: string; readonly householdId: string; readonly visitedOn: string }[];
}

async function typePin(page: Page): Promise<void> {
  for (const digit of PIN) await page.getByTestId(`pin-${digit}`).click();
}

/** 走访: first run on a phone, a visit without network, and its arrival. */
export async function fieldAct(desks: Desks, narrator: Narrator, team: { readonly client: Client } & Credentials): Promise<void> {
  narrator.chapter('走访台（手机，离线）');
  const { page, context } = await desks.phone();
  await narrator.step(team.client, '第一次打开：能力检查、登录、设 PIN、下载本村', async () => {
    await page.goto('/m/setup');
    await page.getByTestId('check-next').click();
    await page.getByTestId('username').fill(team.username);
    await page.getByTestId('password').fill(team.password);
    await page.getByTestId('sign-in').click();
    await page.getByTestId('pin-first').waitFor();
    await typePin(page);
    await page.getByTestId('pin-again').waitFor();
    await typePin(page);
    await page.getByTestId('download').click();
    await page.getByTestId('begin').click({ timeout: 120_000 });
    await page.getByTestId('tab-today').waitFor();
    return desks.picture(page, 'today');
  }, (picture) => picture);

  const household = await narrator.step(team.client, '断开网络，打开一户，看退出还缺什么', async () => {
    await context.setOffline(true);
    await page.getByTestId('tab-households').click();
    await page.locator('[data-testid^="household-"]').first().waitFor();
    const shown = await page.locator('[data-testid^="household-"]').evaluateAll((rows) => rows.map((row) => (row as unknown as { dataset: { testid: string } }).dataset.testid.replace('household-', '')));
    const visited = new Set((await team.client.get<VisitList>(`/visits?division=${team.client.me.division}&limit=200`)).items.map(({ householdId }) => householdId.slice(7)));
    const id = shown.find((candidate) => visited.has(candidate));
    expect(id !== undefined, 'a household of the demo village should have been visited before');
    await page.getByTestId(`household-${id}`).click();
    await page.getByTestId('log-visit').waitFor();
    await desks.picture(page, 'household-offline');
    return `${team.client.me.division.slice(0, 6)}-${id}`;
  }, () => '没有网络，结论由手机自己算出');

  const before = (await team.client.get<VisitList>(`/visits?household=${household}`)).items.length;
  await narrator.step(team.client, '记走访，七项逐项确认，保存到本机', async () => {
    await page.getByTestId('log-visit').click();
    const same = page.getByTestId('same-as-last');
    await page.getByTestId('save-visit').waitFor();
    if (await same.isVisible() && await same.isEnabled()) await same.click();
    else for (const button of await page.locator('[data-testid$="-OK"]').all()) await button.click();
    await page.getByTestId('save-visit').click();
    const said = page.getByTestId('said').filter({ hasText: '已保存到本机' });
    await said.waitFor();
    await desks.picture(page, 'visit-saved-offline');
    return (await said.textContent()) ?? '';
  }, (said) => said.trim());
  expect((await team.client.get<VisitList>(`/visits?household=${household}`)).items.length === before, 'a visit that was recorded without network should not be on the server yet');

  await narrator.step(team.client, '恢复网络，自动上传', async () => {
    await context.setOffline(false);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.locator('[data-testid="sync-badge"][data-waiting="0"]').first().waitFor({ timeout: 60_000 });
    const { items } = await team.client.get<VisitList>(`/visits?household=${household}`);
    expect(items.length === before + 1, `the visit should have arrived once, there are ${items.length - before}`);
    return desks.picture(page, 'sent');
  }, () => '服务器上多了一次走访，不多不少');
  await context.close();
}
