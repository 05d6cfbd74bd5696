import { randomUUID } from 'node:crypto';
import type { CaseId, Role } from '#domain';
import { EntitlementJudge, EntitlementJudges, type EntitlementJudgement } from '#measures';
import type { TestApp } from './app.js';
import type { TestClient, TestResponse } from './client.js';
import { person, registerHousehold, syntheticId, villages, type HouseholdBody } from './households.js';
import { days, setStatus } from './procedures.js';

export const village = villages.haizi;
export const township = village.slice(0, 9);
export const county = village.slice(0, 6);

export interface HelpRefusal {
  code: string;
  title: string;
  params: Record<string, unknown>;
}
export interface FundBody {
  id: string;
  allocatedFen: number;
  budgetedFen: number;
  spentFen: number;
  remainingFen: number;
  idleDays: number | null;
  version: number;
}
export interface ProjectBody {
  id: string;
  status: string;
  version: number;
  budgetFen: number;
  spentFen: number;
  contractFen: number | null;
  progressPercent: number;
  beneficiaries: { householdId: string | null; village: string }[];
  notices: { phase: string; minDays: number; nextStepFrom: string; closedOn: string | null }[];
  expenses: { id: string; amountFen: number; reversed: boolean; reversesId: string | null }[];
  events: { action: string; from: string | null; to: string }[];
  allowedActions: string[];
}

/** The people of one county; each role a person of its own. */
export interface HelpCast {
  readonly clerk: TestClient;
  readonly member: TestClient;
  readonly township: TestClient;
  readonly officer: TestClient;
  readonly officer2: TestClient;
  readonly approver: TestClient;
  readonly stranger: TestClient;
  readonly strangeApprover: TestClient;
}

export async function helpCast(app: TestApp): Promise<HelpCast> {
  const as = (role: Role, division: string) => app.as(role, division);
  return {
    clerk: await as('village_clerk', village), member: await as('team_member', village), township: await as('township_officer', township), officer: await as('county_officer', county),
    officer2: await as('county_officer', county), approver: await as('county_approver', county), stranger: await as('county_officer', '150222'), strangeApprover: await as('county_approver', '150222'),
  };
}

/** The body of an answer that must have gone well. @throws Error with the refusal */
export function fine<Body>(response: TestResponse<Body>, what = 'the request'): Body {
  if (response.status >= 300) throw new Error(`${what} answered ${response.status}: ${JSON.stringify(response.body)}`);
  return response.body;
}

let serial = 0;
export const code = (prefix: string): string => `${prefix}-${++serial}-${randomUUID().slice(0, 4)}`;

export async function newFund(client: TestClient, more: Record<string, unknown> = {}): Promise<FundBody> {
  const body = { division: county, code: code('F'), name: '中央财政专项', level: 'CENTRAL', kind: 'SPECIAL', year: 2026, documentNo: '测财〔2026〕1号', allocatedFen: 10_000_000, receivedOn: '2026-01-10', ...more };
  return fine(await client.post<FundBody>('/funds', { body }), 'fund');
}

export async function newProject(client: TestClient, { fundId, ...more }: { fundId?: string } & Record<string, unknown> = {}): Promise<ProjectBody> {
  const body = {
    division: village, code: code('P'), name: '基础母牛补贴', category: 'INDUSTRY', year: 2026, content: '购买基础母牛', nature: 'HOUSEHOLD_SUBSIDY', estimateFen: 2_000_000,
    ...(fundId === undefined ? {} : { budget: [{ fundId, amountFen: 2_000_000 }] }), beneficiaries: [{ villageCode: village }], ...more,
  };
  return fine(await client.post<ProjectBody>('/projects', { body }), 'project');
}

/** Takes an action with the version that is current now. */
export async function projectAction(client: TestClient, id: string, action: string, more: Record<string, unknown> = {}): Promise<TestResponse<ProjectBody & HelpRefusal>> {
  const { version } = fine(await client.get<ProjectBody>(`/projects/${id}`));
  return client.post<ProjectBody & HelpRefusal>(`/projects/${id}/actions`, { body: { action, version, ...more } });
}
export async function projectDecision(client: TestClient, id: string, decision: string, more: Record<string, unknown> = {}): Promise<TestResponse<ProjectBody & HelpRefusal>> {
  const { version } = fine(await client.get<ProjectBody>(`/projects/${id}`));
  return client.post<ProjectBody & HelpRefusal>(`/projects/${id}/decisions`, { body: { decision, version, opinion: '同意', ...more } });
}

export const projectSteps = ['demonstrate', 'open_entry_notice', 'close_entry_notice', 'enter', 'contract', 'start', 'complete', 'open_completion_notice', 'close_completion_notice', 'accept'] as const;
export type ProjectStep = (typeof projectSteps)[number];

/** Takes a project up to and including a step; moves the clock over its notices. */
export async function takeProject(app: TestApp, cast: HelpCast, { id, to, contractFen = 2_000_000 }: { id: string; to: ProjectStep; contractFen?: number }): Promise<ProjectBody> {
  const act = (action: string, more: Record<string, unknown> = {}) => projectAction(cast.officer, id, action, more);
  const moves: Record<ProjectStep, () => Promise<TestResponse<ProjectBody>>> = {
    demonstrate: () => act('demonstrate', { opinion: '可行', persons: ['专家甲', '专家乙'] }),
    open_entry_notice: () => act('open_entry_notice', { place: '村委会公告栏' }),
    close_entry_notice: async () => { await days(app, 11); return act('close_entry_notice'); },
    enter: () => projectDecision(cast.approver, id, 'enter'),
    contract: () => act('contract', { contractNo: 'HT-1', contractor: '某合作社', contractFen, contractFrom: '2026-01-01', contractTo: '2027-12-31' }),
    start: () => act('start'),
    complete: async () => {
      const { version } = fine(await cast.officer.get<ProjectBody>(`/projects/${id}`));
      const reportedOn = '2026-11-22';
      fine(await cast.officer.post(`/projects/${id}/progress`, { body: { version, reportedOn, percent: 100, note: '全部到位' } }), 'progress');
      return act('complete');
    },
    open_completion_notice: () => act('open_completion_notice', { place: '村委会公告栏' }),
    close_completion_notice: async () => { await days(app, 11); return act('close_completion_notice'); },
    accept: () => projectDecision(cast.approver, id, 'accept', { persons: ['验收员甲', '验收员乙'] }),
  };
  let project = fine(await cast.officer.get<ProjectBody>(`/projects/${id}`));
  for (const step of projectSteps) {
    project = fine(await moves[step](), step);
    if (step === to) break;
  }
  return project;
}

/** A registered household of the village with a bank account. */
export async function poorHousehold(app: TestApp, client: TestClient, { status = 'REGISTERED', account = true, at = village }: { status?: 'REGISTERED' | 'EXITED_ENTITLED' | 'CANDIDATE'; account?: boolean; at?: string } = {}): Promise<HouseholdBody> {
  const household = await registerHousehold(client, at, {
    members: [person('赵测试', '01', { idNo: syntheticId('1979-03-04') }), person('赵小测', '03', { idNo: syntheticId('2007-03-04') })],
    values: account ? { bankName: '测试农商行', bankAccountNo: `62${String(++serial).padStart(17, '0')}` } : {},
  });
  if (status !== 'CANDIDATE') await setStatus(app, household, status);
  return household;
}

/** Says of everybody what the test wants; `judged` keeps what was asked. */
export class SettableJudge extends EntitlementJudge {
  verdict: EntitlementJudgement = { verdict: 'met', ruleSet: true, measureVersionId: null, reasons: [], missing: [] };
  readonly judged: { household: string; memberId: string | null; measureCode: string; on: string }[] = [];

  judge(householdId: CaseId, memberId: string | null, measureCode: string, on: string): Promise<EntitlementJudgement> {
    this.judged.push({ household: householdId.id, memberId, measureCode, on });
    return Promise.resolve(this.verdict);
  }

  /** Answers for the real one in this application. */
  static into(app: TestApp): SettableJudge {
    const judge = new SettableJudge();
    jest.spyOn(app.app.get(EntitlementJudges, { strict: false }), 'current', 'get').mockReturnValue(judge);
    return judge;
  }
}

/** An approved assignment of a household (or of one of its members). */
export async function approvedAssignment(cast: HelpCast, household: HouseholdBody, { approvedFen = 100_000, member, measureCode = 'IND-09', year = 2026, projectId }: { approvedFen?: number; member?: number; measureCode?: string; year?: number; projectId?: string } = {}): Promise<string> {
  const memberId = member === undefined ? undefined : household.members[member]?.id;
  const body = { measureCode, year, plannedAmountFen: approvedFen, ...(projectId === undefined ? {} : { projectId }), rows: [{ householdId: household.id, ...(memberId === undefined ? {} : { memberId }) }] };
  const made = fine(await cast.clerk.post<{ rows: { id: string; problem: unknown }[] }>('/assignments', { body }), 'assignment');
  const id = made.rows[0]?.id ?? '';
  if (made.rows[0]?.problem) throw new Error(JSON.stringify(made.rows[0].problem));
  fine(await cast.approver.post(`/assignments/${id}/decisions`, { body: { decision: 'approve', version: 1 } }), 'approval');
  return id;
}
