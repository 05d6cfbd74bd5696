import type { Client } from '../client.js';
import { expect } from '../deviation.js';
import type { Narrator } from '../narrator.js';
import type { Desks } from './desks.js';

interface Answer {
  readonly number: number | null;
}

/** 督查审计: a question with its sentence, number and picture, the same number as over HTTP; the library of checks. */
export async function auditAct(desks: Desks, narrator: Narrator, inspector: Client): Promise<void> {
  narrator.chapter('督查审计台');
  const { page, context } = await desks.office(inspector.session);
  await narrator.step(inspector, '问一个问题：全区在册多少户', async () => {
    await page.goto('/audit/questions');
    await page.getByRole('button', { name: '在册户' }).click();
    await page.getByTestId('run').click();
    await page.getByTestId('sentence').filter({ hasText: '在册' }).waitFor({ timeout: 30_000 });
    await page.getByTestId('answer-number').waitFor({ timeout: 30_000 });
    await page.locator('.chart-canvas svg').first().waitFor();
    await desks.picture(page, 'question');
    return { shown: (await page.getByTestId('answer-number').textContent()) ?? '', sentence: (await page.getByTestId('sentence').textContent()) ?? '', definition: new URL(page.url()).searchParams.get('d') };
  }, ({ sentence, shown }) => `${sentence}（${shown}）`).then(async ({ shown, definition }) => {
    expect(definition !== null, 'the question should stand in the address');
    const { number } = await inspector.post<Answer>('/questions/answers', { definition: JSON.parse(definition) as unknown });
    expect(number !== null && new Intl.NumberFormat('zh-CN').format(number) === shown, `the page shows ${shown}, the interface answers ${String(number)}`);
  });
  await narrator.step(inspector, '翻看 86 条规则', async () => {
    await page.goto('/audit/checks');
    await page.getByText('A01').first().waitFor();
    return desks.picture(page, 'checks');
  }, (picture) => picture);
  await context.close();
}
