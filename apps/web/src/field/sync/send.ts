import { MAX_OPERATIONS, type OperationResult } from '#domain';
import { api, call } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { held, inFlight, type Held } from '../store/outbox.js';
import { changed, openStore } from '../store/session.js';
import { takeAnswers } from './ledger.js';
import { sendPhotosOf } from './photos.js';
import { heardTime, stopFor } from './stop.js';
import { APP_VERSION } from './version.js';

/** Well below the largest body that the server takes. */
const BATCH_BYTES = 600_000;
/** These may arrive before their photos; everything else refers to files that must be there. */
const PHOTOS_LATER = new Set<string>(['visit.record', 'visit.correct', 'clue.record']);

const waiting = (): Held[] => held.get().filter(({ row, content }) => row.state === 'waiting' && content !== null).sort((left, right) => left.row.seq - right.row.seq);

/** The next operations in their order, up to one whose photos must go first. */
function nextBatch(arrived: ReadonlySet<string>): { batch: Held[]; photosFirst: Held | null } {
  const batch: Held[] = [];
  let bytes = 0;
  for (const item of waiting()) {
    if (!PHOTOS_LATER.has(item.row.kind) && !arrived.has(item.row.opId)) return { batch, photosFirst: item };
    bytes += item.row.size;
    if (batch.length === MAX_OPERATIONS || (batch.length > 0 && bytes > BATCH_BYTES)) break;
    batch.push(item);
  }
  return { batch, photosFirst: null };
}

/** Sends what waits, in order, until the server does not get further. @throws Stopped, ApiProblem */
export async function sendOperations(deviceId: string): Promise<void> {
  const arrived = new Set<string>();
  for (let stuck = 0; stuck < 3; ) {
    const { batch, photosFirst } = nextBatch(arrived);
    if (batch.length === 0 && !photosFirst) return;
    if (batch.length === 0 && photosFirst) {
      await sendPhotosOf(photosFirst.row.opId);
      arrived.add(photosFirst.row.opId);
      continue;
    }
    const results = await sendBatch(deviceId, batch);
    stuck = results.some(({ status }) => status !== 'retry') ? 0 : stuck + 1;
  }
}

async function sendBatch(deviceId: string, batch: readonly Held[]): Promise<readonly OperationResult[]> {
  const { db } = openStore();
  const sentAt = Date.now();
  const all = waiting();
  const rows = await db.outbox.orderBy('seq').toArray();
  const operations = batch.flatMap(({ row, content }) => {
    if (!content) return [];
    const { title: _, ...operation } = content;
    // The document of the API may lag behind the kinds of the domain by a commit.
    return [{ ...operation, kind: operation.kind as 'visit.record', deviceId, deviceSeq: row.seq }];
  });
  inFlight.set(new Set(batch.map(({ row }) => row.opId)));
  try {
    const answer = await call(api.POST('/api/v1/sync/operations', {
      body: {
        appVersion: APP_VERSION, ...withEpoch(await db.read<string>('epoch')), operations,
        device: {
          deviceId, heldFrom: Math.max(1, rows.find(({ practice }) => !practice)?.seq ?? 1), pendingOperations: all.length, pendingFiles: await db.photos.where('state').equals('waiting').count(),
          oldestPendingSeconds: Math.max(0, Math.round((Date.now() - Math.min(...all.map(({ row }) => row.createdAt))) / 1000)),
        },
      },
    }));
    heardTime(answer.serverTime, sentAt);
    const results = answer.results as OperationResult[];
    await takeAnswers(deviceId, results);
    return results;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'sync.epoch-changed') return sendAgain(error);
    throw stopFor(error);
  } finally {
    inFlight.set(new Set());
  }
}

const withEpoch = (epoch: string | undefined): { epoch?: string } => (epoch === undefined ? {} : { epoch });

/** The server was restored from a backup: everything still held goes out once more. */
async function sendAgain(refusal: ApiProblem): Promise<readonly OperationResult[]> {
  const { db } = openStore();
  await db.transaction('rw', [db.outbox, db.state], async () => {
    await db.state.put({ key: 'epoch', value: String(refusal.params['epoch']) });
    await db.outbox.filter(({ practice, state }) => !practice && state !== 'waiting').modify({ state: 'waiting' });
  });
  await changed('outbox');
  return [];
}
