import { shanghaiDate, uuidV7, type OperationResult } from '#domain';
import type { TestClient } from './client.js';
import { agreeing } from './samples.js';
import type { SimulatedDevice, Work } from './sync/device.js';

export interface Outcome { id: string; version: number; reason: string | null; answers: object; differences: { field: string; seen: unknown; recorded: unknown; cause: string | null; note: string | null }[] }
export interface SpotCheck { id: string; ordinal: number; state: string; headName: string; sampleId: string; attempts: { reason: string }[]; outcome: Outcome | null }
export interface Unit { ordinal: number; role: string; householdId: string }

export const soon = (ms = 0): string => new Date(Date.now() + ms).toISOString();

/** A sample of three with one reserve, given to the visitor. */
export async function issuedSample({ sampler, visitor }: { readonly sampler: TestClient; readonly visitor: TestClient }, { opensAt = soon(), division = '150221', size = 3, replacements = 1 }: { opensAt?: string; division?: string; size?: number; replacements?: number } = {}): Promise<{ id: string; units: Unit[] }> {
  const drawn = await sampler.post<{ id: string }>('/samples', { body: { name: '退出核查', question: { dataset: 'household', division }, unit: 'household', year: 2025, method: 'simple', size, replacements } });
  if (drawn.status !== 201) throw new Error(JSON.stringify(drawn.body));
  const { id } = drawn.body;
  await sampler.post(`/samples/${id}/seal`, { body: {} });
  const units = (await sampler.get<{ items: Unit[] }>(`/samples/${id}/units`)).body.items;
  const ordinals = units.filter(({ role }) => role === 'PRIMARY').map(({ ordinal }) => ordinal);
  const { status, body } = await sampler.post(`/samples/${id}/issue`, { body: { assignments: [{ assigneeId: visitor.user?.userId, ordinals }], opensAt } });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { id, units };
}

export const pullSpotChecks = (client: TestClient, device: string) => client.get<{ items: SpotCheck[]; code?: string }>(`/sync/spot-checks?device=${device}&appVersion=1.0.0`);
export const countyOf = (task: { id: string }): string => task.id.slice(0, 6);
export const workOf = (kind: Work['kind'], task: { id: string }, payload: object): Work => ({ kind, entityId: `${countyOf(task)}-${uuidV7()}`, payload: { taskId: task.id, ...payload } });
export const answerOf = (task: { id: string }, more: object = {}): Work => workOf('sample.answer', task, { ...agreeing, ...more });
export const attemptOf = (task: { id: string }, reason: string, more: object = {}): Work => workOf('sample.attempt', task, { triedOn: shanghaiDate(new Date()), reason, ...more });
export const replaceOf = (task: { id: string }, more: object = {}): Work => workOf('sample.replace', task, more);

export async function sentFrom(device: SimulatedDevice, done: Work): Promise<OperationResult> {
  const [result] = await device.send([device.do(done)]);
  if (!result) throw new Error('no answer');
  return result;
}
