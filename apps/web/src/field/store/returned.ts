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
