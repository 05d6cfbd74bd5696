import type { Role } from '#domain';
import { EpisodeService } from '#households';
import { systemActor } from '#platform';
import { adminQuery } from './admin.js';
import type { TestApp } from './app.js';
import type { TestClient, TestResponse } from './client.js';
import { person, registerHousehold, syntheticId, villages, type HouseholdBody } from './households.js';

export interface CaseBody {
  id: string;
  version: number;
  status: string;
  currentStep: string | null;
  openObjections: number;
}
export interface CaseDetailBody extends CaseBody {
  phase: string;
  packVersion: number;
  steps: { code: string; progress: string; doneBy: string | null; evidence: { kind: string; present: boolean }[] }[];
  events: { seq: number; step: string; action: string; actor: string; toStep: string | null }[];
  notices: { id: string; step: string; state: string; openedOn: string; lastDay: string | null; nextStepFrom: string | null; daysElapsed: number; daysRemaining: number; complete: boolean }[];
  objections: { id: string; state: string; result: string | null }[];
  meetings: { step: string; void: boolean }[];
  verified: { hash: string; facts: Record<string, unknown>; rules: { rule: string; verdict: string; explanation: unknown }[] } | null;
  decision: { outcome: string; sha256: string | null } | null;
  allowedActions: { action: string; allowed: boolean; code: string | null; reason: { zh: string; en: string } | null }[];
}
export interface Refusal {
  code: string;
  title: string;
  params: Record<string, unknown>;
}

export const YEAR = 2020;
export const village = villages.haizi;
export const township = village.slice(0, 9);
export const county = village.slice(0, 6);
export const league = village.slice(0, 4);

/** One person for each step: nobody may fill two. */
export interface Cast {
  readonly clerk: TestClient;
  readonly clerk2: TestClient;
  readonly member: TestClient;
  readonly member2: TestClient;
  readonly township: TestClient;
  readonly township2: TestClient;
  readonly settler: TestClient;
  readonly officer: TestClient;
  readonly officer2: TestClient;
  readonly approver: TestClient;
}

export async function newCast(app: TestApp): Promise<Cast> {
  const as = (role: Role, division: string) => app.as(role, division);
  return {
    clerk: await as('village_clerk', village), clerk2: await as('village_clerk', village), member: await as('team_member', village), member2: await as('team_member', village),
    township: await as('township_officer', township), township2: await as('township_officer', township), settler: await as('township_officer', township),
    officer: await as('county_officer', county), officer2: await as('county_officer', county), approver: await as('county_approver', county),
  };
}

/** Moves the clock of the installation by whole days. */
export async function days(app: TestApp, count: number): Promise<void> {
  await adminQuery(app.database, `update installation set clock_offset = clock_offset + make_interval(days => $1)`, [count]);
}

const assured = { foodOk: true, clothingOk: true, compulsoryEducationOk: true, basicMedicalOk: true, housingSafe: true, housingGrade: 'A', safeWater: true };

/** A candidate with a year on record: poor (1,000 yuan a head) or well off (9,000). */
export async function householdWithYear(client: TestClient, { income, year = YEAR }: { income: 'poor' | 'safe'; year?: number }): Promise<HouseholdBody> {
  const household = await registerHousehold(client, village, {
    members: [person('测试户主', '01', { idNo: syntheticId('1980-05-06'), birthDate: '1980-05-06' }), person('测试配偶', '02', { idNo: syntheticId('1982-07-08', '2'), birthDate: '1982-07-08', gender: '2' })],
  });
  const perHead = income === 'poor' ? 100_000 : 900_000;
  await record(client, household, { year, wage: perHead * 2 });
  return household;
}

/** Records or corrects the income of a year, with every assurance in order. */
export async function record(client: TestClient, household: HouseholdBody, { year = YEAR, wage, version }: { year?: number; wage: number; version?: number }): Promise<TestResponse> {
  const insured = { hasMedicalInsurance: true, hasCriticalIllnessInsurance: true };
  const response = await client.put(`/households/${household.id}/years/${year}`, {
    body: {
      ...(version === undefined ? {} : { version, reason: '收入更正' }), values: { wageMigrantWork: wage, ...assured },
      ...(version === undefined ? { members: household.members.map(({ id }) => ({ memberId: id, values: insured })) } : {}),
    },
  });
  if (response.status !== 200) throw new Error(`record answered ${response.status}: ${JSON.stringify(response.body)}`);
  return response;
}

/** Registers (and exits) a household past the procedures, as an import of older data would. */
export async function setStatus(app: TestApp, household: HouseholdBody, status: 'REGISTERED' | 'EXITED_ENTITLED'): Promise<void> {
  const id = { countyCode: household.id.slice(0, 6), id: household.id.slice(7) };
  const episodes = app.app.get(EpisodeService, { strict: false });
  await app.db.run({ actor: systemActor('15') }, async () => {
    await episodes.open(id, { kind: 'IDENTIFIED', on: '2016-03-01' });
    if (status === 'EXITED_ENTITLED') await episodes.exit(id, { on: '2019-12-01' });
  });
}

export const meeting = { heldOn: '2020-01-05', place: '村委会会议室', convener: '测试书记', entitled: 30, present: 26, inFavour: 25, against: 0, abstained: 1, passed: true, summary: '到会代表一致认为符合条件' };
export const paper = (kind: string) => ({ kind, reference: `档案-${kind}` });

/** Takes an action with the version that is current now, unless another is given. */
export async function act<Body = CaseBody & Refusal>(client: TestClient, id: string, action: string, more: Record<string, unknown> = {}): Promise<TestResponse<Body>> {
  const version = more['expectedVersion'] ?? (await client.get<CaseDetailBody>(`/cases/${id}`)).body.version ?? 1;
  return client.post<Body>(`/cases/${id}/actions`, { body: { action, ...more, expectedVersion: version } });
}

/** The same, and throws unless it was applied. */
export async function did(client: TestClient, id: string, action: string, more: Record<string, unknown> = {}): Promise<CaseBody> {
  const response = await act(client, id, action, more);
  if (response.status !== 200) throw new Error(`${action} answered ${response.status}: ${JSON.stringify(response.body)}`);
  return response.body;
}

export async function start(client: TestClient, pack: string, subjectId: string, more: Record<string, unknown> = {}): Promise<CaseBody> {
  const response = await client.post<CaseBody>('/cases', { body: { pack, subjectId, year: YEAR, ...more } });
  if (response.status !== 201) throw new Error(`start answered ${response.status}: ${JSON.stringify(response.body)}`);
  return response.body;
}

export const read = async (client: TestClient, id: string): Promise<CaseDetailBody> => (await client.get<CaseDetailBody>(`/cases/${id}`)).body;

type ExitStep = 'VERIFICATION' | 'NOTICE' | 'running' | 'TOWNSHIP_REVIEW' | 'COUNTY_DECISION' | 'ANNOUNCEMENT';

/** Opens a household exit and takes it to a step. Moves the clock over the notice. */
export async function exitAt(app: TestApp, cast: Cast, { household, to, year = YEAR }: { household: HouseholdBody; to: ExitStep; year?: number }): Promise<CaseBody> {
  const { id } = await start(cast.clerk, 'household_exit', household.id, { year });
  let kase = await did(cast.clerk, id, 'record_review', { review: meeting, evidence: [paper('meeting_minutes')] });
  const steps: [ExitStep, () => Promise<CaseBody>][] = [
    ['VERIFICATION', () => did(cast.member, id, 'agree', { evidence: [paper('verification_form'), paper('household_signature')] })],
    ['NOTICE', () => did(cast.member2, id, 'publish_notice')],
    ['running', async () => { await days(app, 8); return did(cast.member2, id, 'close_notice'); }],
    ['TOWNSHIP_REVIEW', () => did(cast.township, id, 'agree')],
    ['COUNTY_DECISION', () => did(cast.approver, id, 'agree', { opinion: '同意退出' })],
  ];
  for (const [step, move] of steps) {
    if (step === to) return kase;
    kase = await move();
  }
  return kase;
}
