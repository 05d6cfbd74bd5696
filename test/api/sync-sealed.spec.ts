import { uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { visitDraft } from '../support/field-work.js';
import { person, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';
import { jpeg, sha256 } from '../support/pictures.js';
import { envelopeOf, sealedOperation, sealingPhone, type Envelope, type SealingPhone } from '../support/sealed.js';

interface Answer {
  results: { id: string; status: string; result: { code?: string; first?: string } }[];
}

const village = villages.haizi;

describe('sealed work of a phone', () => {
  let t: TestApp;
  let author: TestClient;
  let carrier: TestClient;
  let phone: SealingPhone;
  let household: HouseholdBody;
  let seq = 0;
  beforeAll(async () => {
    t = await startTestApp();
    author = await t.as('team_member', village);
    carrier = await t.as('village_clerk', village);
    phone = await sealingPhone(author);
    household = await registerHousehold(author, village, { members: [person('测试户主', '01', { idNo: syntheticId('1980-05-06'), birthDate: '1980-05-06' })] });
  });
  afterAll(() => t.close());

  const handIn = async (...envelopes: Envelope[]) => {
    const answer = await carrier.post<Answer>('/sync/sealed', { body: { envelopes } });
    expect(answer.status).toBe(200);
    return answer.body.results.map(({ status, result }) => ({ status, code: result.code }));
  };
  const visit = (at = phone) => {
    const { id: _, ...draft } = visitDraft();
    return sealedOperation(at, (seq += 1), { kind: 'visit.record', payload: { householdId: household.id, ...draft } });
  };

  it('is done as the work of its author, and who carried it is on record', async () => {
    const envelope = visit();
    expect(await handIn(envelope)).toEqual([{ status: 'applied', code: undefined }]);
    const [row] = await adminQuery<{ visitor_name: string; actor_id: string }>(t.database,
      `select v.visitor_name, o.actor_id from sync_operation o join visit v on v.id = o.entity_id where o.id = $1`, [envelope.id]);
    expect(row).toEqual({ visitor_name: author.user?.username, actor_id: author.user?.userId });
    const carried = await adminQuery<{ actor_id: string }>(t.database, "select actor_id from audit_log where op = 'CARRY' and row_id = $1", [envelope.id]);
    expect(carried.map(({ actor_id }) => actor_id)).toEqual([carrier.user?.userId]);
  });

  it('may be carried in twice, and sent by its author afterwards, and is there once', async () => {
    const envelope = visit();
    expect(await handIn(envelope)).toEqual([{ status: 'applied', code: undefined }]);
    expect(await handIn(envelope)).toEqual([{ status: 'duplicate', code: undefined }]);
  });

  it('is opened by nobody but the server, and by no other installation', async () => {
    const envelope = visit();
    expect(JSON.stringify(envelope)).not.toContain(household.id);
    expect(await handIn({ ...envelope, keyId: '00000000-2026' })).toEqual([{ status: 'rejected', code: 'sync.seal-broken' }]);
    expect(await handIn({ ...envelope, id: uuidV7() })).toEqual([{ status: 'rejected', code: 'sync.seal-broken' }]);
    expect(await handIn({ ...envelope, body: `${envelope.body.slice(0, -6)}AAAAAA` })).toEqual([{ status: 'rejected', code: 'sync.seal-broken' }]);
    expect(await handIn(envelope)).toEqual([{ status: 'applied', code: undefined }]);
  });

  it('cannot be forged: only what the phone of the author signed counts as the author’s', async () => {
    const own = await sealingPhone(carrier);
    const forged = sealedOperation({ ...own, deviceId: phone.deviceId }, seq + 1, { kind: 'visit.record', payload: { householdId: household.id, ...visitDraft() } });
    expect(await handIn(forged)).toEqual([{ status: 'rejected', code: 'sync.unsigned' }]);
    expect(await handIn({ ...forged, signer: phone.signer.id })).toEqual([{ status: 'rejected', code: 'sync.unsigned' }]);
    expect(await adminQuery(t.database, 'select 1 from sync_operation where id = $1', [forged.id])).toEqual([]);
  });

  it('brings its photographs along', async () => {
    const content = await jpeg();
    const envelope = envelopeOf(phone, 'photo', {
      id: uuidV7(), seq: 0, kind: 'photo', mime: 'image/jpeg', bytes: content.length, sha256: sha256(content), takenAt: '2026-01-10T01:30:00.000Z', householdId: household.id,
    }, content);
    expect(await handIn(envelope)).toEqual([{ status: 'applied', code: undefined }]);
    expect(await handIn(envelope)).toEqual([{ status: 'applied', code: undefined }]);
    expect(await adminQuery(t.database, 'select state, uploaded_by from attachment where id = $1', [envelope.id])).toEqual([{ state: 'READY', uploaded_by: author.user?.userId }]);
  });

  it('is kept apart for a person when the grant of the author has ended or the device was ended', async () => {
    const other = await t.as('team_member', village);
    const theirs = await sealingPhone(other);
    const { id: _, ...draft } = visitDraft();
    const work = (at: number) => sealedOperation(theirs, at, { kind: 'visit.record', payload: { householdId: household.id, ...draft } });
    await adminQuery(t.database, `set session_replication_role = replica; update role_grant set revoked_at = now() where user_id = '${other.user?.userId ?? ''}'`);
    const first = work(1);
    expect(await handIn(first)).toEqual([{ status: 'rejected', code: 'sync.scope-ended' }]);
    expect((await (await t.as('township_officer', village.slice(0, 9))).post(`/sync/devices/${theirs.deviceId}/revoke`, { body: { reason: '手机丢失' } })).status).toBe(200);
    const second = work(2);
    expect(await handIn(second)).toEqual([{ status: 'rejected', code: 'sync.device-revoked' }]);
    const kept = await adminQuery<{ id: string; sealed: boolean }>(t.database, 'select id, payload_enc is not null as sealed from sync_operation where id = any($1) order by id', [[first.id, second.id]]);
    expect(kept.map(({ sealed }) => sealed)).toEqual([true, true]);
  });

  it('waits its turn: what comes before it must come first', async () => {
    const early = visit();
    const late = visit();
    expect(await handIn(late)).toEqual([{ status: 'retry', code: 'sync.gap' }]);
    expect(await handIn(early, late)).toEqual([{ status: 'applied', code: undefined }, { status: 'applied', code: undefined }]);
  });
});
