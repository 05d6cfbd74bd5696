import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app.js';
import { code, county, fine, helpCast, newFund, newProject, poorHousehold, projectAction, projectDecision, projectSteps, takeProject, township, village, type FundBody, type HelpCast, type HelpRefusal, type ProjectBody } from '../support/help.js';
import { days } from '../support/procedures.js';

let app: TestApp;
let cast: HelpCast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await helpCast(app);
}, 60_000);
afterAll(() => app.close());

const read = async (id: string) => fine(await cast.officer.get<ProjectBody>(`/projects/${id}`));
const fundOf = async (id: string) => fine(await cast.officer.get<FundBody>(`/funds/${id}`));

describe('fund sources', () => {
  it('say what was allocated, budgeted and spent, and how long the rest has lain idle', async () => {
    const fund = await newFund(cast.officer, { allocatedFen: 3_000_000 });
    expect(fund).toMatchObject({ allocatedFen: 3_000_000, budgetedFen: 0, spentFen: 0, remainingFen: 3_000_000 });
    const before = fund.idleDays ?? 0;
    expect(before).toBeGreaterThan(300);
    await days(app, 3);
    expect((await fundOf(fund.id)).idleDays).toBe(before + 3);
  });

  it('are created once for one id, refused for the same id with another content, and the code of a county stands once', async () => {
    const id = randomUUID();
    const taken = code('F');
    const first = await newFund(cast.officer, { id, code: taken });
    expect((await newFund(cast.officer, { id, code: taken })).id).toBe(first.id);
    const body = { division: county, code: taken, name: '中央财政专项', level: 'CENTRAL', kind: 'SPECIAL', year: 2026, documentNo: '测财〔2026〕1号', allocatedFen: 1, receivedOn: '2026-01-10' };
    expect(await cast.officer.post<HelpRefusal>('/funds', { body: { ...body, id } })).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } });
    expect(await cast.officer.post<HelpRefusal>('/funds', { body })).toMatchObject({ status: 409, body: { code: 'fund.code-taken' } });
  });

  it('belong to the county: a village team does not see them, another county does not find them', async () => {
    const fund = await newFund(cast.officer);
    expect((await cast.clerk.get<{ items: unknown[] }>('/funds')).body.items).toEqual([]);
    expect((await cast.clerk.get(`/funds/${fund.id}`)).status).toBe(404);
    expect((await cast.stranger.get(`/funds/${fund.id}`)).status).toBe(404);
    expect((await cast.stranger.patch(`/funds/${fund.id}`, { body: { version: 1, name: '改' } })).status).toBe(404);
    expect((await cast.stranger.post('/funds', { body: { division: county, code: 'X', name: '越权', level: 'COUNTY', kind: 'OTHER', year: 2026, documentNo: '无', allocatedFen: 1, receivedOn: '2026-01-01' } })).status).toBe(404);
  });

  it('cannot be cut below what projects have budgeted, and an old version does not overwrite a new one', async () => {
    const fund = await newFund(cast.officer, { allocatedFen: 2_500_000 });
    await newProject(cast.officer, { fundId: fund.id });
    expect(await cast.officer.patch<HelpRefusal>(`/funds/${fund.id}`, { body: { version: 1, allocatedFen: 1_999_999 } })).toMatchObject({ status: 409, body: { code: 'fund.below-spent' } });
    expect((await cast.officer.patch<FundBody>(`/funds/${fund.id}`, { body: { version: 1, allocatedFen: 2_000_000 } })).body).toMatchObject({ version: 2, allocatedFen: 2_000_000 });
    const noted = fine(await cast.officer.patch<{ version: number; note: string | null }>(`/funds/${fund.id}`, { body: { version: 2, note: '第一批' } }));
    expect(fine(await cast.officer.patch<{ version: number; note: string | null }>(`/funds/${fund.id}`, { body: { version: noted.version, note: null } }))).toMatchObject({ version: 4, note: null });
    expect((await cast.officer.patch(`/funds/${fund.id}`, { body: { version: 4, name: null } })).status).toBe(422);
    expect(await cast.officer.patch<HelpRefusal>(`/funds/${fund.id}`, { body: { version: 1, note: '旧版' } })).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    expect(await cast.officer.patch<HelpRefusal>(`/funds/${fund.id}`, { body: { note: '没有版本' } })).toMatchObject({ status: 422, body: { code: 'version-required' } });
  });

  it('list with the totals of the whole list, whatever the page', async () => {
    await newFund(cast.officer, { year: 2019, allocatedFen: 100 });
    await newFund(cast.officer, { year: 2019, allocatedFen: 200 });
    const { body } = await cast.officer.get<{ items: FundBody[]; totals: { funds: number; allocatedFen: number }; nextCursor: string }>('/funds?year=2019&limit=1');
    expect([body.items.length, body.totals]).toMatchObject([1, { funds: 2, allocatedFen: 300 }]);
    const next = await cast.officer.get<{ items: FundBody[]; nextCursor: null }>(`/funds?year=2019&limit=1&cursor=${body.nextCursor}`);
    expect([next.body.items.length, next.body.nextCursor]).toEqual([1, null]);
    expect(next.body.items[0]?.id).not.toBe(body.items[0]?.id);
  });
});

describe('the project library', () => {
  it('takes a project from the proposal to the acceptance, each step by whoever may, each in the log', async () => {
    const fund = await newFund(cast.officer);
    const household = await poorHousehold(app, cast.clerk);
    const project = await newProject(cast.officer, { fundId: fund.id, beneficiaries: [{ householdId: household.id, benefit: '母牛一头' }, { villageCode: village }] });
    expect(project).toMatchObject({ status: 'PROPOSED', budgetFen: 2_000_000, allowedActions: ['demonstrate', 'refuse', 'cancel'] });
    expect(project.beneficiaries.map((row) => row.householdId).sort()).toEqual([household.id, null].sort());
    const accepted = await takeProject(app, cast, { id: project.id, to: 'accept' });
    expect(accepted).toMatchObject({ status: 'ACCEPTED', progressPercent: 100, allowedActions: [] });
    expect(accepted.events.filter((event) => event.action !== 'progress').map((event) => event.action)).toEqual(['propose', ...projectSteps]);
    expect(accepted.notices.map((notice) => [notice.phase, notice.minDays, notice.closedOn !== null])).toEqual([['ENTRY', 10, true], ['COMPLETION', 10, true]]);
  });

  it('keeps a notice up for the days that are set, and enters nothing before', async () => {
    const fund = await newFund(cast.officer);
    const { id } = await newProject(cast.officer, { fundId: fund.id });
    const { notices } = await takeProject(app, cast, { id, to: 'open_entry_notice' });
    expect(notices[0]).toMatchObject({ phase: 'ENTRY', minDays: 10, closedOn: null });
    expect(await projectAction(cast.officer, id, 'close_entry_notice')).toMatchObject({ status: 409, body: { code: 'project.notice-running' } });
    expect(await projectDecision(cast.approver, id, 'enter')).toMatchObject({ status: 409, body: { code: 'help.wrong-action' } });
    await days(app, 10);
    expect(await projectAction(cast.officer, id, 'close_entry_notice')).toMatchObject({ status: 409, body: { code: 'project.notice-running' } });
    await days(app, 1);
    expect((await projectAction(cast.officer, id, 'close_entry_notice')).body.status).toBe('ENTRY_REVIEW');
  });

  it('shows the public nothing without a budget or without anybody who benefits', async () => {
    const fund = await newFund(cast.officer);
    const poor = await newProject(cast.officer);
    await takeProject(app, cast, { id: poor.id, to: 'demonstrate' });
    expect(await projectAction(cast.officer, poor.id, 'open_entry_notice', { place: '公告栏' })).toMatchObject({ status: 409, body: { code: 'project.budget-required' } });
    const lonely = await newProject(cast.officer, { fundId: fund.id, beneficiaries: [] });
    await takeProject(app, cast, { id: lonely.id, to: 'demonstrate' });
    expect(await projectAction(cast.officer, lonely.id, 'open_entry_notice', { place: '公告栏' })).toMatchObject({ status: 409, body: { code: 'project.beneficiaries-required' } });
  });

  it('is entered and accepted by the county’s approver only, and never by whoever proposed it', async () => {
    const fund = await newFund(cast.officer);
    const { id } = await newProject(cast.officer, { fundId: fund.id });
    expect(await projectDecision(cast.officer, id, 'refuse')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await projectDecision(cast.approver, id, 'refuse')).body.status).toBe('REFUSED');
    const both = await app.as('county_officer', county, { username: 'both-hands' });
    const sameApprover = await app.as('county_approver', county, { username: 'both-hands' });
    const own = await newProject(both, { fundId: fund.id });
    expect(await projectDecision(sameApprover, own.id, 'refuse')).toMatchObject({ status: 403, body: { code: 'help.four-eyes' } });
  });

  it('is accepted only after a completion notice has run its time', async () => {
    const fund = await newFund(cast.officer);
    const { id } = await newProject(cast.officer, { fundId: fund.id });
    await takeProject(app, cast, { id, to: 'complete' });
    expect(await projectDecision(cast.approver, id, 'accept', { persons: ['甲'] })).toMatchObject({ status: 409, body: { code: 'project.completion-not-public' } });
  });

  it('is not completed below 100 percent, and progress never falls', async () => {
    const fund = await newFund(cast.officer);
    const { id } = await newProject(cast.officer, { fundId: fund.id });
    const { version } = await takeProject(app, cast, { id, to: 'start' });
    expect(await projectAction(cast.officer, id, 'complete')).toMatchObject({ status: 409, body: { code: 'project.not-complete' } });
    const report = { version, reportedOn: '2026-11-01', percent: 60, note: '过半', id: randomUUID() };
    expect((await cast.officer.post<ProjectBody>(`/projects/${id}/progress`, { body: report })).body.progressPercent).toBe(60);
    expect((await cast.officer.post<ProjectBody>(`/projects/${id}/progress`, { body: report })).status).toBe(201);
    expect((await read(id)).events.filter((event) => event.action === 'progress')).toHaveLength(1);
    expect(await cast.officer.post<HelpRefusal>(`/projects/${id}/progress`, { body: { ...report, id: randomUUID(), version: version + 1, percent: 59 } })).toMatchObject({ status: 422, body: { code: 'project.progress-falls' } });
  });

  it('budgets no fund beyond its allocation, over all its projects, until one is refused', async () => {
    const fund = await newFund(cast.officer, { allocatedFen: 3_000_000 });
    const first = await newProject(cast.officer, { fundId: fund.id });
    const body = { division: village, code: code('P'), name: '二期', category: 'INDUSTRY', year: 2026, content: '二期', nature: 'OTHER', estimateFen: 1, budget: [{ fundId: fund.id, amountFen: 1_000_001 }] };
    expect(await cast.officer.post<HelpRefusal>('/projects', { body })).toMatchObject({ status: 409, body: { code: 'project.budget-over-fund' } });
    fine(await projectDecision(cast.approver, first.id, 'refuse'));
    expect((await cast.officer.post('/projects', { body })).status).toBe(201);
  });

  it('signs no contract above its budget, and books no expense before it, above it, outside its budget or twice for one invoice', async () => {
    const [fund, other] = [await newFund(cast.officer), await newFund(cast.officer)];
    const { id } = await newProject(cast.officer, { fundId: fund.id });
    const expense = (more: Record<string, unknown> = {}) => ({ fundId: fund.id, amountFen: 900_000, paidOn: '2026-11-01', payee: '某公司', category: '设备', ...more });
    const spend = (body: Record<string, unknown>) => cast.officer.post<ProjectBody & HelpRefusal>(`/projects/${id}/expenses`, { body });
    await takeProject(app, cast, { id, to: 'enter' });
    expect(await spend(expense())).toMatchObject({ status: 409, body: { code: 'help.wrong-action' } });
    const contract = { contractNo: 'H', contractor: '某公司', contractFrom: '2026-01-01', contractTo: '2026-12-31' };
    expect(await projectAction(cast.officer, id, 'contract', { ...contract, contractFen: 2_000_001 })).toMatchObject({ status: 409, body: { code: 'project.contract-over-budget' } });
    expect(await projectAction(cast.officer, id, 'contract', { ...contract, contractFen: 1_000_000, contractTo: '2025-12-31' })).toMatchObject({ status: 422, body: { code: 'help.dates' } });
    fine(await projectAction(cast.officer, id, 'contract', { ...contract, contractFen: 1_000_000 }));
    const invoiceNo = code('INV');
    const spent = fine(await spend(expense({ invoiceNo })));
    expect([spent.spentFen, (await fundOf(fund.id)).spentFen]).toEqual([900_000, 900_000]);
    expect(await spend(expense({ amountFen: 50_000, invoiceNo }))).toMatchObject({ status: 409, body: { code: 'project.invoice-used' } });
    expect(await spend(expense({ amountFen: 100_001 }))).toMatchObject({ status: 409, body: { code: 'payment.above-contract' } });
    expect(await spend(expense({ amountFen: 1, fundId: other.id }))).toMatchObject({ status: 409, body: { code: 'payment.fund-not-in-budget' } });
    expect(await spend(expense({ amountFen: 1, paidOn: '2026-01-09' }))).toMatchObject({ status: 409, body: { code: 'payment.before-fund' } });
    const reversal = `/projects/${id}/expenses/${spent.expenses[0]?.id}/reversal`;
    expect(fine(await cast.officer.post<ProjectBody>(reversal, { body: { reason: '发票作废' } })).spentFen).toBe(0);
    expect(await cast.officer.post<HelpRefusal>(reversal, { body: { reason: '再来' } })).toMatchObject({ status: 409, body: { code: 'project.expense-reversed' } });
    expect((await spend(expense({ amountFen: 50_000, invoiceNo }))).status).toBe(201);
    expect((await cast.officer.get<{ items: { amountFen: number }[] }>(`/funds/${fund.id}/spending`)).body.items.map((row) => row.amountFen)).toEqual([50_000, -900_000, 900_000]);
  });

  it('is edited until it is public, shows to its village, and not to another county', async () => {
    const fund = await newFund(cast.officer);
    const { id } = await newProject(cast.officer, { fundId: fund.id });
    expect((await cast.officer.patch<ProjectBody>(`/projects/${id}`, { body: { version: 1, name: '改名', budget: [{ fundId: fund.id, amountFen: 5 }] } })).body).toMatchObject({ version: 2, budgetFen: 5 });
    expect((await cast.clerk.get(`/projects/${id}`)).status).toBe(200);
    expect((await cast.stranger.get(`/projects/${id}`)).status).toBe(404);
    expect((await cast.strangeApprover.post(`/projects/${id}/decisions`, { body: { decision: 'refuse', version: 2, opinion: '越权' } })).status).toBe(404);
    await takeProject(app, cast, { id, to: 'open_entry_notice' });
    const { version } = await read(id);
    expect(await cast.officer.patch<HelpRefusal>(`/projects/${id}`, { body: { version, name: '再改' } })).toMatchObject({ status: 409, body: { code: 'help.wrong-action' } });
    expect(await cast.officer.post<HelpRefusal>(`/projects/${id}/actions`, { body: { action: 'cancel', version: version - 1, reason: '旧版' } })).toMatchObject({ status: 409, body: { code: 'stale-version' } });
  });

  it('of a township carries the padded code: its villages do not see it', async () => {
    const project = await newProject(cast.officer, { division: township });
    expect((await cast.township.get(`/projects/${project.id}`)).status).toBe(200);
    expect((await cast.clerk.get(`/projects/${project.id}`)).status).toBe(404);
  });
});
