import { adminQuery } from '../support/admin.js';
import { person, registerHousehold, syntheticId } from '../support/households.js';
import { days, did, meeting, newCast, paper, read, record, setStatus, start, village, type Cast } from '../support/procedures.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(300_000);

const MANY = 50;

describe('many cases at the office desk', () => {
  let web: WebHarness;
  let cast: Cast;
  const pages: WebPage[] = [];
  const ids: string[] = [];
  const households: string[] = [];
  const open = async (client: Parameters<WebHarness['open']>[0]): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    return page;
  };

  beforeAll(async () => {
    web = await startWeb();
    cast = await newCast(web.test);
    for (let n = 0; n < MANY; n += 1) {
      const household = await registerHousehold(cast.clerk, village, { members: [person(`批量户主${n + 1}`, '01', { idNo: syntheticId('1980-05-06'), birthDate: '1980-05-06' })] });
      await record(cast.clerk, household, { wage: 900_000 });
      await setStatus(web.test, household, 'REGISTERED');
      const { id } = await start(cast.clerk, 'household_exit', household.id);
      await did(cast.clerk, id, 'record_review', { review: meeting, evidence: [paper('meeting_minutes')] });
      await did(cast.member, id, 'agree', { evidence: [paper('verification_form'), paper('household_signature')] });
      ids.push(id);
      households.push(household.id);
    }
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('posts the notices of all ready households in three clicks, and each has its own result', async () => {
    const { page, picture, barriers, clicks } = await open(cast.member2);
    await page.goto('/notices');
    const due = page.locator('[data-lane="due"]');
    await due.getByRole('button', { name: '全选' }).waitFor();
    expect(await picture('office-notices-due')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await due.getByRole('button', { name: '全选' }).click();
    await due.getByRole('button', { name: `批量张贴（${MANY}）` }).click();
    await page.getByRole('dialog').getByRole('button', { name: '张贴', exact: true }).click();
    await page.getByText(`已张贴 ${MANY} 户，未办理 0 户`).waitFor({ timeout: 60_000 });
    expect(await clicks()).toBeLessThanOrEqual(3);
    process.stdout.write(`${MANY} notices posted: ${await clicks()} clicks\n`);
    expect(await picture('office-notices-posted')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click();
    await page.locator('[data-lane="running"]').getByText(/剩 \d+ 天/).first().waitFor();
    // Proof of posting that is missing is not lateness.
    await page.locator('[data-lane="running"]').getByText('张贴证据待补').first().waitFor();
    expect(await page.locator('[data-lane="running"]').getByText(/超期/).count()).toBe(0);
    await page.getByText('日历', { exact: true }).click();
    await page.getByRole('link', { name: new RegExp(`起 .* ${MANY} 户`) }).waitFor();
    expect(await picture('office-notices-calendar')).toEqual([]);
    expect(await barriers()).toEqual([]);
  });

  it('counts the days of a notice by the day of Shanghai: one fewer after midnight there, and not before', async () => {
    const offset = async (): Promise<{ left: number; hour: number }> => {
      const [row] = await adminQuery<{ hour: number; minutes: number }>(web.test.database, `select extract(hour from app.now() at time zone 'Asia/Shanghai')::integer as hour, (extract(epoch from date_trunc('day', app.now() at time zone 'Asia/Shanghai') + interval '1 day' - app.now() at time zone 'Asia/Shanghai') / 60)::integer as minutes from installation`);
      return { left: row?.minutes ?? 0, hour: row?.hour ?? 0 };
    };
    const shift = (minutes: number) => adminQuery(web.test.database, 'update installation set clock_offset = clock_offset + make_interval(mins => $1)', [minutes]);
    const { page } = await open(cast.officer);
    const shown = async (): Promise<number> => {
      await page.goto('/notices');
      return Number(/剩 (\d+) 天/.exec((await page.locator('[data-lane="running"]').getByText(/剩 \d+ 天/).first().textContent()) ?? '')?.[1]);
    };
    const before = await shown();
    await shift((await offset()).left - 20);
    expect([await shown(), (await offset()).hour]).toEqual([before, 23]);
    await shift(40);
    expect([await shown(), (await offset()).hour]).toEqual([before - 1, 0]);
  });

  it('ends the notices whose days are over together', async () => {
    await days(web.test, 8);
    const { page, picture, clicks } = await open(cast.member2);
    await page.goto('/notices');
    const complete = page.locator('[data-lane="complete"]');
    await complete.getByRole('button', { name: '全选' }).click();
    expect(await picture('office-notices-complete')).toEqual([]);
    await complete.getByRole('button', { name: `结束公示（${MANY}）` }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束公示', exact: true }).click();
    const begun = performance.now();
    await page.getByText(`已结束 ${MANY} 户的公示，未办理 0 户`).waitFor({ timeout: 180_000 });
    process.stdout.write(`${MANY} notices ended in ${Math.round(performance.now() - begun)} ms\n`);
    expect(await clicks()).toBeLessThanOrEqual(3);
  });

  it('agrees to fifty clean cases at once, after the five that the server sampled were opened, and says of each what became of it', async () => {
    for (const id of ids) await did(cast.township, id, 'agree');
    const { page, context, picture, barriers, clicks } = await open(cast.approver);
    await page.goto('/todo');
    await page.getByRole('link', { name: /批量户主/ }).first().waitFor();
    expect(await picture('office-todo')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByLabel('自动核验全部通过').check();
    await page.waitForURL(/checks=passed/);
    await page.getByRole('checkbox', { name: '全选' }).or(page.locator('thead .ant-checkbox-input')).first().check();
    await page.getByText(`已选择 ${MANY} 项`).waitFor();
    expect(await picture('office-batch-chosen')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: '批量同意' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`将同意 ${MANY} 户。其中 5 户需先打开查看（抽查 10%）。`).waitFor();
    expect(await dialog.getByRole('button', { name: '同意', exact: true }).isDisabled()).toBe(true);
    expect(await picture('office-batch-sample')).toEqual([]);
    expect(await barriers()).toEqual([]);
    const sampled = dialog.getByTestId('sampled').getByRole('link');
    expect(await sampled.count()).toBe(5);
    for (let n = 0; n < 5; n += 1) {
      const [tab] = await Promise.all([context.waitForEvent('page'), sampled.nth(n).click()]);
      await tab.getByRole('heading', { name: '自动核验' }).waitFor();
      await tab.close();
    }
    await dialog.getByText('已查看').nth(4).waitFor();
    await dialog.getByRole('button', { name: '同意', exact: true }).click();
    const begun = performance.now();
    await dialog.getByText(/已同意 \d+ 户，未办理/).or(dialog.getByRole('alert')).first().waitFor({ timeout: 120_000 });
    expect(await dialog.textContent()).toContain(`已同意 ${MANY} 户，未办理 0 户`);
    process.stdout.write(`answered after ${Math.round(performance.now() - begun)} ms\n`);
    process.stdout.write(`${MANY} cases agreed to: ${await clicks()} clicks, 5 of them to open the sample\n`);
    expect(await clicks()).toBeLessThanOrEqual(9);
    expect(await picture('office-batch-result')).toEqual([]);
    expect(await barriers()).toEqual([]);
    const [row] = await adminQuery<{ done: number }>(web.test.database, `select count(*)::integer as done from household where status = 'EXITED_ENTITLED'`);
    expect(row?.done).toBe(MANY);
    // The page hands them in by tens, one of each ten opened; together every tenth was.
    const logs = await adminQuery<{ payload: string }>(web.test.database, `select payload from audit_log where op = 'BATCH' and payload like '%"agree"%'`);
    expect(logs.flatMap(({ payload }) => (JSON.parse(payload) as { sampled: string[] }).sampled)).toHaveLength(5);
  });

  it('starts a re-entry on the page of a household that has left, not without its reason', async () => {
    const household = households[0] ?? '';
    const { page, picture, barriers } = await open(cast.clerk);
    await page.goto(`/households/${household}?tab=cases`);
    await page.getByRole('button', { name: /^发起/ }).click();
    await page.getByRole('menuitem', { name: '返贫纳入' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '发起', exact: true }).click();
    await dialog.getByText('请填写理由').waitFor();
    await dialog.getByLabel('理由').fill('户主因病住院，支出骤增');
    expect(await picture('office-re-entry')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '发起', exact: true }).click();
    await page.waitForURL(/\/cases\/1502/);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await read(cast.clerk, id)).toMatchObject({ pack: 're_entry', subjectId: household, status: 'OPEN', reason: '户主因病住院，支出骤增' });
  });
});
