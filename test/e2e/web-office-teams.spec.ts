import { assuranceItems, uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { asSystem } from '../support/care.js';
import { visitDraft } from '../support/field-work.js';
import { county, fine, helpCast, newProject, poorHousehold, village, type HelpCast } from '../support/help.js';
import { villages, type HouseholdBody } from '../support/households.js';
import { jpeg } from '../support/pictures.js';
import { uploaded } from '../support/uploads.js';
import { choose, pick, startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(240_000);

describe('teams and helpers in the office', () => {
  let web: WebHarness;
  let cast: HelpCast;
  let household: HouseholdBody;
  const pages: WebPage[] = [];
  const open = async (client: Parameters<WebHarness['open']>[0]): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    return page;
  };
  const confirm = ({ page }: WebPage, name: string) => page.getByRole('dialog').locator('.ant-modal-footer').getByRole('button', { name, exact: true }).click();
  const look = async (watched: WebPage, name: string): Promise<void> => {
    expect(await watched.picture(`teams-${name}`)).toEqual([]);
    expect(await watched.barriers()).toEqual([]);
  };
  const helper = async (name: string) => fine(await cast.officer.post<{ id: string }>('/helpers', { body: { id: uuidV7(), countyCode: county, name, unit: '旗水利局', rank: 'SECTION_CHIEF', phone: '13912345678' } })).id;

  beforeAll(async () => {
    web = await startWeb();
    cast = await helpCast(web.test);
    household = await poorHousehold(web.test, cast.clerk);
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('hands a hundred households over in at most four clicks, and keeps the history', async () => {
    const [from, to] = [await helper('帮扶人甲'), await helper('帮扶人乙')];
    await asSystem(web.test.database, `
      insert into household (county_code, id, village_code, status, head_name, member_count) select '${county}', app.uuid_v7(), '${villages.changjunwan}', 'REGISTERED', '户主' || n, 1 from generate_series(1, 100) n;
      insert into pairing (county_code, id, village_code, household_id, helper_id, helper_name, helper_unit, helper_rank, started_on, content_hash, version)
      select h.county_code, app.uuid_v7(), h.village_code, h.id, '${from.slice(7)}', '帮扶人甲', '旗水利局', 'SECTION_CHIEF', '2025-01-01', 'planted', 1 from household h where h.village_code = '${villages.changjunwan}'`);
    const watched = await open(cast.officer);
    const { page } = watched;
    await page.goto('/helpers');
    const cell = page.getByRole('button', { name: /帮扶人甲 100 户/ });
    await cell.waitFor();
    await look(watched, 'helpers');
    await watched.countAnew();
    await cell.click();
    await page.getByRole('button', { name: '变更帮扶责任人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /帮扶人乙/ }).waitFor();
    await page.keyboard.type('工作调动');
    await dialog.getByRole('radio', { name: /帮扶人乙/ }).click();
    await look(watched, 'hand-over');
    await confirm(watched, '变更帮扶责任人');
    await page.getByTestId('many-done').filter({ hasText: '已办理 100 行，未办理 0 行' }).waitFor();
    const clicks = await watched.clicks();
    process.stdout.write(`hand-over of 100 households: ${clicks} clicks\n`);
    expect(clicks).toBeLessThanOrEqual(4);
    await look(watched, 'handed-over');
    const rows = await adminQuery<{ helper: string; open: boolean; n: number }>(web.test.database, `select helper_name as helper, ended_on is null as open, count(*)::integer as n from pairing where village_code = '${villages.changjunwan}' group by 1, 2 order by 1`);
    expect(rows).toEqual([{ helper: '帮扶人乙', open: true, n: 100 }, { helper: '帮扶人甲', open: false, n: 100 }]);
    expect(to).not.toBe(from);
    await page.goto('/helpers?tab=list');
    await page.getByText('没有帮扶户').waitFor();
    await look(watched, 'helper-list');
    await page.goto('/field-work?missing=helper');
    await page.getByRole('heading', { name: '没有帮扶责任人的农户' }).waitFor();
    await look(watched, 'coverage');
  });

  it('sends a team, lets a member take over, and shows the days that the team wrote down', async () => {
    const watched = await open(cast.officer);
    const { page } = watched;
    const dialog = page.getByRole('dialog');
    await page.goto('/teams');
    await page.getByRole('button', { name: '派驻工作队' }).click();
    await dialog.getByLabel('服务的嘎查村').pressSequentially('海子');
    await pick(page, '海子村委会');
    await dialog.getByLabel('工作队名称').fill('海子驻村工作队');
    await dialog.getByLabel('派出单位', { exact: true }).fill('旗教育局');
    for (const [at, name] of ['第一书记甲', '队员乙', '队员丙'].entries()) await dialog.getByLabel('姓名').nth(at).fill(name);
    await look(watched, 'send-team');
    await confirm(watched, '派驻工作队');
    await page.waitForURL(/teams\/1502/);
    await page.getByRole('row', { name: /队员乙/ }).getByRole('button', { name: '接替' }).click();
    await dialog.getByLabel('姓名').fill('队员丁');
    await dialog.getByLabel('离队原因').fill('单位抽回');
    await look(watched, 'replace');
    await confirm(watched, '接替');
    await page.getByText('接替 队员乙').waitFor();
    await look(watched, 'team');
    const id = page.url().split('/').pop()?.split('?')[0] ?? '';
    const member = await open(cast.member);
    await member.page.goto(`/teams/${id}`);
    await member.page.getByRole('button', { name: /登记 1 月驻村日期/ }).waitFor();
    await look(member, 'team-days');
    interface Team { status: string; endReason: string | null; members: { name: string; leftOn: string | null; leaveReason: string | null; months: { month: number; days: number[] }[] }[] }
    const team = async (): Promise<Team> => fine(await cast.officer.get<Team>(`/teams/${id}`));
    const { today } = fine(await cast.officer.get<{ today: string }>('/clock'));
    const [month, day] = [Number(today.slice(5, 7)), Number(today.slice(8))];
    await member.page.getByRole('button', { name: `登记 ${month} 月驻村日期` }).click();
    const first = member.page.getByRole('dialog').getByLabel('第一书记甲');
    await first.click();
    await first.pressSequentially(String(day));
    await member.page.keyboard.press('Enter');
    const last = member.page.getByRole('dialog').getByLabel('队员丁');
    await last.click();
    await last.pressSequentially(String(day));
    await member.page.keyboard.press('Enter');
    await look(member, 'days-dialog');
    // The list of the last member is still open: one click saves all the same.
    await member.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').waitFor();
    await member.page.getByRole('dialog').locator('.ant-modal-footer').getByRole('button', { name: '保存', exact: true }).click({ timeout: 5_000 });
    await member.page.getByRole('dialog').waitFor({ state: 'detached' });
    const written = (await team()).members.filter(({ months }) => months.length > 0 && months[0]?.days.length !== 0);
    expect(written.map(({ name, months }) => [name, months[0]?.month, months[0]?.days])).toEqual([['第一书记甲', month, [day]], ['队员丁', month, [day]]]);

    await page.getByRole('button', { name: '队员入队' }).click();
    await dialog.getByLabel('姓名').fill('队员戊');
    await confirm(watched, '队员入队');
    const joined = page.getByRole('row', { name: /^队员戊/ });
    await joined.first().waitFor();
    await dialog.waitFor({ state: 'detached' });
    await joined.getByRole('button', { name: '离队' }).click();
    await dialog.getByLabel('原因').fill('借调期满');
    await confirm(watched, '离队');
    await joined.getByText('借调期满').waitFor();
    expect((await team()).members.find(({ name }) => name === '队员戊')).toMatchObject({ leftOn: today, leaveReason: '借调期满' });
    await page.goto('/teams');
    await page.getByRole('link', { name: '海子驻村工作队' }).waitFor();
    await look(watched, 'list');
    await page.goto(`/teams/${id}`);
    await page.getByRole('button', { name: '撤回工作队' }).click();
    await dialog.getByLabel('原因').fill('任务完成');
    await look(watched, 'end-team');
    await confirm(watched, '撤回工作队');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('任务完成').first().waitFor();
    const ended = await team();
    expect([ended.status, ended.endReason, ended.members.filter(({ leftOn }) => leftOn === null)]).toEqual(['ENDED', '任务完成', []]);
  });

  it('registers a helper, who takes a household on and ends; what is missing is said before anything is sent', async () => {
    interface Pairing { helperName: string; startedOn: string; endedOn: string | null; endReason: string | null }
    const pairings = async (): Promise<Pairing[]> => fine(await cast.officer.get<{ items: Pairing[] }>(`/pairings?household=${household.id}`)).items;
    const { today } = fine(await cast.officer.get<{ today: string }>('/clock'));
    const watched = await open(cast.officer);
    const { page } = watched;
    const dialog = page.getByRole('dialog');
    await page.goto('/helpers');
    await page.getByRole('button', { name: '登记帮扶责任人' }).click();
    await dialog.getByLabel('单位', { exact: true }).fill('旗农牧局');
    await confirm(watched, '登记帮扶责任人');
    await dialog.getByText('请填写姓名').waitFor();
    await dialog.getByLabel('姓名', { exact: true }).fill('帮扶人丙');
    await choose(page, dialog.getByLabel('隶属关系'), /./);
    await look(watched, 'register-helper');
    await confirm(watched, '登记帮扶责任人');
    await dialog.waitFor({ state: 'detached' });
    const helpers = fine(await cast.officer.get<{ items: { name: string; unit: string; affiliation: string | null }[] }>(`/helpers?division=${county}&limit=200`)).items;
    expect(helpers.filter(({ name }) => name === '帮扶人丙')).toMatchObject([{ unit: '旗农牧局', affiliation: expect.any(String) as string }]);

    await page.goto(`/households/${household.id}?tab=help`);
    await page.getByRole('button', { name: '确定帮扶责任人' }).click();
    await confirm(watched, '确定帮扶责任人');
    await dialog.getByText('请填写帮扶责任人').waitFor();
    await choose(page, dialog.getByLabel('帮扶责任人', { exact: true }), /帮扶人丙（旗农牧局/);
    await look(watched, 'pair');
    await confirm(watched, '确定帮扶责任人');
    await dialog.waitFor({ state: 'detached' });
    expect(await pairings()).toMatchObject([{ helperName: '帮扶人丙', startedOn: today, endedOn: null }]);
    await page.getByRole('button', { name: '结束帮扶' }).click();
    await confirm(watched, '结束帮扶');
    await dialog.getByText('请填写原因').waitFor();
    await dialog.getByLabel('原因').fill('调离本旗');
    await look(watched, 'end-pairing');
    await confirm(watched, '结束帮扶');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('该户还没有帮扶责任人').or(page.getByText('调离本旗')).first().waitFor();
    expect(await pairings()).toMatchObject([{ helperName: '帮扶人丙', endedOn: today, endReason: '调离本旗' }]);
  });

  it('records a fund and corrects it, never below what is budgeted, and takes its note away again', async () => {
    const watched = await open(cast.officer);
    const { page } = watched;
    const dialog = page.getByRole('dialog');
    await page.goto('/funds');
    await page.getByRole('button', { name: '登记资金' }).click();
    await dialog.getByLabel('资金名称').fill('衔接资金三号');
    await dialog.getByLabel('编码').fill('F-E2E-3');
    await dialog.getByLabel('下达金额').fill('30000');
    await dialog.getByLabel('备注').fill('第一批');
    await confirm(watched, '保存');
    await dialog.getByText('请填写下达文号').waitFor();
    await dialog.getByLabel('下达文号').fill('测财〔2026〕3号');
    await look(watched, 'fund-form');
    await confirm(watched, '保存');
    await page.waitForURL(/funds\/1502/);
    const id = page.url().split('/').pop()?.split('?')[0] ?? '';
    const fund = async () => fine(await cast.officer.get<{ name: string; allocatedFen: number; note: string | null; documentNo: string }>(`/funds/${id}`));
    expect(await fund()).toMatchObject({ name: '衔接资金三号', allocatedFen: 3_000_000, note: '第一批', documentNo: '测财〔2026〕3号' });
    await newProject(cast.officer, { fundId: id });
    await page.getByRole('button', { name: '更正资金' }).click();
    await dialog.getByLabel('下达金额').fill('100');
    await dialog.getByLabel('备注').fill('');
    await confirm(watched, '保存');
    await dialog.getByRole('alert').filter({ hasText: '20,000' }).waitFor();
    await look(watched, 'fund-refused');
    expect([await dialog.getByLabel('资金名称').inputValue(), (await fund()).allocatedFen]).toEqual(['衔接资金三号', 3_000_000]);
    await dialog.getByLabel('下达金额').fill('25000');
    await confirm(watched, '保存');
    await dialog.waitFor({ state: 'detached' });
    expect(await fund()).toMatchObject({ allocatedFen: 2_500_000, note: null });
  });

  it('enters an asset, changes it, lets it lie idle, uses it again, corrects what it earned and disposes of it', async () => {
    const watched = await open(cast.officer);
    const { page } = watched;
    const dialog = page.getByRole('dialog');
    await page.goto('/help-assets');
    await page.getByRole('button', { name: '登记资产' }).click();
    await dialog.getByLabel('资产名称').fill('冷藏库');
    await dialog.getByLabel('编码').fill('A-E2E-3');
    await dialog.getByLabel('所有权人').fill('海子村集体');
    await dialog.getByLabel('经营单位').fill('某合作社');
    await confirm(watched, '保存');
    await dialog.getByText('请填写价值').waitFor();
    await dialog.getByLabel('价值').fill('50000');
    await look(watched, 'asset-form');
    await confirm(watched, '保存');
    await page.waitForURL(/help-assets\/1502/);
    const id = page.url().split('/').pop()?.split('?')[0] ?? '';
    const asset = async () => fine(await cast.officer.get<{ status: string; statusReason: string | null; operatorName: string | null; valueFen: number; yields: { amountFen: number; note: string | null }[] }>(`/assets/${id}`));
    expect(await asset()).toMatchObject({ status: 'IN_USE', operatorName: '某合作社', valueFen: 5_000_000 });
    await page.getByRole('button', { name: '变更', exact: true }).click();
    await dialog.getByLabel('经营单位').fill('');
    await confirm(watched, '保存');
    await dialog.waitFor({ state: 'detached' });
    expect((await asset()).operatorName).toBeNull();
    for (const [fen, button] of [['300', '登记收益'], ['250', '更正收益']] as const) {
      await page.getByRole('button', { name: button }).click();
      await dialog.getByLabel('收益金额').fill(fen);
      await confirm(watched, '保存');
      await dialog.waitFor({ state: 'detached' });
    }
    expect((await asset()).yields).toMatchObject([{ amountFen: 25_000 }]);
    const move = async (action: string, reason: string, status: string) => {
      await page.getByRole('button', { name: action, exact: true }).click();
      await confirm(watched, action);
      await dialog.getByText('请填写原因').waitFor();
      await dialog.getByLabel('原因').fill(reason);
      await confirm(watched, action);
      await dialog.waitFor({ state: 'detached' });
      expect(await asset()).toMatchObject({ status, statusReason: reason });
    };
    await move('登记闲置', '冬季停用', 'IDLE');
    await move('恢复使用', '开春启用', 'IN_USE');
    await move('登记损毁', '压缩机烧毁', 'DAMAGED');
    await page.getByRole('button', { name: '处置', exact: true }).click();
    await look(watched, 'asset-dispose');
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
    await move('处置', '报废', 'DISPOSED');
    expect(await page.getByRole('button', { name: '恢复使用' }).count()).toBe(0);
  });

  it('shows a visit, its photographs only when asked, and takes its problem to the end as a task', async () => {
    const photo = await uploaded(cast.member, await jpeg(), { householdId: household.id });
    const problem = { id: uuidV7(), kind: 'HOUSING', description: '屋顶漏雨', dueOn: '2099-01-01' };
    const assurances = assuranceItems.map((item) => ({ item, state: item === 'HOUSING' ? 'PROBLEM' : 'OK', carried: false }));
    const visit = fine(await cast.member.post<{ id: string }>('/visits', { body: { ...visitDraft(), householdId: household.id, assurances, problems: [problem], attachmentIds: [photo.id.slice(7)] } }));
    const watched = await open(cast.officer);
    const { page } = watched;
    const dialog = page.getByRole('dialog');
    await page.goto('/visits');
    await page.locator('.data-table tbody a').first().waitFor();
    await look(watched, 'visits');
    await page.goto(`/visits/${visit.id}`);
    await page.getByRole('button', { name: '查看 1 份照片与附件' }).click();
    await page.getByRole('img', { name: /第 1 张照片/ }).waitFor();
    await look(watched, 'visit');
    const looks = await adminQuery<{ n: number }>(web.test.database, "select count(*)::integer as n from audit_log where op = 'READ' and table_name = 'attachment.thumbnail'");
    expect(looks).toEqual([{ n: 1 }]);
    await page.getByRole('link', { name: '屋顶漏雨' }).click();
    await page.getByRole('button', { name: '分派' }).click();
    await dialog.getByLabel('责任人').fill('村委会');
    await look(watched, 'task-assign');
    await confirm(watched, '分派');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '办结' }).click();
    await dialog.getByLabel('说明').fill('已经修好');
    await confirm(watched, '办结');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: '核实', exact: true }).count()).toBe(0);
    const second = await open(cast.township);
    await second.page.goto(page.url());
    await second.page.getByRole('button', { name: '核实', exact: true }).click();
    await confirm(second, '核实');
    await second.page.getByText('已核实').first().waitFor();
    await look(second, 'task');
    await page.goto('/help-tasks?box=all');
    await page.getByRole('link', { name: '屋顶漏雨' }).waitFor();
    await look(watched, 'tasks');
  });

  it('shows the care registers, who stands on them, and compares them with a list', async () => {
    const watched = await open(cast.officer);
    const { page } = watched;
    const dialog = page.getByRole('dialog');
    await page.goto('/care');
    await page.locator('main section.card').first().waitFor();
    await look(watched, 'care');
    await page.locator('main section.card h2 a').first().click();
    await page.waitForURL(/care\/[a-z]/);
    await look(watched, 'care-entries');
    await page.goto('/care-comparisons');
    await page.getByRole('button', { name: '比对部门名单' }).click();
    await dialog.getByLabel('台账', { exact: true }).click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').first().click();
    await dialog.getByLabel('名单来源部门').fill('旗民政局');
    await dialog.getByLabel('具体用途').fill('核对留守儿童名单');
    await dialog.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('\ufeff姓名,证件号码,出生日期\r\n赵小测,,2007-03-04\r\n') });
    await look(watched, 'care-compare');
    await confirm(watched, '比对部门名单');
    await page.waitForURL(/care-comparisons\/1502/);
    await look(watched, 'care-comparison');
    expect(village.slice(0, 6)).toBe(county);
  });
});
