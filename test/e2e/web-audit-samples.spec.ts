import { shanghaiDate, uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';
import { agreeing, plantFrame } from '../support/samples.js';
import { clientTransport, SimulatedDevice } from '../support/sync/device.js';
import { choose, startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(240_000);

const COUNTY = '150221';

interface Sample { id: string; state: string; seed: string; seal: string; frameSha256: string }
interface Unit { ordinal: number; role: string; householdId: string; headName: string }

describe('the pages of samples', () => {
  let web: WebHarness;
  let sampler: TestClient;
  let visitor: TestClient;
  const pages: WebPage[] = [];
  const open = async (client: TestClient): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    return page;
  };
  const listOf = async (id: string): Promise<Unit[]> => (await sampler.get<{ items: Unit[] }>(`/samples/${id}/units`)).body.items;
  const newest = async (): Promise<Sample> => {
    const [sample] = (await sampler.get<{ items: Sample[] }>('/samples')).body.items;
    if (!sample) throw new Error('no sample');
    return (await sampler.get<Sample>(`/samples/${sample.id}`)).body;
  };

  beforeAll(async () => {
    web = await startWeb();
    await plantFrame(web.test.database, [
      { village: villages.haizi, status: 'EXITED_ENTITLED', households: 12 }, { village: villages.baimiaozi, status: 'EXITED_ENTITLED', households: 8 }, { village: villages.changjunwan, status: 'EXITED_ENTITLED', households: 10 },
    ]);
    sampler = await web.test.as('inspector', '15');
    visitor = await web.test.as('inspector', COUNTY);
    await sampler.post('/questions', { body: { name: '已脱贫户', definition: { dataset: 'household', division: COUNTY }, shared: true } });
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('draw from a saved question and seal in at most six clicks; the same seed gives the same list', async () => {
    const { page, picture, barriers, clicks } = await open(sampler);
    await page.goto('/audit/samples');
    await page.getByRole('link', { name: '新抽样' }).waitFor();
    expect(await picture('audit-samples-none')).toEqual([]);
    const begun = await clicks();
    await page.getByRole('link', { name: '新抽样' }).click();
    await page.getByRole('combobox', { name: '抽样框（已存的问题）' }).click();
    await page.locator('.ant-select-item-option', { hasText: '已脱贫户' }).click();
    await page.getByTestId('frame').filter({ hasText: '抽样框 30 个' }).waitFor();
    await page.getByLabel('抽取数量').fill('6');
    await page.getByLabel('每层备用数').fill('2');
    await page.getByLabel('随机种子').fill('seed-of-the-test');
    expect(await picture('audit-samples-new')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByTestId('draw').click();
    await page.getByTestId('seal').click();
    await page.getByText('已封存，名单不再变动').waitFor();
    const used = await clicks() - begun;
    process.stdout.write(`sealed sample: ${used} clicks\n`);
    expect(used).toBeLessThanOrEqual(6);
    await page.locator('main tbody a').nth(3).waitFor();
    expect(await picture('audit-samples-sealed')).toEqual([]);
    expect(await barriers()).toEqual([]);
    const first = await newest();
    expect([first.state, first.seed]).toEqual(['SEALED', 'seed-of-the-test']);
    expect(await page.getByText(first.frameSha256).count()).toBe(1);
    await named(page);
    const shown = await page.locator('.ant-table-tbody tr.ant-table-row').allTextContents();
    expect(shown).toHaveLength(8);
    await page.getByRole('button', { name: '验证' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '验证' }).click();
    await page.getByText(/与封存的名单一致，共/).waitFor();
    expect(await picture('audit-samples-verify')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    // While the server draws again, too: nothing is written, so nothing holds the dialog.
    const answered = await held(page, '**/samples/verify');
    await page.getByRole('button', { name: '验证' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '验证' }).click();
    await page.locator('.ant-btn-loading').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await answered();
    await page.goto(`/audit/samples/new?d=${encodeURIComponent(JSON.stringify({ dataset: 'household', division: COUNTY, measure: { kind: 'count' } }))}`);
    await page.getByLabel('抽取数量').fill('6');
    await page.getByLabel('每层备用数').fill('2');
    await page.getByLabel('随机种子').fill('seed-of-the-test');
    await page.getByTestId('draw').click();
    await page.getByTestId('seal').waitFor();
    await named(page);
    expect(await page.locator('.ant-table-tbody tr.ant-table-row').allTextContents()).toEqual(shown);
    const second = await newest();
    expect(second.id).not.toBe(first.id);
    expect((await listOf(second.id)).map(({ householdId }) => householdId)).toEqual((await listOf(first.id)).map(({ householdId }) => householdId));
    await page.goto('/audit/samples');
    await page.getByRole('link', { name: /抽查/ }).nth(1).waitFor();
    expect(await picture('audit-samples')).toEqual([]);
    expect(await barriers()).toEqual([]);
  });

  it('are parted into strata, opened with a reason, drawn anew and issued; the visitor answers blind and sees the record afterwards', async () => {
    const { page, picture, barriers } = await open(sampler);
    await page.goto(`/audit/samples/new?d=${encodeURIComponent(JSON.stringify({ dataset: 'household', division: COUNTY, measure: { kind: 'count' } }))}`);
    const choose = async (label: string, option: string): Promise<void> => {
      await page.getByRole('combobox', { name: label }).click();
      await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option }).click();
    };
    await page.getByLabel('抽取数量').waitFor();
    await choose('抽样方法', '分层随机');
    await choose('分层依据', '苏木乡镇');
    await page.getByLabel('抽取数量').fill('6');
    expect(await picture('audit-samples-strata')).toEqual([]);
    await page.getByTestId('draw').click();
    await page.getByTestId('seal').click();
    await page.getByRole('button', { name: '解封' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('名单有误');
    await page.getByRole('dialog').getByRole('button', { name: '解封' }).click();
    await page.getByText('已解封，原因已记录').waitFor();
    await page.getByRole('link', { name: '重新抽取' }).click();
    await page.getByLabel('抽取数量').fill('5');
    await page.getByTestId('draw').click();
    await page.getByTestId('seal').click();
    await page.getByRole('button', { name: '发放' }).click();
    await page.getByRole('combobox', { name: '调查员' }).click();
    await page.getByRole('combobox', { name: '调查员' }).pressSequentially(visitor.user?.username ?? '');
    await page.keyboard.press('Enter');
    await page.getByText(/：5 户/).waitFor();
    expect(await picture('audit-samples-issue')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '发放' }).click();
    await page.getByText('已发放，到时间后调查员可见').waitFor();
    await page.getByRole('tab', { name: '记录' }).click();
    await page.getByText('名单有误').waitFor();
    expect(await picture('audit-samples-log')).toEqual([]);
    expect(await barriers()).toEqual([]);
    const sample = await newest();
    expect(sample.state).toBe('ISSUED');

    const mine = await opened(web, sample.id, visitor);
    expect(mine).toHaveLength(5);
    const field = await open(visitor);
    await field.page.goto('/audit/samples/tasks');
    await field.page.locator('main tbody a').first().waitFor();
    expect(await field.picture('audit-sample-tasks')).toEqual([]);
    expect(await field.barriers()).toEqual([]);
    await field.page.locator('main tbody a').first().click();
    await field.page.getByLabel('家庭人口').fill('3');
    expect(await field.page.getByText('12,000').count()).toBe(0);
    for (const item of ['吃', '穿', '义务教育', '基本医疗', '住房安全', '收入']) await field.page.getByRole('radiogroup', { name: item, exact: true }).or(field.page.locator('.ant-form-item', { has: field.page.getByTitle(item, { exact: true }) })).getByText('有保障').first().click();
    await field.page.locator('.ant-form-item', { has: field.page.getByTitle('饮水安全', { exact: true }) }).getByText('有问题').click();
    for (const [label, amount] of [['工资性收入', '12000'], ['生产经营性收入', '5000'], ['财产性收入', '0'], ['转移性收入', '3000'], ['生产经营性支出', '2000']] as const) await field.page.getByLabel(label).fill(amount);
    await field.page.getByText('基本满意').click();
    expect(await field.picture('audit-sample-form')).toEqual([]);
    expect(await field.barriers()).toEqual([]);
    await field.page.getByRole('button', { name: '保存并对照' }).click();
    await field.page.getByText('与登记的对照：1 处不一致').waitFor();
    await field.page.getByRole('combobox', { name: '饮水安全不一致的原因' }).click();
    await field.page.locator('.ant-select-item-option', { hasText: '登记有误' }).click();
    await field.page.locator('td').getByTitle('登记有误').waitFor();
    expect(await field.picture('audit-sample-differences')).toEqual([]);
    expect(await field.barriers()).toEqual([]);

    for (const task of mine.slice(1)) await visitor.post(`/sample-tasks/${task}/answers`, { body: { id: uuidV7(), ...agreeing } });
    await visitor.post(`/sample-tasks/${mine[1] ?? ''}/answers`, { body: { id: uuidV7(), ...agreeing, memberCount: 4, reason: '听错人数' } });
    await page.reload();
    await page.getByRole('tab', { name: '结果' }).click();
    await page.getByTestId('rate-APPROVAL').waitFor();
    expect(await page.getByTestId('rate-APPROVAL').textContent()).toMatch(/群众认可度 .*%.*95% 区间 .*\/\d+ 户/);
    expect(await page.getByTestId('revised').textContent()).toBe('其中 1 户看过登记后更正过答案');
    expect(await picture('audit-samples-results')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: 'artifacts/web/audit-samples-print.png' });
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: '关闭', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click();
    await page.getByText('已关闭，结果已固定').waitFor();
  });

  it('are drawn with a size typed for each township, and by hardness of another figure', async () => {
    const { page, picture, barriers } = await open(sampler);
    await page.goto(`/audit/samples/new?d=${encodeURIComponent(JSON.stringify({ dataset: 'household', division: COUNTY, measure: { kind: 'count' } }))}`);
    await page.getByLabel('抽取数量').waitFor();
    await choose(page, page.getByRole('combobox', { name: '抽样方法' }), '分层随机');
    await choose(page, page.getByRole('combobox', { name: '分层依据' }), '苏木乡镇');
    await choose(page, page.getByRole('combobox', { name: '各层怎样分配' }), '逐层填写');
    const sizes = page.locator('.given-fields .ant-input-number input');
    await sizes.nth(1).waitFor();
    await sizes.nth(0).fill('99');
    await page.getByText('最多 10').waitFor();
    await sizes.nth(0).fill('1');
    await sizes.nth(1).fill('4');
    await page.getByTestId('given-sum').filter({ hasText: '合计 5 个' }).waitFor();
    expect(await picture('audit-samples-given')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByTestId('draw').click();
    await page.getByTestId('seal').click();
    await page.getByRole('button', { name: '验证' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '验证' }).click();
    await page.getByText(/与封存的名单一致，共/).waitFor();
    const sample = (await sampler.get<{ strata: { drawn: number }[] }>(`/samples/${(await newest()).id}`)).body;
    expect(sample.strata.map(({ drawn }) => drawn)).toEqual([1, 4]);
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    const id = (await newest()).id;
    expect(await page.getByRole('link', { name: '打印抽样表' }).getAttribute('href')).toBe(`/api/v1/prints/samples/${id}?format=html`);
    const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载抽样表 PDF' }).click()]);
    expect(paper.suggestedFilename()).toBe('抽样表.pdf');
    await page.goto(`/audit/samples/new?d=${encodeURIComponent(JSON.stringify({ dataset: 'household', division: COUNTY, measure: { kind: 'count' } }))}`);
    await page.getByLabel('抽取数量').fill('4');
    await choose(page, page.getByRole('combobox', { name: '抽样方法' }), '分层随机');
    await choose(page, page.getByRole('combobox', { name: '分层依据' }), '最困难的一半＋随机一半');
    await choose(page, page.getByRole('combobox', { name: '按什么算困难' }), '抽样框内户数');
    expect(await picture('audit-samples-hardest')).toEqual([]);
    await page.getByTestId('draw').click();
    await page.getByTestId('seal').waitFor();
    const hard = (await sampler.get<{ items: { role: string; stratum: string; villageCode: string }[] }>(`/samples/${(await newest()).id}/units`)).body.items;
    expect(hard.filter(({ stratum }) => stratum === 'HARDEST').map(({ villageCode }) => villageCode)).toEqual([villages.haizi, villages.haizi]);
  });

  it('show refused work of a phone to whoever drew: one is kept as a late note, one dismissed with its reason, and the results stay', async () => {
    const drawn = (await sampler.post<Sample>('/samples', { body: { name: '迟到的抽查', question: { dataset: 'household', division: COUNTY }, unit: 'household', year: 2025, method: 'simple', size: 2 } })).body;
    await sampler.post(`/samples/${drawn.id}/seal`, { body: {} });
    const phone = new SimulatedDevice(clientTransport(visitor));
    await phone.register();
    const opensAt = new Date().toISOString();
    expect((await sampler.post(`/samples/${drawn.id}/issue`, { body: { assignments: [{ assigneeId: visitor.user?.userId, ordinals: [1, 2] }], opensAt } })).status).toBe(200);
    const tasks = (await visitor.get<{ items: { id: string; sampleId: string; headName: string }[] }>(`/sync/spot-checks?device=${phone.id}&appVersion=1.0.0`)).body.items.filter(({ sampleId }) => sampleId === drawn.id);
    const [first, second] = tasks;
    if (!first || !second) throw new Error('no tasks');
    await sampler.post(`/samples/${drawn.id}/close`, { body: { reason: '提前结束' } });
    const late = [
      phone.do({ kind: 'sample.answer', entityId: `${COUNTY}-${uuidV7()}`, payload: { taskId: first.id, ...agreeing, satisfaction: 'DISSATISFIED', note: '手机没有信号，回旗里才传' } }),
      phone.do({ kind: 'sample.attempt', entityId: `${COUNTY}-${uuidV7()}`, payload: { taskId: second.id, triedOn: shanghaiDate(new Date()), reason: 'ABSENT' } }),
    ];
    expect((await phone.send(late)).map(({ code }) => code)).toEqual(['sample.task-closed', 'sample.task-closed']);

    const { page, picture, barriers } = await open(sampler);
    await page.goto(`/audit/samples/${drawn.id}`);
    await page.getByText('有 2 条抽查记录被退回，等待处理。').waitFor();
    expect(await picture('audit-samples-refused-sheet')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByRole('link', { name: '去处理' }).click();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`${name}(?!\\d)`) });
    await row(first.headName).waitFor();
    await page.locator('.ant-table-tbody tr.ant-table-row', { hasText: '村委会' }).nth(1).waitFor();
    expect(await picture('audit-samples-refused')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await row(first.headName).getByRole('button', { name: '查看' }).click();
    await page.getByText('手机没有信号，回旗里才传').waitFor();
    expect(await page.getByRole('dialog').locator('dd').allTextContents()).toEqual(expect.arrayContaining(['12,000 元', '不满意', '在家中']));
    expect(await picture('audit-samples-refused-open')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: '留作迟到说明' }).click();
    await page.getByRole('dialog', { name: '留作迟到说明' }).getByRole('button', { name: '留作迟到说明' }).click();
    await page.getByText('已留作迟到说明，结果不变').waitFor();
    await row(first.headName).waitFor({ state: 'detached' });
    await row(second.headName).getByRole('button', { name: '查看' }).click();
    await page.getByRole('button', { name: '不予采用' }).click();
    const dismissal = page.getByRole('dialog', { name: '不予采用' });
    await dismissal.getByRole('button', { name: '不予采用' }).click();
    await dismissal.getByText('请写明原因', { exact: true }).waitFor();
    await dismissal.getByLabel('原因').fill('抽样已经结束');
    expect(await picture('audit-samples-refused-dismiss')).toEqual([]);
    await dismissal.getByRole('button', { name: '不予采用' }).click();
    await page.getByText('没有待处理的退回记录').waitFor();
    const settled = (await sampler.get<{ items: { outcome: string; note: string | null; kind: string }[] }>(`/sample-refusals?sample=${drawn.id}&all=true`)).body.items;
    expect(settled.map(({ kind, outcome, note }) => [kind, outcome, note])).toEqual([['sample.attempt', 'DISMISSED', '抽样已经结束'], ['sample.answer', 'LATE_NOTE', null]]);
    expect((await sampler.get<{ code: string }>(`/samples/${drawn.id}/results`)).body.code).toBe('sample.nothing-answered');
    await page.getByLabel('含已处理').check();
    await row(first.headName).getByText('已留作迟到说明').waitFor();
    await page.goto(`/audit/samples/${drawn.id}?tab=log`);
    await page.getByText('2 号的未能入户：不予采用').waitFor();
  });

  it('show neither list nor seed to another inspector before the end', async () => {
    const sample = (await sampler.post<Sample>('/samples', { body: { name: '另一次抽查', question: { dataset: 'household', division: COUNTY }, unit: 'household', year: 2025, method: 'simple', size: 3 } })).body;
    await sampler.post(`/samples/${sample.id}/seal`, { body: {} });
    const { page, picture, barriers } = await open(await web.test.as('inspector', '15'));
    await page.goto(`/audit/samples/${sample.id}`);
    await page.getByText('名单和种子在关闭前只有抽取人可以查看').waitFor();
    const text = await page.locator('main').textContent();
    expect(text).not.toContain(sample.seed);
    for (const { headName } of await listOf(sample.id)) expect(text).not.toContain(headName);
    expect(await picture('audit-samples-foreign')).toEqual([]);
    expect(await barriers()).toEqual([]);
  });
});

/** Lets the opening pass and returns the ids of the tasks. */
async function opened(web: WebHarness, sampleId: string, visitor: TestClient): Promise<string[]> {
  await adminQuery(web.test.database, `update sample_task set opens_at = now() - interval '1 minute' where sample_id = $1`, [sampleId.slice(7)]);
  return (await visitor.get<{ items: { id: string }[] }>('/sample-tasks?limit=100')).body.items.map(({ id }) => id);
}

/** Holds requests to an address back until the returned function is called. */
async function held(page: WebPage['page'], address: string): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => { release = resolve; });
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return async () => {
    release();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/** Waits until all eight rows are there and every village is shown by its name: names are fetched after the list. */
async function named(page: WebPage['page']): Promise<void> {
  await page.locator('.ant-table-tbody tr.ant-table-row', { hasText: '村委会' }).nth(7).waitFor();
}
