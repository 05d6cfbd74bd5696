import type { StoryCase } from '../cases.js';
import type { Client } from '../client.js';
import { expect } from '../deviation.js';
import type { Narrator } from '../narrator.js';
import type { Desks } from './desks.js';

/** 办公: the county's approver reads one screen and decides in two clicks. */
export async function decideOnPage(desks: Desks, narrator: Narrator, { kase, approver }: { readonly kase: StoryCase; readonly approver: Client }): Promise<void> {
  await narrator.step(approver, '在办公台打开事项：标准、核验、程序一屏看完，同意', async () => {
    const { page, context } = await desks.office(approver.session);
    await page.goto(`/cases/${kase.id}`);
    await page.getByRole('heading', { name: '自动核验' }).waitFor();
    await desks.picture(page, 'exit-review');
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(kase.id));
    await context.close();
    return kase.read(approver);
  }, ({ currentStep }) => `进入环节 ${String(currentStep)}`);
  expect((await kase.read(approver)).currentStep === 'ANNOUNCEMENT', 'the decision on the page should lead to the announcement');
}
