import { adminQuery } from '../support/admin.js';
import { approvedAssignment, county, fine, helpCast, newFund, newProject, poorHousehold, SettableJudge, takeProject, village, type HelpCast } from '../support/help.js';
import { days } from '../support/procedures.js';
import { pick, startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(240_000);

describe('help in the office', () => {
  let web: WebHarness;
  let cast: HelpCast;
  const pages: WebPage[] = [];
  const open = async (client: Parameters<WebHarness['open']>[0]): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    return page;
  };
  const choose = async ({ page }: WebPage, label: string, option: RegExp): Promise<void> => {
    const field = page.getByRole('dialog').getByLabel(label, { exact: true });
    await field.click();
    if ((await field.getAttribute('readonly')) === null) await field.pressSequentially(option.source);
    await pick(page, option);
  };
  const confirm = ({ page }: WebPage, name: string) => page.getByRole('dialog').locator('.ant-modal-footer').getByRole('button', { name, exact: true }).click();
  const look = async (watched: WebPage, name: string): Promise<void> => {
    expect(await watched.picture(`help-${name}`)).toEqual([]);
    expect(await watched.barriers()).toEqual([]);
  };

  beforeAll(async () => {
    web = await startWeb();
    cast = await helpCast(web.test);
    SettableJudge.into(web.test);
    await poorHousehold(web.test, cast.clerk);
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('shows the catalogue with what is not set, and the gaps of a division', async () => {
    const watched = await open(cast.officer);
    await watched.page.goto('/measures?text=IND-01');
    await watched.page.getByRole('link', { name: '特色产业扶贫' }).waitFor();
    await look(watched, 'measures');
    await watched.page.goto('/measures/IND-09');
    await watched.page.getByRole('heading', { name: '全部版本' }).waitFor();
    await look(watched, 'measure');
    await watched.page.goto('/gaps');
    await watched.page.getByRole('heading', { name: '应享未享', level: 1 }).waitFor();
    await look(watched, 'gaps');
  });

  it('goes from the plan over approval by somebody else, delivery and payment to the file of the bank and its result', async () => {
    const fund = await newFund(cast.officer);
    const officer = await open(cast.officer);
    await officer.page.goto('/assignments');
    await officer.page.getByRole('button', { name: '批量安排帮扶' }).click();
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByLabel('请先选择嘎查村').pressSequentially('海子');
    await pick(officer.page, '海子村委会');
    await choose(officer, '帮扶措施', /IND-09/);
    await dialog.getByLabel('计划金额').fill('1000');
    await dialog.getByLabel('赵测试', { exact: false }).first().check();
    await look(officer, 'plan-many');
    await confirm(officer, '安排');
    await officer.page.getByTestId('many-done').filter({ hasText: '已办理 1 行' }).waitFor();
    await look(officer, 'plan-result');

    const approver = await open(cast.approver);
    await approver.page.goto('/assignments?status=PLANNED');
    await approver.page.getByRole('checkbox', { name: /^选择 赵测试/ }).check();
    await look(approver, 'assignments');
    await approver.countAnew();
    await approver.page.getByRole('button', { name: '批准（1 项）', exact: true }).click();
    await confirm(approver, '批准');
    await approver.page.getByTestId('many-done').filter({ hasText: '已办理 1 行' }).waitFor();
    process.stdout.write(`approve chosen assignments: ${await approver.clicks()} clicks after choosing\n`);

    await officer.page.goto('/assignments?status=APPROVED');
    await officer.page.locator('.data-table tbody a').first().click();
    await officer.page.getByRole('button', { name: '登记落实（1 项）' }).click();
    await dialog.getByLabel('落实单位或人员').fill('驻村工作队');
    await dialog.getByLabel('落实凭证').fill('清册-1');
    await officer.page.keyboard.press('Enter');
    await look(officer, 'deliver');
    await confirm(officer, '登记落实');
    await officer.page.getByTestId('many-done').filter({ hasText: '已办理 1 行' }).waitFor();
    await officer.page.locator('.ant-modal-close').first().click();
    await officer.page.getByRole('button', { name: '登记资金发放（1 项）' }).click();
    await choose(officer, '资金来源', /中央财政专项/);
    await look(officer, 'book');
    await confirm(officer, '登记发放');
    await officer.page.getByTestId('many-done').filter({ hasText: '已办理 1 行' }).waitFor();
    await officer.page.locator('.ant-modal-close').first().click();
    await look(officer, 'assignment');

    await officer.page.goto('/payments');
    await officer.page.getByRole('button', { name: '生成代发批次' }).click();
    await look(officer, 'batch-dialog');
    await dialog.getByLabel('批次名称').fill('十一月代发');
    await dialog.getByLabel('使用账号的用途').fill('发放产业补助资金');
    await choose(officer, '文件格式', /CSV/);
    await confirm(officer, '生成代发批次');
    await officer.page.waitForURL(/payment-batches\//);
    await officer.page.getByRole('link', { name: '下载代发文件' }).waitFor({ timeout: 60_000 });
    const id = officer.page.url().split('/').pop() ?? '';
    const [line] = fine(await cast.officer.get<{ items: { reference: string }[] }>(`/payment-batches/${id}/rows`)).items;
    await officer.page.getByTestId('bank-result').setInputFiles({ name: '结果.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff流水号,金额（元）,处理结果,失败原因\r\n${line?.reference ?? ''},1000.00,成功,\r\n`) });
    await officer.page.getByTestId('result-counts').filter({ hasText: '1 行：成功 1' }).waitFor();
    await officer.page.getByTestId('batch-paid').filter({ hasText: '1' }).waitFor();
    await look(officer, 'batch');
    const [paid] = await adminQuery<{ settlement: string; amount_fen: number; fund_id: string }>(web.test.database, 'select settlement, amount_fen::integer as amount_fen, fund_id from payment');
    expect(paid).toEqual({ settlement: 'PAID', amount_fen: 100_000, fund_id: fund.id.slice(7) });
    await officer.page.goto('/payments');
    await officer.page.getByText('已发放').first().waitFor();
    await look(officer, 'payments');
    await officer.page.goto('/payment-batches');
    await officer.page.getByRole('link', { name: '十一月代发' }).waitFor();
    await look(officer, 'batches');
  });

  it('drafts a plan on the page of the household, has it agreed and confirmed, and makes its assignments', async () => {
    const other = await poorHousehold(web.test, cast.clerk);
    const officer = await open(cast.officer);
    await officer.page.goto(`/households/${other.id}?tab=help`);
    await officer.page.getByRole('heading', { name: '应享与已享' }).waitFor();
    await look(officer, 'household');
    await officer.page.getByRole('button', { name: '草拟帮扶计划' }).click();
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByLabel('年度目标').fill('人均纯收入稳定超过线');
    await choose(officer, '帮扶措施', /IND-09/);
    await dialog.getByLabel('目标', { exact: true }).fill('购买基础母牛');
    await look(officer, 'plan-form');
    await confirm(officer, '保存');
    await officer.page.waitForURL(/help-plans\//);
    const clerk = await open(cast.clerk);
    await clerk.page.goto(officer.page.url());
    await clerk.page.getByRole('button', { name: '村级议定' }).click();
    await clerk.page.getByRole('dialog').getByLabel('农户签字材料编号').fill('签字-1');
    await confirm(clerk, '村级议定');
    await clerk.page.getByText('村级已议定').first().waitFor();
    const approver = await open(cast.approver);
    await approver.page.goto(officer.page.url());
    await approver.page.getByRole('button', { name: '确认', exact: true }).click();
    await confirm(approver, '确认');
    await approver.page.getByText('旗县已确认').first().waitFor();
    await officer.page.reload();
    await officer.page.getByRole('button', { name: '生成帮扶任务' }).click();
    await confirm(officer, '生成帮扶任务');
    await officer.page.getByTestId('many-done').filter({ hasText: '已办理 1 行' }).waitFor();
    await officer.page.locator('.ant-modal-close').first().click();
    await look(officer, 'plan');
    await officer.page.goto('/help-plans');
    await officer.page.getByText('旗县已确认').first().waitFor();
    await look(officer, 'plans');
  });

  it('takes a project from its proposal to its acceptance', async () => {
    await newFund(cast.officer, { name: '衔接资金一号' });
    const officer = await open(cast.officer);
    const approver = await open(cast.approver);
    const dialog = officer.page.getByRole('dialog');
    await officer.page.goto('/projects');
    await officer.page.getByRole('button', { name: '申报项目' }).click();
    await dialog.getByLabel('项目名称').fill('养殖棚圈建设');
    await dialog.getByLabel('编码').fill('P-E2E-1');
    await dialog.getByLabel('估算金额').fill('20000');
    await dialog.getByLabel('建设内容').fill('新建棚圈 20 座');
    await dialog.getByLabel('受益嘎查村').pressSequentially('海子');
    await pick(officer.page, '海子村委会');
    await dialog.getByLabel('项目名称').click();
    await dialog.getByRole('button', { name: '增加资金来源' }).click();
    await choose(officer, '资金来源', /衔接资金一号/);
    await dialog.getByLabel('预算金额').fill('20000');
    await look(officer, 'project-form');
    await confirm(officer, '申报项目');
    await officer.page.waitForURL(/projects\//);
    const step = async (watched: WebPage, name: string, fill: () => Promise<void> = () => Promise.resolve()) => {
      await watched.page.reload();
      await watched.page.getByRole('main').getByRole('button', { name, exact: true }).click();
      await fill();
      await confirm(watched, name);
      await watched.page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    const people = async (watched: WebPage, label: string, names: readonly string[]) => {
      for (const name of names) {
        await watched.page.getByRole('dialog').getByLabel(label).fill(name);
        await watched.page.keyboard.press('Enter');
      }
    };
    await step(officer, '论证', async () => {
      await people(officer, '论证专家', ['专家甲', '专家乙']);
      await dialog.getByLabel('意见').fill('可行');
    });
    await step(officer, '入库公示', () => dialog.getByLabel('公示地点').fill('村委会公告栏'));
    await days(web.test, 11);
    await step(officer, '结束入库公示');
    await approver.page.goto(officer.page.url());
    await step(approver, '批准入库', () => approver.page.getByRole('dialog').getByLabel('意见').fill('同意入库'));
    await step(officer, '签订合同', async () => {
      await dialog.getByLabel('承建或供货单位').fill('某合作社');
      await dialog.getByLabel('合同编号').fill('HT-1');
      await dialog.getByLabel('合同金额').fill('20000');
      await dialog.getByLabel('开始日期').fill('2026-01-01');
      await dialog.getByLabel('结束日期').fill('2027-12-31');
    });
    await step(officer, '开工');
    await step(officer, '报告进度', async () => {
      await dialog.getByLabel('进度', { exact: true }).fill('100');
      await dialog.getByLabel('进展说明').fill('全部建成');
    });
    await step(officer, '完工');
    await step(officer, '完工公示', () => dialog.getByLabel('公示地点').fill('村委会公告栏'));
    await look(officer, 'project-notice');
    await days(web.test, 11);
    await step(officer, '结束完工公示');
    await step(approver, '验收', async () => {
      await people(approver, '验收人员', ['验收员甲', '验收员乙']);
      await approver.page.getByRole('dialog').getByLabel('意见').fill('合格');
    });
    await approver.page.getByText('已验收').first().waitFor();
    await look(approver, 'project');
    await officer.page.goto('/projects');
    await officer.page.getByRole('link', { name: '养殖棚圈建设' }).waitFor();
    await look(officer, 'projects');
    await officer.page.goto('/funds');
    await officer.page.getByRole('link', { name: '衔接资金一号' }).click();
    await officer.page.getByRole('heading', { name: '支出明细' }).waitFor();
    await look(officer, 'fund');
  });

  it('closes, cancels and refuses assignments, each with its words', async () => {
    const [kept, dropped, doubted] = [await poorHousehold(web.test, cast.clerk), await poorHousehold(web.test, cast.clerk), await poorHousehold(web.test, cast.clerk)];
    interface Assignment { id: string; status: string; version: number; reason: string | null; outcome: string | null }
    const assignment = async (id: string): Promise<Assignment> => fine(await cast.officer.get<Assignment>(`/assignments/${id}`));
    const delivered = await approvedAssignment(cast, kept);
    const { today } = fine(await cast.officer.get<{ today: string }>('/clock'));
    fine(await cast.officer.post(`/assignments/${delivered}/actions`, { body: { action: 'deliver', version: (await assignment(delivered)).version, on: today, deliveredBy: '驻村工作队', evidence: ['清册-2'] } }));
    const approved = await approvedAssignment(cast, dropped);
    const planned = fine(await cast.clerk.post<{ rows: { id: string }[] }>('/assignments', { body: { measureCode: 'IND-09', year: 2026, plannedAmountFen: 100_000, rows: [{ householdId: doubted.id }] } })).rows[0]?.id ?? '';
    const officer = await open(cast.officer);
    const approver = await open(cast.approver);
    const act = async (watched: WebPage, id: string, { button, label, words }: { button: string; label: string; words: string }) => {
      await watched.page.goto(`/assignments/${id}`);
      await watched.page.getByRole('button', { name: `${button}（1 项）` }).click();
      await confirm(watched, button);
      await watched.page.getByRole('dialog').locator('.ant-form-item-explain-error').waitFor();
      await watched.page.getByRole('dialog').getByLabel(label).fill(words);
      await look(watched, `assignment-${id === delivered ? 'close' : id === approved ? 'cancel' : 'refuse'}`);
      await confirm(watched, button);
      await watched.page.getByTestId('many-done').filter({ hasText: '已办理 1 行，未办理 0 行' }).waitFor();
    };
    await act(officer, delivered, { button: '办结', label: '帮扶成效', words: '已增收' });
    await act(officer, approved, { button: '取消任务', label: '原因', words: '农户外出务工' });
    await act(approver, planned, { button: '不批准', label: '原因', words: '重复申请' });
    expect(await Promise.all([delivered, approved, planned].map(assignment))).toMatchObject([{ status: 'CLOSED', outcome: '已增收' }, { status: 'CANCELLED', reason: '农户外出务工' }, { status: 'REFUSED', reason: '重复申请' }]);
  });

  it('corrects and cancels a project, and reverses what another one spent', async () => {
    interface Detail { name: string; status: string; spentFen: number; expenses: { payee: string; amountFen: number; reversesId: string | null; reason: string | null }[] }
    const detail = async (id: string): Promise<Detail> => fine(await cast.officer.get<Detail>(`/projects/${id}`));
    const fund = await newFund(cast.officer, { name: '衔接资金二号' });
    const [draft, running] = [await newProject(cast.officer, { fundId: fund.id }), await newProject(cast.officer, { fundId: fund.id })];
    await takeProject(web.test, cast, { id: running.id, to: 'start' });
    const officer = await open(cast.officer);
    const dialog = officer.page.getByRole('dialog');
    const press = (name: string) => officer.page.getByRole('main').getByRole('button', { name, exact: true }).click();
    await officer.page.goto(`/projects/${draft.id}`);
    await press('修改');
    await dialog.getByLabel('项目名称').fill('基础母牛补贴（二期）');
    await confirm(officer, '保存');
    await officer.page.getByRole('heading', { name: '基础母牛补贴（二期）', level: 1 }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await press('取消项目');
    await dialog.getByLabel('原因').fill('资金另有安排');
    await confirm(officer, '取消项目');
    await dialog.waitFor({ state: 'detached' });
    expect(await detail(draft.id)).toMatchObject({ name: '基础母牛补贴（二期）', status: 'CANCELLED' });
    await officer.page.goto(`/projects/${running.id}`);
    await press('登记支出');
    await dialog.getByLabel('收款单位').fill('某合作社');
    await dialog.getByLabel('支出类别').fill('购牛款');
    await dialog.getByLabel('金额').fill('3000');
    await look(officer, 'project-spend');
    await confirm(officer, '登记支出');
    await dialog.waitFor({ state: 'detached' });
    expect((await detail(running.id)).expenses).toMatchObject([{ payee: '某合作社', amountFen: 300_000, reversesId: null }]);
    await officer.page.getByRole('row', { name: /某合作社/ }).getByRole('button', { name: '冲正' }).click();
    await dialog.getByLabel('原因').fill('发票作废');
    await confirm(officer, '冲正');
    await dialog.waitFor({ state: 'detached' });
    const after = await detail(running.id);
    expect([after.expenses.map(({ amountFen }) => amountFen).sort((a, b) => a - b), after.spentFen]).toEqual([[-300_000, 300_000], 0]);
  });

  it('refuses a project for ever, and takes a payment back with its reason', async () => {
    const [project, fund] = [await newProject(cast.officer), await newFund(cast.officer, { name: '衔接资金四号' })];
    const id = await approvedAssignment(cast, await poorHousehold(web.test, cast.clerk));
    fine(await cast.officer.post('/payments/bookings', { body: { term: '2026', paidOn: '2026-03-01', channel: 'DIRECT', allOrNothing: true, fundId: fund.id, rows: [{ assignmentId: id, amountFen: 12_300 }] } }));
    const answer = async (watched: WebPage, button: string, label: string, words: string, dialog = watched.page.getByRole('dialog')) => {
      await confirm(watched, button);
      await dialog.getByText(`请填写${label}`).waitFor();
      await dialog.getByLabel(label).fill(words);
      await look(watched, button === '冲正' ? 'payment-reverse' : 'project-refuse');
      await confirm(watched, button);
      await dialog.waitFor({ state: 'detached' });
    };
    const [approver, officer] = [await open(cast.approver), await open(cast.officer)];
    await approver.page.goto(`/projects/${project.id}`);
    await approver.page.getByRole('main').getByRole('button', { name: '不予通过', exact: true }).click();
    await answer(approver, '不予通过', '意见', '与上年项目重复');
    const refused = fine(await cast.officer.get<{ status: string; events: { action: string }[] }>(`/projects/${project.id}`));
    expect([refused.status, refused.events.at(-1)?.action]).toEqual(['REFUSED', 'refuse']);
    await officer.page.goto('/payments');
    await officer.page.getByRole('row', { name: /2026-03-01/ }).getByRole('button', { name: /^冲正/ }).click();
    await answer(officer, '冲正', '原因', '账号有误');
    const { items } = fine(await cast.officer.get<{ items: { assignmentId: string; amountFen: number; reversesId: string | null }[] }>('/payments'));
    expect(items.filter(({ assignmentId }) => assignmentId === id).map(({ amountFen, reversesId }) => [amountFen, reversesId !== null]).sort()).toEqual([[-12_300, true], [12_300, false]]);
  });

  it('refuses to distribute more than an asset has earned, with the reason', async () => {
    const asset = fine(await cast.officer.post<{ id: string }>('/assets', { body: { division: village, code: 'A-E2E-1', name: '光伏电站', ledger: 'OPERATING', ownerKind: 'COLLECTIVE', ownerName: '村集体', valueFen: 5_000_000, acquiredOn: '2024-01-01' } }));
    const officer = await open(cast.officer);
    const dialog = officer.page.getByRole('dialog');
    await officer.page.goto(`/help-assets/${asset.id}`);
    await officer.page.getByRole('button', { name: '登记收益' }).click();
    await dialog.getByLabel('收益金额').fill('100');
    await confirm(officer, '保存');
    await dialog.waitFor({ state: 'detached' });
    await officer.page.getByRole('button', { name: '分配收益' }).click();
    await dialog.getByLabel('每户金额').fill('150');
    await dialog.getByLabel('赵测试', { exact: false }).first().check();
    await confirm(officer, '分配收益');
    await dialog.getByRole('alert').waitFor();
    await look(officer, 'distribute-refused');
    expect(await dialog.getByRole('alert').textContent()).toMatch(/收益/);
    await dialog.getByLabel('每户金额').fill('60');
    await confirm(officer, '分配收益');
    await dialog.waitFor({ state: 'detached' });
    await officer.page.getByRole('region', { name: '收益分配' }).getByText('60').waitFor();
    await look(officer, 'asset');
    await officer.page.goto(`/help-assets?division=${county}`);
    await officer.page.getByRole('link', { name: '光伏电站' }).waitFor();
    await look(officer, 'assets');
  });
});
