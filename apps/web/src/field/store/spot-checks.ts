import { useMemo } from 'react';
import type { DifferenceCause, FailureReason, OperationKind } from '#domain';
import type { components } from '../../api/generated/schema.js';
import { decryptValue, encryptValue } from './crypto.js';
import { stateOf } from './items.js';
import { Live, useLive } from './live.js';
import { held, inFlight, type Held } from './outbox.js';
import { changed, hear, inMemory, openStore, type Session } from './session.js';
import { settlements } from './settlements.js';
import type { ItemState, Reason, Settlement } from './types.js';

/** A drawn household that its owner is sent to, as the server sent it: blind until the answers are in. */
export type SpotTask = components['schemas']['SpotCheckOnPhone'];

interface OwnWork {
  readonly opId: string;
  readonly state: ItemState;
  readonly reason: Reason | null;
}
export interface OwnAnswer extends OwnWork {
  readonly payload: Readonly<Record<string, unknown>>;
}
export interface OwnAttempt extends OwnWork {
  readonly triedOn: string;
  readonly reasonCode: FailureReason;
}
export interface OwnCause extends OwnWork {
  readonly field: string;
  readonly cause: DifferenceCause;
  readonly note: string | null;
}

/** A task with what was done here about it and is not among what the server sent. */
export interface SpotCheck {
  readonly task: SpotTask;
  readonly answer: OwnAnswer | null;
  readonly attempts: readonly OwnAttempt[];
  readonly causes: readonly OwnCause[];
  /** The next reserve was asked for. */
  readonly asked: OwnWork | null;
  /** Refused work about it that was settled, oldest first. */
  readonly settled: readonly { readonly opId: string; readonly kind: OperationKind; readonly settlement: Settlement }[];
}

/** All tasks in one encrypted value: there are a few hundred at most. */
const KEY = 's';
const tasks = new Live<readonly SpotTask[]>([]);

async function load({ db, keys }: Session): Promise<void> {
  const row = await db.blobs.get(KEY);
  tasks.set((row && (await decryptValue<readonly SpotTask[]>(keys.key, KEY, row.body).catch(() => undefined))) ?? []);
}
inMemory(load, () => tasks.set([]));
hear('spot-checks', load);

/** Keeps what the server sent in place of what was there: tasks of samples that are over go. */
export async function keepSpotTasks(list: readonly SpotTask[]): Promise<void> {
  const { db, keys } = openStore();
  await db.blobs.put({ key: KEY, village: '', body: await encryptValue(keys.key, KEY, list) });
  await changed('spot-checks');
}

/** Work of spot checks that the tasks from the server hold by now. `before`: when they were asked for, ms since 1970. */
export async function markSpotWorkMerged(before: number): Promise<void> {
  await openStore().db.outbox.filter((row) => !row.merged && row.state === 'done' && row.kind.startsWith('sample.') && row.answeredAt !== null && row.answeredAt <= before).modify({ merged: true });
  await changed('outbox');
}

/** Own spot checks in the order of their lists. */
export function useSpotChecks(): readonly SpotCheck[] {
  const list = useLive(tasks);
  const items = useLive(held);
  const sending = useLive(inFlight);
  const known = useLive(settlements);
  return useMemo(() => {
    const own = items.filter(({ row, content }) => content !== null && row.kind.startsWith('sample.') && !row.merged);
    return list.map((task) => withOwn(task, own, sending, known));
  }, [list, items, sending, known]);
}

function withOwn(task: SpotTask, own: readonly Held[], sending: ReadonlySet<string>, known: ReadonlyMap<string, Settlement>): SpotCheck {
  const about = own.filter(({ row, content }) => content?.payload['taskId'] === task.id || (task.outcome !== null && row.entityId === task.outcome.id));
  const work = ({ row, content }: Held): OwnAnswer => ({ opId: row.opId, state: stateOf(row, sending), reason: row.reason, payload: content?.payload ?? {} });
  const of = (kind: string): OwnAnswer[] => about.filter(({ row }) => row.kind === kind).map(work).filter(({ state }) => state !== 'settled');
  return {
    task, answer: of('sample.answer').at(-1) ?? null, asked: of('sample.replace').at(-1) ?? null,
    settled: about.flatMap(({ row: { opId, kind } }) => { const settlement = known.get(opId); return settlement ? [{ opId, kind, settlement }] : []; }),
    attempts: of('sample.attempt').map((item) => ({ ...item, triedOn: String(item.payload['triedOn']), reasonCode: item.payload['reason'] as FailureReason })),
    causes: of('sample.cause').map((item) => ({ ...item, field: String(item.payload['field']), cause: item.payload['cause'] as DifferenceCause, note: (item.payload['note'] as string | undefined) ?? null })),
  };
}
