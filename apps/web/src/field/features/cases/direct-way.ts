import { directRoute, type DirectRoute } from '#domain';
import type { Dossier } from './dossier.js';
import type { FieldCase } from './field-case.js';

/**
 * The way straight back to whoever returned the case (直达退回人), as its log on this phone leaves it open; null when no return waits
 * for an answer. Whether facts and notices still hold only the server can say, when the answer comes in.
 */
export function directWay({ pack, row, returned }: Pick<FieldCase, 'pack' | 'row' | 'returned'>): DirectRoute | null {
  if (!row || !returned) return null;
  const log = (row.events ?? []).map(({ step, action, toStep, fields, by }) => ({ step, action, toStep: toStep ?? null, fields: fields ?? null, actorId: '', actorName: by, sentBack: false }));
  return directRoute(pack, row.step ?? null, log);
}

/** Straight, where that way is open and nobody has chosen the other one. */
export const goesStraight = (way: DirectRoute | null, { direct }: Pick<Dossier, 'direct'>): boolean => way !== null && way.refused === null && direct !== false;
