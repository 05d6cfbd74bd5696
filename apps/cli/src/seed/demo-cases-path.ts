import { stepIndex, type CaseAction, type Pack, type PackStep } from '#domain';
import type { ActionRequest } from '#procedures';
import { settlementTask, stepTask, type Task } from './demo-cases-people.js';

/** How a demo case stands where it ends. */
export type Standing =
  | 'waiting' | 'published' | 'complete' | 'objected' | 'transferred' | 'returned' | 'refused' | 'withdrawn' | 'completed';

export interface Stop {
  readonly step: string;
  readonly as: Standing;
}

type Request = Omit<ActionRequest, 'expectedVersion'>;

/** One thing that is done: `start`, an action, or the filing or settling of an objection. */
export interface Deed {
  readonly kind: 'start' | 'act' | 'object' | 'settle' | 'transfer';
  /** Days since the deed before. */
  readonly after: number;
  /** Whose task it is; the filer of an objection has none. */
  readonly task: string | null;
  readonly request: Request;
}

export interface Path {
  readonly tasks: readonly Task[];
  readonly deeds: readonly Deed[];
}

/** Days until a notice may be closed: 7 days and the day of posting; in working days with two weekends between. */
const NOTICE_DAYS = { calendar: 8, working: 12 } as const;
const OBJECTION_DAYS = 2;
/** The day of filing to the day of settlement does not count. */
const PAUSED_DAYS = OBJECTION_DAYS + 1;

/** Everything that was done in a case until it stands as told. */
export function pathTo(pack: Pack, stop: Stop): Path {
  const at = stop.as === 'completed' ? pack.steps.length : stepIndex(pack, stop.step);
  const done = pack.steps.slice(0, at);
  const here = stop.as === 'completed' ? undefined : pack.steps[at];
  const first = pack.steps[0];
  if (!first) throw new Error(`pack ${pack.code} has no steps`);
  // Of a village or county there are too few hands for one more.
  const objected = stop.as === 'completed' && pack.subject === 'household' ? done.find(({ kind }) => kind === 'notice')?.code : undefined;
  const deeds: Deed[] = [
    { kind: 'start', after: 0, task: first.code, request: { action: 'submit' } },
    ...done.flatMap((step) => deedsOf(pack, step, { objected: step.code === objected })),
    ...(here ? lastDeeds(pack, here, stop.as) : []),
  ];
  const needed = new Set(deeds.map(({ task }) => task));
  const tasks = pack.steps.flatMap((step) => [stepTask(step), ...(step.notice ? [settlementTask(step)] : [])]).filter(({ key }) => needed.has(key));
  return { tasks, deeds };
}

function deedsOf(pack: Pack, step: PackStep, { objected }: { objected: boolean }): Deed[] {
  if (step.kind !== 'notice') return [fill(pack, step)];
  const days = NOTICE_DAYS[step.notice?.unit ?? 'calendar'];
  const close = (after: number): Deed => act(step, 'close_notice', after, { opinion: '公示期满，无异议' });
  if (!objected) return [publish(step), close(days)];
  return [publish(step), object(), settle(step), close(days + PAUSED_DAYS - 2 * OBJECTION_DAYS)];
}

function fill(pack: Pack, step: PackStep): Deed {
  const index = stepIndex(pack, step.code);
  const evidence = step.evidence.filter(({ required }) => required).map(({ kind, name }) => ({ kind, text: `演示材料：${name.zh}` }));
  const action = fillingAction(step, index);
  return { kind: 'act', after: index === 0 ? 0 : 1, task: step.code, request: { action, evidence, opinion: index === 0 ? undefined : '情况属实，同意', ...(action === 'record_review' ? { review: meeting(true) } : {}) } };
}

function fillingAction({ kind }: PackStep, index: number): CaseAction {
  if (kind === 'review_meeting') return 'record_review';
  if (kind === 'announcement') return 'announce';
  return index === 0 ? 'submit' : 'agree';
}

/** `heldOn` is filled in on the day. */
function meeting(passed: boolean): NonNullable<Request['review']> {
  const votes = passed ? { inFavour: 25, against: 1, abstained: 1 } : { inFavour: 6, against: 19, abstained: 2 };
  return { heldOn: '', place: '嘎查村党群服务中心', convener: '演示主持人', entitled: 31, present: 27, ...votes, passed, summary: '演示：村民代表逐户评议，现场记录，会后张贴结果。' };
}

const act = (step: PackStep, action: CaseAction, after: number, request: Partial<Request> = {}): Deed => ({ kind: 'act', after, task: step.code, request: { action, ...request } });
const publish = (step: PackStep): Deed => act(step, 'publish_notice', 1, { placeDetail: '村务公开栏' });
const object = (): Deed => ({ kind: 'object', after: OBJECTION_DAYS, task: null, request: { action: 'object', statement: '演示异议：反映该户收入填报偏低', objector: '匿名群众' } });
const settle = (step: PackStep): Deed => ({ kind: 'settle', after: OBJECTION_DAYS, task: settlementTask(step).key, request: { action: 'settle_objection' } });

function votedDown(pack: Pack, step: PackStep): Deed {
  const held = fill(pack, step);
  return { ...held, request: { ...held.request, review: meeting(false), opinion: '演示：评议未通过' } };
}

function lastDeeds(pack: Pack, step: PackStep, as: Standing): Deed[] {
  switch (as) {
    case 'waiting':
    case 'completed':
      return [];
    case 'published':
    case 'complete':
      return [publish(step)];
    case 'objected':
      return [publish(step), object()];
    case 'transferred':
      return [{ kind: 'transfer', after: 1, task: step.code, request: { action: 'transfer', opinion: '演示：出差，转同事办理' } }];
    case 'returned':
      return [act(step, 'return', 1, { opinion: '演示：材料与核查记录不一致，请重新核实', fields: ['net_income_per_capita_fen'] })];
    case 'refused':
      return [step.kind === 'review_meeting' ? votedDown(pack, step) : act(step, 'refuse', 1, { opinion: '演示：不符合条件，不予通过' })];
    case 'withdrawn':
      return [act(step, 'withdraw', 1, { opinion: '演示：农户撤回申请' })];
  }
}
