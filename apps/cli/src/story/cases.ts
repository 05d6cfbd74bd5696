import type { Client, Refusal } from './client.js';
import type { StoryClock } from './clock.js';
import { expect } from './deviation.js';
import type { Narrator } from './narrator.js';

export interface CaseDetail {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly currentStep: string | null;
  readonly notices: readonly { readonly id: string; readonly step: string; readonly state: string; readonly lastDay: string | null; readonly nextStepFrom: string | null; readonly minDays: number; readonly unit: string }[];
  readonly objections: readonly { readonly id: string; readonly state: string }[];
  readonly verified: { readonly rules: readonly { readonly rule: string; readonly verdict: string; readonly explanation: unknown }[] } | null;
  readonly decision: { readonly outcome: string; readonly sha256: string | null } | null;
}

export interface ActionInput {
  readonly opinion?: string;
  readonly evidence?: readonly { readonly kind: string; readonly reference: string }[];
  readonly review?: Readonly<Record<string, unknown>>;
  readonly placeDetail?: string;
}

export const paper = (kind: string): { kind: string; reference: string } => ({ kind, reference: `档案盒 ${kind}` });

/** One case, led from step to step by whoever's turn it is. */
export class StoryCase {
  private constructor(
    readonly id: string,
    private readonly narrator: Narrator,
    private readonly clock: StoryClock,
  ) {}

  static async start(who: Client, { what, body, narrator, clock }: { what: string; body: { pack: string; subjectId: string; year: number; reason?: string }; narrator: Narrator; clock: StoryClock }): Promise<StoryCase> {
    const { id } = await narrator.step(who, what, () => who.post<{ id: string }>('/cases', body, 201), (kase) => `事项 ${kase.id}`);
    return new StoryCase(id, narrator, clock);
  }

  read(who: Client): Promise<CaseDetail> {
    return who.get<CaseDetail>(`/cases/${this.id}`);
  }

  /** Takes an action with the version that is on the screen; the case must then stand at `next` (null when it is closed). */
  async act(who: Client, what: string, action: string, next: string | null, input: ActionInput = {}): Promise<CaseDetail> {
    const after = await this.narrator.step(who, what, async () => {
      const { version } = await this.read(who);
      await who.post(`/cases/${this.id}/actions`, { action, expectedVersion: version, ...input });
      return this.read(who);
    }, ({ currentStep, status }) => (currentStep === null ? `事项已${status === 'COMPLETED' ? '办结' : status}` : `进入环节 ${currentStep}`));
    expect(after.currentStep === next, `after ${action} the case should stand at ${String(next)}, it stands at ${String(after.currentStep)}`);
    return after;
  }

  /** An action that must be refused, and why. */
  async refuse(who: Client, what: string, { action, code, ...input }: ActionInput & { action: string; code: string }, reasons: (refusal: Refusal) => string = ({ title }) => title): Promise<Refusal> {
    return this.narrator.step(who, what, async () => {
      const { version } = await this.read(who);
      return who.refused('POST', `/cases/${this.id}/actions`, { code, body: { action, expectedVersion: version, ...input } });
    }, (refusal) => `被拒绝 ${refusal.code}：${reasons(refusal)}`);
  }

  async publish(who: Client, what: string, placeDetail: string): Promise<CaseDetail> {
    return this.narrator.step(who, what, async () => {
      const { version } = await this.read(who);
      await who.post(`/cases/${this.id}/actions`, { action: 'publish_notice', expectedVersion: version, placeDetail });
      return this.read(who);
    }, ({ notices }) => {
      const notice = notices.find(({ state }) => state === 'RUNNING');
      return `公示${notice?.minDays ?? '?'}${notice?.unit === 'working' ? '个工作日' : '天'}，到 ${notice?.lastDay ?? '?'} 止，${notice?.nextStepFrom ?? '?'} 起可进入下一环节`;
    });
  }

  /** Waits until the running notice has hung its days and closes it. */
  async close(who: Client, what: string, next: string): Promise<CaseDetail> {
    const running = (await this.read(who)).notices.find(({ state }) => state === 'RUNNING');
    expect(typeof running?.nextStepFrom === 'string', 'a notice should be running');
    await this.clock.until(running.nextStepFrom, '公示期');
    return this.act(who, what, 'close_notice', next, { opinion: '公示期满，无未处理的异议' });
  }

  /** Records what a villager objects to. */
  async object(who: Client, statement: string): Promise<void> {
    await this.narrator.step(who, '登记异议', () => who.post(`/cases/${this.id}/objections`, { statement, objector: '同村村民' }, 201), () => `“${statement}”，公示停止计日`);
  }

  async settle(who: Client, finding: string): Promise<void> {
    const open = (await this.read(who)).objections.find(({ state }) => state === 'OPEN');
    expect(open !== undefined, 'an objection should be open');
    await this.narrator.step(who, '处理异议：不成立', () => who.post(`/objections/${open.id}/settle`, { result: 'NOT_UPHELD', finding }), () => `${finding}；公示继续计日`);
  }
}
