import { uuidV7, type PackRow } from '#domain';
import { decryptValue, encryptValue } from './crypto.js';
import type { BlobRow, VillageRow } from './database.js';
import { entryOf, noRows } from './entry-of.js';
import { Live } from './live.js';
import { byHousehold, merged, NOBODY, type Pack } from './pack-merge.js';
import { changed, hear, inMemory, openStore, type Session } from './session.js';
import type { HouseholdEntry, HouseholdRows, Reference, VillageEntry } from './types.js';

/** What the phone holds of a village beside its households. */
export interface VillageRows {
  readonly rows: HouseholdRows;
  readonly villageYears: readonly PackRow[];
  readonly villageVerdicts: readonly PackRow[];
  readonly computedAt: string | null;
}

export const villages = new Live<readonly VillageEntry[]>([]);
export const baseEntries = new Live<readonly HouseholdEntry[]>([]);
export const reference = new Live<Reference | null>(null);
/** Rises when rows of a household may have changed. */
export const packsRead = new Live(0);

const householdKey = (id: string): string => `h:${id}`;

async function load({ db, keys }: Session): Promise<void> {
  const rows = await db.villages.toArray();
  const indexes = await Promise.all(rows.map(async ({ code }) => readBlob<HouseholdEntry[]>({ db, keys }, `i:${code}`)));
  baseEntries.set(indexes.flatMap((list) => list ?? []));
  villages.set(rows.map((row) => ({ code: row.code, name: row.name, households: row.households, fetchedAt: new Date(row.fetchedAt), serverTime: new Date(row.serverTime), bytes: row.bytes })));
  reference.set((await readBlob<Reference>({ db, keys }, 'r')) ?? null);
  packsRead.change((count) => count + 1);
}
inMemory(load, () => {
  villages.set([]);
  baseEntries.set([]);
  reference.set(null);
});
hear('packs', load);

async function readBlob<T>({ db, keys }: Pick<Session, 'db' | 'keys'>, key: string): Promise<T | undefined> {
  const row = await db.blobs.get(key);
  return row && decryptValue<T>(keys.key, key, row.body).catch(() => undefined);
}

async function blob({ keys }: Session, village: string, key: string, value: unknown): Promise<BlobRow> {
  return { key, village, body: await encryptValue(keys.key, key, value) };
}

export const householdRows = async (id: string): Promise<{ village: string; rows: HouseholdRows } | undefined> => {
  const opened = openStore();
  const row = await opened.db.blobs.get(householdKey(id));
  return row && { village: row.village, rows: await decryptValue<HouseholdRows>(opened.keys.key, row.key, row.body) };
};
export const villageRows = (code: string): Promise<VillageRows | undefined> => readBlob<VillageRows>(openStore(), `v:${code}`);

/** Stores a whole village or what changed in it. `progress` is told how many households are stored. */
export async function applyPack(pack: Pack, { name, bytes, progress }: { name: string; bytes: number; progress?: (done: number, all: number) => void }): Promise<void> {
  const opened = openStore();
  const { db } = opened;
  const before = pack.whole ? [] : ((await readBlob<HouseholdEntry[]>(opened, `i:${pack.village}`)) ?? []);
  const kept = await villageBefore(opened, pack);
  const caseOwners = pack.whole ? new Map<string, string>() : await ownersOfCases(pack, before);
  const sorted = byHousehold(pack.rows, (caseId) => caseOwners.get(caseId));
  const sent = { verdicts: pack.rows.verdicts != null, entitlements: pack.rows.entitlements != null };
  // A village that was computed again has new verdicts for every household, also where there are none any more.
  if (!pack.whole && (sent.verdicts || sent.entitlements)) for (const { id } of before) if (!sorted.has(id)) sorted.set(id, noRows());
  const gone = new Set((pack.rows.gone ?? []).map((row) => String(row['id'])));
  const entries = new Map(before.filter(({ id }) => !gone.has(id)).map((entry) => [entry.id, entry]));
  const ids = [...sorted.keys()].filter((id) => id !== NOBODY && !gone.has(id));
  let chunk: BlobRow[] = [];
  for (const [index, id] of ids.entries()) {
    const news = sorted.get(id) ?? noRows();
    const rows = merged((pack.whole ? undefined : (await householdRows(id))?.rows) ?? noRows(), news, sent);
    const entry = entryOf(rows, pack.village);
    if (entry) entries.set(id, entry);
    else entries.delete(id);
    if (rows.households.length > 0) chunk.push(await blob(opened, pack.village, householdKey(id), rows));
    if (chunk.length === 20 || index === ids.length - 1) {
      await db.blobs.bulkPut(chunk);
      chunk = [];
      progress?.(index + 1, ids.length);
    }
  }
  const practice = baseEntries.get().filter((entry) => entry.isPractice && entry.village === pack.village);
  const list = [...entries.values(), ...practice.filter(({ id }) => !entries.has(id))];
  const rest: BlobRow[] = [
    await blob(opened, pack.village, `i:${pack.village}`, list),
    await blob(opened, pack.village, `v:${pack.village}`, {
      rows: merged(kept?.rows ?? noRows(), sorted.get(NOBODY) ?? noRows(), sent), villageYears: byYear(kept?.villageYears ?? [], pack.rows.villageYears ?? []),
      villageVerdicts: pack.rows.villageVerdicts ?? kept?.villageVerdicts ?? [], computedAt: pack.rows.computedAt ?? kept?.computedAt ?? null,
    } satisfies VillageRows),
    ...(pack.reference ? [await blob(opened, '', 'r', { ...pack.reference, years: pack.years, computedAt: pack.rows.computedAt ?? null })] : []),
  ];
  const row: VillageRow = {
    code: pack.village, name, cursor: pack.cursor, households: list.filter(({ isPractice }) => !isPractice).length, fetchedAt: Date.now(), serverTime: pack.serverTime,
    bytes: pack.whole ? bytes : ((await db.villages.get(pack.village))?.bytes ?? 0) + bytes,
  };
  const keep = new Set([...list.map(({ id }) => householdKey(id)), ...rest.map(({ key }) => key)]);
  await db.transaction('rw', [db.blobs, db.villages], async () => {
    await db.blobs.bulkPut(rest);
    await db.blobs.bulkDelete((await db.blobs.where('village').equals(pack.village).primaryKeys()).filter((key) => !keep.has(key)));
    await db.villages.put(row);
  });
  await changed('packs');
}

const villageBefore = async (opened: Session, pack: Pack): Promise<VillageRows | undefined> => (pack.whole ? undefined : readBlob<VillageRows>(opened, `v:${pack.village}`));

/** A notice that changed without its case: the household is found by the case that the phone holds. */
async function ownersOfCases(pack: Pack, entries: readonly HouseholdEntry[]): Promise<Map<string, string>> {
  const sent = new Set((pack.rows.cases ?? []).map((row) => row['id']));
  const asked = new Set((pack.rows.notices ?? []).map((row) => row['caseId']).filter((id) => !sent.has(id)));
  const owners = new Map<string, string>();
  if (asked.size === 0) return owners;
  for (const { id } of entries) for (const row of (await householdRows(id))?.rows.cases ?? []) if (asked.has(row['id'])) owners.set(String(row['id']), id);
  return owners;
}

function byYear(old: readonly PackRow[], news: readonly PackRow[]): PackRow[] {
  return [...new Map([...old, ...news].map((row) => [row['year'], row])).values()];
}

export async function forgetVillage(code: string): Promise<void> {
  const { db } = openStore();
  await db.transaction('rw', [db.blobs, db.villages], async () => {
    await db.blobs.where('village').equals(code).delete();
    await db.villages.delete(code);
  });
  await changed('packs');
}

/** A household to try things out on; it is nobody's and never leaves the phone. */
export async function addPracticeHousehold(village: string, names: { readonly head: string; readonly member: string; readonly code: string }): Promise<string> {
  const opened = openStore();
  const known = baseEntries.get().find((entry) => entry.isPractice);
  if (known) return known.id;
  const id = uuidV7();
  const person = (name: string, relationToHead: string, gender: string, birthDate: string): PackRow => ({ id: uuidV7(), householdId: id, version: 1, name, relationToHead, gender, birthDate, py: '' });
  const rows = {
    ...noRows(), households: [{ id, version: 1, isPractice: true, householdCode: names.code, headName: names.head, memberCount: 2, status: 'REGISTERED', poorHouseholdType: '01' }],
    members: [person(names.head, '01', '1', '1975-05-01'), person(names.member, '02', '2', '1977-08-01')],
  };
  const entry = entryOf(rows, village);
  const index = (await readBlob<HouseholdEntry[]>(opened, `i:${village}`)) ?? [];
  const blobs = [await blob(opened, village, householdKey(id), rows), await blob(opened, village, `i:${village}`, [...index, ...(entry ? [entry] : [])])];
  await opened.db.blobs.bulkPut(blobs);
  await changed('packs');
  return id;
}
