import { Outbox, type Operation, type OperationResult, type OutboxEntry } from '#domain';
import type { FieldDatabase, OutboxRow } from '../store/database.js';
import { changed, openStore } from '../store/session.js';

const stub = (row: OutboxRow, deviceId: string): Operation => ({
  opId: row.opId, deviceId, deviceSeq: row.seq, kind: row.kind, entityId: row.entityId, occurredAt: row.occurredAt, schemaVersion: row.schemaVersion, payload: {},
});

/**
 * Takes in the server's answers, by the rules of the outbox of the domain, in one transaction with what was saved meanwhile.
 * It needs no key: also the outbox of somebody else on this phone learns what became of work that was carried in.
 */
export async function takeAnswers(deviceId: string, results: readonly OperationResult[], db: FieldDatabase = openStore().db): Promise<void> {
  const words = new Map(results.map((result) => [result.opId, result]));
  await db.transaction('rw', [db.outbox, db.state], async () => {
    const rows = (await db.outbox.orderBy('seq').toArray()).filter(({ practice }) => !practice);
    const entries: OutboxEntry[] = rows.map((row) => ({ operation: stub(row, deviceId), state: row.state, status: row.status, code: row.reason?.code ?? null }));
    const outbox = Outbox.restore(deviceId, entries, (await db.read<number>('nextSeq')) ?? 1);
    outbox.answer(results);
    const now = Date.now();
    for (const [index, entry] of outbox.all().entries()) {
      const row = rows[index];
      if (!row) continue;
      const result = words.get(row.opId);
      const settled = row.state === 'waiting' && entry.state !== 'waiting';
      if (!result && entry.operation.deviceSeq === row.seq) continue;
      // Work that came too late and was kept is done, and still has something to say.
      const { code } = entry;
      await db.outbox.update(row.opId, {
        state: entry.state, status: entry.status, seq: entry.operation.deviceSeq, ...(settled ? { answeredAt: now } : {}),
        ...(result ? { reason: code === null ? null : { code, zh: result.title ?? '', en: result.titleEn ?? '', ...(result.fields ? { fields: result.fields } : {}) } } : {}),
      });
    }
    await db.state.put({ key: 'nextSeq', value: outbox.next() });
  });
  await changed('outbox');
}
