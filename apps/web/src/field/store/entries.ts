import { shanghaiDate } from '#domain';
import { held, type Held } from './outbox.js';
import { baseEntries } from './packs.js';
import { houseOf } from './entry-of.js';
import type { HouseholdEntry } from './types.js';

const dayOf = (occurredAt: string): string => shanghaiDate(new Date(occurredAt));

/** Where the house stands after what was corrected here; nothing when nobody touched it. */
function ownHouse(own: readonly Held[]): Pick<HouseholdEntry, 'house'> {
  const values = own.filter(({ row }) => row.kind === 'household.correct' && row.state !== 'refused').map(({ content }) => content?.payload['values'] as Readonly<Record<string, unknown>> | undefined);
  const last = values.findLast((written) => written !== undefined && 'housePosition' in written);
  return last ? { house: undefined, ...houseOf(last['housePosition']) } : {};
}

function withOwn(entry: HouseholdEntry, own: readonly Held[]): HouseholdEntry {
  const visits = own.filter(({ row }) => row.kind === 'visit.record' && row.state !== 'refused').map(({ row, content }) => dayOf(content?.occurredAt ?? row.occurredAt));
  const lastVisitOn = [...visits, ...(entry.lastVisitOn ? [entry.lastVisitOn] : [])].sort().at(-1) ?? null;
  return { ...entry, ...ownHouse(own), lastVisitOn, unsent: own.filter(({ row }) => row.state === 'waiting').length, returned: entry.returned + own.filter(({ row }) => row.state === 'refused').length };
}

let shown: { base: unknown; held: unknown; entries: readonly HouseholdEntry[] } | null = null;
/** The list of households with what was done here since it was fetched. */
export function currentEntries(): readonly HouseholdEntry[] {
  if (shown?.base === baseEntries.get() && shown.held === held.get()) return shown.entries;
  const own = new Map<string, Held[]>();
  for (const item of held.get()) if (item.row.householdId !== null && !(item.row.state === 'done' && item.row.merged)) own.set(item.row.householdId, [...(own.get(item.row.householdId) ?? []), item]);
  const entries = baseEntries.get().map((entry) => (own.has(entry.id) ? withOwn(entry, own.get(entry.id) ?? []) : entry));
  shown = { base: baseEntries.get(), held: held.get(), entries };
  return entries;
}

export function subscribeEntries(listener: () => void): () => void {
  const ends = [baseEntries.subscribe(listener), held.subscribe(listener)];
  return () => ends.forEach((end) => end());
}
