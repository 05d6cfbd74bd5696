import type { TestClient } from '../support/client.js';
import { TEST_PASSWORD } from '../support/users.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(180_000);

describe('the pages of the administrators', () => {
  let web: WebHarness;
  const pages: WebPage[] = [];
  const open = async (client: TestClient, path: string): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    await page.page.goto(path);
    return page;
  };
  const looked = async (page: WebPage, name: string): Promise<void> => {
    expect(await page.picture(`settings-${name}`)).toEqual([]);
    expect(await page.barriers()).toEqual([]);
  };

  beforeAll(async () => { web = await startWeb(); });
  afterAll(() => web?.close());
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('let one administrator make a user, another one grant, and the user sign in; neither can do the work of the other', async () => {
    const system = await open(await web.test.as('system_admin', '15'), '/accounts');
    await system.page.getByRole('button', { name: '新建账号' }).click();
    await system.page.getByLabel('用户名', { exact: true }).fill('wang.xiaoming');
    await system.page.getByLabel('姓名', { exact: true }).fill('王小明');
    await system.page.getByLabel('初始密码').fill('bangfu-123456');
    await system.page.getByRole('dialog').getByRole('button', { name: '新建账号' }).click();
    await system.page.getByRole('alert').filter({ hasText: '密码至少12位' }).waitFor();
    await system.page.getByLabel('初始密码').fill(TEST_PASSWORD);
    await system.page.getByRole('dialog').getByRole('button', { name: '新建账号' }).click();
    await system.page.getByRole('dialog').waitFor({ state: 'detached' });
    await system.page.getByLabel('用户名或姓名开头').fill('wang.x');
    await system.page.keyboard.press('Enter');
    const row = system.page.getByRole('row', { name: /王小明/ });
    await row.getByText('尚未授权').waitFor();
    expect(await row.getByRole('button', { name: '添加授权' }).count()).toBe(0);
    await looked(system, 'accounts-system');

    const security = await open(await web.test.as('security_admin', '15'), '/accounts?q=wang.x');
    expect(await security.page.getByRole('button', { name: '新建账号' }).count()).toBe(0);
    await security.page.getByRole('row', { name: /王小明/ }).getByRole('button', { name: '添加授权' }).click();
    await security.page.getByRole('dialog').getByRole('combobox', { name: '角色' }).click();
    await security.page.getByTitle('旗县经办人').click();
    await security.page.getByRole('dialog').getByRole('button', { name: '添加授权' }).click();
    await security.page.getByText('该角色不能授予这一级行政区划').waitFor();
    await looked(security, 'accounts-grant');
    await security.page.getByRole('dialog').getByRole('combobox', { name: '行政区划' }).fill('土默特右旗');
    await security.page.getByTitle(/土默特右旗$/).first().click();
    await security.page.getByRole('dialog').getByRole('button', { name: '添加授权' }).click();
    await security.page.getByRole('row', { name: /王小明/ }).getByText('旗县经办人').waitFor();

    const nobody = await web.open(null);
    pages.push(nobody);
    await nobody.page.goto('/sign-in');
    await nobody.page.getByLabel('用户名').fill('wang.xiaoming');
    await nobody.page.getByLabel('密码').fill(TEST_PASSWORD);
    await nobody.page.getByRole('button', { name: /登录$/ }).click();
    await nobody.page.getByRole('heading', { name: '我的待办' }).waitFor();
  });

  it('tell an officer who opens the accounts whom to ask', async () => {
    const { page } = await open(await web.test.as('county_officer', '150221'), '/accounts');
    await page.getByText('您没有“账号与授权”的权限').waitFor();
  });

  it('publish a rule only after its effect was seen', async () => {
    const rules = await open(await web.test.as('region_officer', '15'), '/rules');
    await rules.page.getByRole('button', { name: '试算修订' }).first().click();
    const text = rules.page.getByRole('textbox', { name: '规则' });
    const before = await text.inputValue();
    await text.fill('{"combinator":"and","rules":[]}');
    await rules.page.getByText('条件组不能为空').waitFor();
    expect(await rules.page.getByRole('button', { name: '试算', exact: true }).count()).toBe(0);
    await text.fill(before);
    expect(await rules.page.getByRole('button', { name: '发布' }).count()).toBe(0);
    await rules.page.getByRole('button', { name: '试算', exact: true }).click();
    await rules.page.getByText(/共判断 .* 个，其中 .* 个的结论会改变/).waitFor();
    await rules.page.getByRole('button', { name: '发布' }).waitFor();
    await looked(rules, 'rule-revision');
    await rules.page.getByLabel('生效日期').fill('2031-01-01');
    await rules.page.getByLabel('依据文件及文号').fill('测试文件〔2030〕1号');
    await rules.page.getByLabel('修订说明').fill('测试');
    await rules.page.getByRole('button', { name: '发布' }).click();
    await rules.page.getByText('第 2 版，自 2031-01-01 起').waitFor();
  });

  it('publish a version of a procedure with every change beside the version before', async () => {
    const packs = await open(await web.test.as('region_officer', '15'), '/packs');
    await packs.page.getByRole('button', { name: '修订' }).first().waitFor();
    await looked(packs, 'packs');
    await packs.page.getByRole('button', { name: '修订' }).first().click();
    const text = packs.page.getByRole('textbox', { name: '程序内容' });
    const content = await text.inputValue();
    await packs.page.getByText('与上一版相比改动 0 处').waitFor();
    expect(await packs.page.getByRole('button', { name: '发布新版本' }).isDisabled()).toBe(true);
    await text.fill(content.replace(/"decides": true/, '"decides": false'));
    await packs.page.getByText('须有且只有一个决定环节').waitFor();
    await text.fill(content.replace(/"validFrom": "[^"]*"/, '"validFrom": "2031-01-01"').replace(/"source": "[^"]*"/, '"source": "测试文件〔2030〕2号"'));
    await packs.page.getByText('与上一版相比改动 2 处').waitFor();
    await packs.page.getByRole('combobox', { name: /抄送给/ }).last().fill('督查');
    await packs.page.locator('.ant-select-dropdown').getByText('盟市 · 督查（审计）人员').click();
    await packs.page.getByText('与上一版相比改动 3 处').waitFor();
    await packs.page.getByText('[{"role":"inspector","level":"prefecture"}]').waitFor();
    await packs.page.getByRole('heading', { name: '抄送' }).click();
    await looked(packs, 'pack-revision');
    await packs.page.getByRole('button', { name: '发布新版本' }).click();
    await packs.page.getByText('依据：测试文件〔2030〕2号').waitFor();
    await packs.page.getByRole('cell', { name: '盟市 · 督查（审计）人员' }).waitFor();
    await looked(packs, 'pack-copies');
  });

  it('enter a number with its document, and a day of the holiday calendar', async () => {
    const client = await web.test.as('region_officer', '15');
    const parameters = await open(client, '/parameters');
    const row = parameters.page.getByRole('row', { name: /未设置/ }).first();
    await row.getByRole('button', { name: '登记' }).click();
    await parameters.page.getByRole('button', { name: '保存' }).click();
    await parameters.page.getByText('请填写依据文件及文号').waitFor();
    await looked(parameters, 'parameter');

    const holidays = await open(client, '/holidays?year=2027');
    await holidays.page.getByText('2027 年的放假安排尚未登记').waitFor();
    await holidays.page.getByRole('button', { name: '登记一天' }).click();
    await holidays.page.getByLabel('日期').fill('2027-10-01');
    await holidays.page.getByLabel('节日').fill('国庆节');
    await holidays.page.getByLabel('依据').fill('测试通知〔2026〕9号');
    await holidays.page.getByRole('button', { name: '保存' }).click();
    await holidays.page.getByRole('row', { name: /2027-10-01.*放假.*国庆节/ }).waitFor();
    await looked(holidays, 'holidays');
  });

  it('show what has not arrived from the phones and what was computed, without counting anybody’s time', async () => {
    const officer = await web.test.as('county_officer', '150221');
    const phones = await open(officer, '/field-devices');
    await phones.page.getByText('所有手机的记录都已上传').waitFor();
    await looked(phones, 'devices');
    await phones.page.getByRole('tab', { name: '未被采用的记录' }).click();
    await phones.page.getByText('没有待处理的记录').waitFor();
    const runs = await open(officer, '/runs');
    await runs.page.getByRole('button', { name: '重新计算一个范围' }).click();
    await runs.page.getByRole('button', { name: '开始' }).click();
    await runs.page.getByRole('dialog').waitFor({ state: 'detached' });
    await runs.page.getByRole('table', { name: '重新计算' }).waitFor();
    await looked(runs, 'runs');
  });
});
