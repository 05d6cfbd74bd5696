import { changed, openStore } from './session.js';

/**
 * Takes refused work off this phone once what replaces it is saved, or once somebody has given it up; the server keeps the
 * refused one with its reason. Work that is not refused stays where it is.
 */
export async function settleReturned(opId: string): Promise<void> {
  const { db } = openStore();
  await db.transaction('rw', db.outbox, async () => {
    if ((await db.outbox.get(opId))?.state === 'refused') await db.outbox.delete(opId);
  });
  await changed('outbox');
}

/** Refused work that somebody did again, of a kind that is settled elsewhere: it waits for nobody here, and stays to be read. */
export async function markRedone(opId: string): Promise<void> {
  const { db } = openStore();
  await db.outbox.where('opId').equals(opId).modify((row) => void (row.state === 'refused' && (row.redone = true)));
  await changed('outbox');
}
