import 'fake-indexeddb/auto';
import { Outbox, shanghaiDate, uuidV7 } from '#domain';
import { held, save } from '../src/field/store/outbox.js';
import { flushDrafts, draftValue, setDraft } from '../src/field/store/drafts.js';
import { currentEntries } from '../src/field/store/entries.js';
import { FieldDatabase } from '../src/field/store/database.js';
import { newCaseId } from '../src/field/store/ids.js';
import { applyPack, addPracticeHousehold, householdRows, villages } from '../src/field/store/packs.js';
import type { Pack } from '../src/field/store/pack-merge.js';
import { addPhoto, photoBlob } from '../src/field/store/photos.js';
import { registry } from '../src/field/store/registry.js';
import { lock, openStore, session } from '../src/field/store/session.js';
import type { Me, Work } from '../src/field/store/types.js';
import { changePin, createUser, removeUser, unlock } from '../src/field/store/users.js';
import { takeAnswers } from '../src/field/sync/ledger.js';

const VILLAGE = '150221100201';
const person = (name: string): Me => ({ userId: uuidV7(), username: name, name, role: 'team_member', division: VILLAGE, permissions: [] });
const household = uuidV7();
const row = (id: string, more: object = {}) => ({ id, version: 1, headName: '巴特尔', householdCode: '15022101', status: 'REGISTERED', memberCount: 2, phone: '138****1234', ...more });
const pack = (more: Partial<Pack> & Pick<Pack, 'rows'>): Pack => ({ cursor: 'c1', epoch: uuidV7(), village: VILLAGE, whole: true, serverTime: new Date().toISOString(), minAppVersion: '0.0.0', years: [2026], reference: null, ...more });
const visit = (more: Partial<Work> = {}): Work => ({ kind: 'visit.record', entityId: newCaseId(VILLAGE), householdId: household, title: '走访 巴特尔', payload: { notes: '草场丰收' }, ...more });
/** Trying a PIN is slow on purpose; here it need not be. */
const ROUNDS = 1000;
const secret = '草场丰收';

/** Everything in the databases of the phone, as somebody who copies the storage sees it. */
async function storageText(userId: string): Promise<string> {
  const db = new FieldDatabase(userId);
  await db.open();
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  db.close();
  return JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
}

describe('the store of the field desk', () => {
  const me = person('走访员');
  beforeAll(async () => {
    await createUser(me, '258036', ROUNDS);
    await applyPack(pack({ rows: { households: [row(household), row(uuidV7(), { headName: '其木格' })], visits: [{ id: uuidV7(), householdId: household, visitedOn: '2026-01-02' }], verdicts: [], entitlements: [] } }), { name: '海子村', bytes: 10 });
  });
  afterAll(() => lock());

  it('opens with its PIN alone, waits after five wrong ones, and drops the register but not the work after ten', async () => {
    const other = person('另一人');
    await createUser(other, '112233', ROUNDS);
    await applyPack(pack({ rows: { households: [row(uuidV7())] } }), { name: '海子村', bytes: 10 });
    await save([visit({ householdId: null })]);
    await lock();
    let now = Date.now();
    for (const left of [4, 3, 2, 1]) expect(await unlock(other.userId, '000000', now)).toEqual({ result: 'wrong', left });
    expect(await unlock(other.userId, '000000', now)).toMatchObject({ result: 'wait' });
    expect(await unlock(other.userId, '112233', now)).toMatchObject({ result: 'wait' });
    now += 60_001;
    expect(await unlock(other.userId, '112233', now)).toEqual({ result: 'open' });
    await lock();
    for (let wrong = 1; wrong < 10; wrong += 1) await unlock(other.userId, '000000', (now += 60_001));
    expect(await unlock(other.userId, '000000', (now += 60_001))).toEqual({ result: 'dropped' });
    expect(await unlock(other.userId, '112233', (now += 60_001))).toEqual({ result: 'dropped' });
    const db = new FieldDatabase(other.userId);
    expect([await db.blobs.count(), await db.villages.count(), await db.outbox.count()]).toEqual([0, 0, 1]);
    db.close();
    expect(await unlock(me.userId, '258036')).toEqual({ result: 'open' });
  }, 60_000);

  it('asks for a sign-in online after fourteen days', async () => {
    expect(await unlock(me.userId, '258036', Date.now() + 15 * 86_400_000)).toEqual({ result: 'online-first' });
  });

  it('holds nothing that can be read without the key', async () => {
    await save([visit()]);
    setDraft('visit:1', () => ({ notes: secret }), () => ({}));
    await flushDrafts();
    const text = await storageText(me.userId);
    for (const word of [secret, '巴特尔', '1234', '15022101']) expect(text).not.toContain(word);
    expect(text).toContain(household);
  });

  it('keeps a draft through locking, and forgets it in the same moment as it is saved', async () => {
    setDraft('visit:2', () => ({ notes: secret }), () => ({}));
    await lock();
    expect(await unlock(me.userId, '258036')).toEqual({ result: 'open' });
    expect(draftValue('visit:2')).toEqual({ notes: secret });
    await save([visit({ draftKey: 'visit:2' })]);
    expect(draftValue('visit:2')).toBeUndefined();
    expect(await openStore().db.drafts.get('visit:2')).toBeUndefined();
  });

  it('numbers work without holes, and a practice record not at all', async () => {
    const practice = await addPracticeHousehold(VILLAGE, { head: '演示户', member: '演示家属', code: '演示' });
    const before = (await openStore().db.read<number>('nextSeq')) ?? 1;
    await save([visit(), visit({ householdId: practice }), visit()]);
    const seqs = held.get().slice(-3).map(({ row: { seq } }) => seq).sort();
    expect(seqs).toEqual([0, before, before + 1]);
    expect(held.get().find(({ row: { householdId } }) => householdId === practice)?.row).toMatchObject({ practice: true, state: 'done' });
  });

  it('shows in the list at once what was done here', async () => {
    const entry = currentEntries().find(({ id }) => id === household);
    expect(entry).toMatchObject({ headName: '巴特尔', phoneLast4: '1234', isPractice: false });
    expect(entry?.unsent).toBeGreaterThan(0);
    expect(entry?.lastVisitOn).toBe(shanghaiDate(new Date()));
  });

  it('merges changes into the households that they touch, and forgets those that are gone', async () => {
    const moved = currentEntries().find(({ headName }) => headName === '其木格');
    await applyPack(pack({ whole: false, cursor: 'c2', rows: { households: [row(household, { version: 2, memberCount: 3 })], tasks: [{ id: 't1', householdId: household, status: 'OPEN', dueOn: '2026-02-01' }], verdicts: null, entitlements: null, gone: [{ entity: 'household', id: moved?.id }] } }), { name: '海子村', bytes: 5 });
    expect(currentEntries().filter(({ isPractice }) => !isPractice)).toMatchObject([{ id: household, memberCount: 3, openTasks: 1, dueOn: '2026-02-01' }]);
    expect((await householdRows(household))?.rows.visits).toHaveLength(1);
    await applyPack(pack({ whole: false, cursor: 'c3', rows: { tasks: [{ id: 't1', householdId: household, status: 'VERIFIED' }], verdicts: null, entitlements: null } }), { name: '海子村', bytes: 5 });
    expect(currentEntries().find(({ id }) => id === household)).toMatchObject({ openTasks: 0, dueOn: null });
    expect(villages.get()).toMatchObject([{ households: 1 }]);
  });

  it('keeps photos with their record, and opens them again', async () => {
    const content = Buffer.from('a picture');
    const id = await addPhoto({ blob: new Blob([content], { type: 'image/jpeg' }), takenAt: new Date() }, 'visit:3');
    const { opIds } = await save([visit({ photos: [id] })]);
    expect(await openStore().db.photos.get(id)).toMatchObject({ opId: opIds[0], state: 'waiting', householdId: expect.stringContaining(household) as string });
    expect(Buffer.from(await (await photoBlob(id))?.arrayBuffer() ?? new ArrayBuffer(0)).toString()).toBe('a picture');
  });

  it('takes answers as the outbox of the domain does: a taken number is given anew, a refusal stays with its reason', async () => {
    const waiting = held.get().filter(({ row: { state } }) => state === 'waiting').map(({ row: { opId, seq } }) => ({ opId, seq })).sort((left, right) => left.seq - right.seq);
    const [first, second, third] = waiting;
    await takeAnswers('150221-x', [
      { opId: first?.opId ?? '', deviceSeq: first?.seq ?? 0, status: 'applied' }, { opId: second?.opId ?? '', deviceSeq: second?.seq ?? 0, status: 'rejected', code: 'validation', title: '填写有误' },
      { opId: third?.opId ?? '', deviceSeq: third?.seq ?? 0, status: 'retry', code: 'sync.sequence-taken', expectedSeq: 40 },
    ]);
    const now = new Map(held.get().map(({ row: entry }) => [entry.opId, entry]));
    expect(now.get(first?.opId ?? '')).toMatchObject({ state: 'done', status: 'applied', reason: null });
    expect(now.get(second?.opId ?? '')).toMatchObject({ state: 'refused', reason: { code: 'validation', zh: '填写有误' } });
    expect(now.get(third?.opId ?? '')).toMatchObject({ state: 'waiting', seq: 40 });
    await save([visit()]);
    const seqs = held.get().filter(({ row: { state } }) => state === 'waiting').map(({ row: { seq } }) => seq).sort((left, right) => left - right);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => 40 + index));
    expect(Outbox.restore('150221-x', [], 7).next()).toBe(7);
  });

  it('gives two people on one phone nothing of each other', async () => {
    const other = person('同事');
    await createUser(other, '987123', ROUNDS);
    expect([held.get(), currentEntries(), villages.get()]).toEqual([[], [], []]);
    await lock();
    expect(await unlock(me.userId, '987123')).toMatchObject({ result: 'wrong' });
    expect(await unlock(me.userId, '258036')).toEqual({ result: 'open' });
    expect(held.get().length).toBeGreaterThan(0);
  });

  it('keeps unsent work when the PIN was forgotten, though this phone cannot read it any more', async () => {
    const waiting = held.get().filter(({ row: { state } }) => state === 'waiting').length;
    await createUser(me, '741852', ROUNDS);
    const kept = held.get().filter(({ row: { state } }) => state === 'waiting');
    expect(kept).toHaveLength(waiting);
    expect(kept.every(({ content }) => content === null)).toBe(true);
    await save([visit()]);
    expect(held.get().filter(({ content }) => content !== null)).toHaveLength(1);
  });

  it('changes the PIN only for who knows the old one, and is removed only when nothing waits', async () => {
    expect(await changePin(me.userId, { old: '000000', next: '135790' })).toBe(false);
    expect(await changePin(me.userId, { old: '741852', next: '135790' })).toBe(true);
    await lock();
    expect(await unlock(me.userId, '741852')).toMatchObject({ result: 'wrong' });
    expect(await unlock(me.userId, '135790')).toEqual({ result: 'open' });
    expect(await removeUser(me.userId)).toBe(false);
    expect(await registry.users.get(me.userId)).toBeDefined();
    expect(session.get()?.me.userId).toBe(me.userId);
  });
});
