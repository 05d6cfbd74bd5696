import { uuidV7 } from '#domain';
import { expect } from '../deviation.js';
import { until } from '../poll.js';
import { yuan, type HouseholdBody, type World } from '../world.js';

interface EntitlementBody {
  readonly code: string;
  readonly name: { readonly zh: string };
  readonly verdict: string | null;
}
interface EntitlementsBody {
  readonly gets: readonly EntitlementBody[];
  readonly lacks: readonly EntitlementBody[];
  readonly mayGet: readonly EntitlementBody[];
  readonly unanswered: readonly { readonly code: string; readonly answeredBy: readonly string[] }[];
}
interface PlanBody {
  readonly id: string;
  readonly status: string;
  readonly version: number;
}
interface RowsBody {
  readonly done: number;
  readonly refused: number;
  readonly rows: readonly { readonly id: string | null; readonly status: string | null; readonly version: number | null }[];
}
interface AssignmentBody {
  readonly id: string;
  readonly status: string;
  readonly version: number;
}
interface PaymentBody {
  readonly id: string;
  readonly amountFen: number;
}

/** Renewal of an unsafe house (危房改造). The documents print no amount a household; the county decides one. */
const MEASURE = 'HOU-01';
const APPROVED_FEN = 1_965_000;

/** What the family lacks, its plan for the year, delivery, and a payment that is booked once and refused whenever it is not due. */
export async function helpHousehold(world: World, household: HouseholdBody): Promise<void> {
  const { narrator, clock } = world;
  narrator.chapter('八、帮扶：计划、落实、发放');
  const year = Number((await clock.today()).slice(0, 4));
  const before = await entitlements(world, household, year, '队列算出应享未享', ({ unanswered }) => unanswered.some(({ answeredBy }) => answeredBy.includes(MEASURE)));
  const codes = [...before.lacks, ...before.mayGet].map(({ code }) => code);
  expect(codes.includes(MEASURE), `the house is unsafe, so ${MEASURE} should be open to the family, these are: ${codes.join()}`);
  const assignment = await planAndDeliver(world, household, year);
  await pay(world, assignment, year);
  await entitlements(world, household, year, '缺口已补上', ({ gets, unanswered }) => gets.some(({ code }) => code === MEASURE) && !unanswered.some(({ answeredBy }) => answeredBy.includes(MEASURE)));
}

/** Waits until the worker has computed what the household is entitled to. */
async function entitlements({ narrator, cast: { team } }: World, household: HouseholdBody, year: number, what: string, good: (found: EntitlementsBody) => boolean): Promise<EntitlementsBody> {
  return narrator.step('worker', what, () => 
    until(what, async () => {
      const answer = await team.send<EntitlementsBody>('GET', `/households/${household.id}/entitlements?year=${year}`);
      return answer.status === 200 ? answer.body : null;
    }, (found) => found !== null && good(found)).then((found) => found as EntitlementsBody), // good() was asked of an answer
    ({ gets, lacks, mayGet, unanswered }) => `已享受 ${gets.length} 项，应享未享 ${lacks.length} 项，可申请 ${mayGet.length} 项，没有措施对应的困难 ${unanswered.length} 个`);
}

async function planAndDeliver({ narrator, clock, cast }: World, household: HouseholdBody, year: number): Promise<AssignmentBody> {
  const today = await clock.today();
  const plan = await narrator.step(cast.team, `制定${year}年帮扶计划`, () =>
    cast.team.post<PlanBody>('/help-plans', {
      id: uuidV7(), householdId: household.id, year, aim: '住房恢复安全', items: [{ measureCode: MEASURE, aim: '拆除重建，验收合格', amountFen: APPROVED_FEN, responsible: '驻村工作队', startsOn: today, endsOn: `${year}-12-31` }],
    }, 201), ({ status }) => `一项：危房改造 ${yuan(APPROVED_FEN)}，${status}`);
  const agreed = await narrator.step(cast.team, '农户签字同意', () => cast.team.post<PlanBody>(`/help-plans/${plan.id}/agreement`, { signatureRef: '签字页 第1页', version: plan.version }));
  await narrator.step(cast.approver, '旗县确认计划', () => cast.approver.post<PlanBody>(`/help-plans/${plan.id}/confirmation`, { version: agreed.version }), ({ status }) => status);
  const rows = await narrator.step(cast.team, '按计划安排措施', () => cast.team.post<RowsBody>(`/help-plans/${plan.id}/assignments`, {}, 201), ({ done }) => `${done} 项`);
  const { id, version } = rows.rows[0] ?? {};
  expect(rows.done === 1 && typeof id === 'string', 'one measure should be planned');
  const approved = await narrator.step(cast.approver, '旗县审批', () => cast.approver.post<AssignmentBody>(`/assignments/${id}/decisions`, { decision: 'approve', approvedAmountFen: APPROVED_FEN, version }), ({ status }) => status);
  return narrator.step(cast.team, '竣工验收，登记落实', () =>
    cast.team.post<AssignmentBody>(`/assignments/${id}/actions`, { action: 'deliver', on: today, deliveredBy: '嘎查村施工队', evidence: ['竣工验收单 第1号'], version: approved.version }), ({ status }) => status);
}

/** Booked, booked again by mistake, booked above what was approved, for another term; reversed and paid anew. */
async function pay({ narrator, clock, cast: { county, county2, approver }, place, run }: World, { id: assignmentId }: AssignmentBody, year: number): Promise<void> {
  const today = await clock.today();
  const fund = await narrator.step(county, '登记资金下达', () =>
    county.post<{ id: string }>('/funds', {
      id: uuidV7(), division: place.county, code: `F${run}`, name: '危房改造补助', level: 'COUNTY', kind: 'SPECIAL', year, documentNo: `演示〔${year}〕${run}号`, allocatedFen: 3_000_000, receivedOn: today,
    }, 201), () => yuan(3_000_000));
  const payment = (more: Record<string, unknown> = {}) => ({ id: uuidV7(), assignmentId, fundId: fund.id, amountFen: APPROVED_FEN, term: 'once', paidOn: today, ...more });
  const refuse = (who: typeof county, what: string, code: string, more: Record<string, unknown> = {}) =>
    narrator.step(who, what, () => who.refused('POST', '/payments', { code, body: payment(more) }), ({ title }) => `被拒绝 ${code}：${title}`);
  await refuse(county, '多报一元', 'payment.above-approved', { amountFen: APPROVED_FEN + 100 });
  await refuse(approver, '审批人自己来发放', 'forbidden');
  const body = payment();
  const booked = await narrator.step(county, '发放补助', () => county.post<PaymentBody>('/payments', body, 201), ({ amountFen }) => yuan(amountFen));
  const again = await narrator.step(county, '网络中断，同一笔重发', () => county.post<PaymentBody>('/payments', body, 201), () => '仍是同一笔');
  expect(again.id === booked.id, 'the same request should be the same payment');
  await refuse(county2, '另一经办人重复发放', 'payment.already-paid');
  await narrator.step(county, '发现账号有误，冲销', () => county.post(`/payments/${booked.id}/reversal`, { id: uuidV7(), reason: '收款账号有误' }, 201), () => '原记录保留，另记一笔冲销');
  await narrator.step(county2, '更正后重新发放', () => county2.post<PaymentBody>('/payments', payment(), 201), ({ amountFen }) => yuan(amountFen));
}
