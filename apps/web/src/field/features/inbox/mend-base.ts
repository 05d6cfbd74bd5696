import { formatCaseId, parseCaseId, uuidV7, type OperationKind } from '#domain';
import type { OutboxItem, PackHousehold } from '../../store/types.js';

type Payload = Readonly<Record<string, unknown>>;

/** Kinds that make a row: the refused one never came to be, and the new attempt is a row of its own. */
const making: readonly OperationKind[] = ['visit.record', 'visit.correct', 'clue.record'];

/** What mended work is based on now: the record as the phone knows it today, not as it was when the work was first done. */
export function baseOf(item: Pick<OutboxItem, 'kind' | 'entityId'>, payload: Payload, { rows }: Pick<PackHousehold, 'rows'>): { entityId: string; payload: Payload; baseVersion?: number } {
  const id = parseCaseId(item.entityId);
  if (making.includes(item.kind)) return { entityId: id ? formatCaseId(id.countyCode, uuidV7()) : item.entityId, payload };
  const row = item.kind === 'household.correct' ? rows.households[0] : item.kind === 'member.correct' ? rows.members.find((member) => member['id'] === id?.id) : item.kind === 'year.correct' ? rows.years.find((year) => year['year'] === payload['year']) : undefined;
  if (!row) return { entityId: item.entityId, payload };
  const values = payload['values'];
  const keys = typeof values === 'object' && values !== null ? Object.keys(values) : [];
  const version = row['version'];
  return { entityId: item.entityId, payload: { ...payload, base: Object.fromEntries(keys.map((key) => [key, row[key] ?? null])) }, ...(typeof version === 'number' ? { baseVersion: version } : {}) };
}
