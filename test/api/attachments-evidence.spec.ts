import { uuidV7, verifyDossier } from '#domain';
import { AttachmentExpiry, AttachmentReader } from '#teams';
import { systemActor } from '#platform';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { HouseholdBody } from '../support/households.js';
import { jpeg, pdf, sha256 } from '../support/pictures.js';
import { act, days, did, householdWithYear, meeting, newCast, paper, setStatus, start, village, type Cast } from '../support/procedures.js';
import { announce, sendChunk, uploaded, type AttachmentBody } from '../support/uploads.js';

describe('evidence that was uploaded', () => {
  let t: TestApp;
  let cast: Cast;
  let household: HouseholdBody;
  beforeAll(async () => {
    t = await startTestApp();
    cast = await newCast(t);
    household = await exiting();
  }, 60_000);
  afterAll(() => t.close());

  const exiting = async (): Promise<HouseholdBody> => {
    const found = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(t, found, 'REGISTERED');
    return found;
  };
  const minutes = (seed: number) => uploaded(cast.clerk, pdf(`/Number ${seed}`), { divisionCode: village, kind: 'document', mime: 'application/pdf', fileName: '会议记录.pdf' });
  const photo = async (seed: number, of = household, kind = 'photo') => uploaded(cast.member, await jpeg({ seed, grain: 8 }), { householdId: of.id, kind });
  const bytesOf = (text: string) => sha256(Buffer.from(text, 'utf8'));

  it('goes from the meeting to the sealed dossier with the hash of what is kept, and the file still has that hash', async () => {
    const { id } = await start(cast.clerk, 'household_exit', household.id);
    const kept = { minutes: await minutes(1), form: await photo(1), signature: await photo(2, household, 'signature'), poster: await photo(3, household, 'notice_photo') };
    await did(cast.clerk, id, 'record_review', { review: meeting, evidence: [{ kind: 'meeting_minutes', attachmentId: kept.minutes.id }] });
    await did(cast.member, id, 'agree', { evidence: [{ kind: 'verification_form', attachmentId: kept.form.id }, { kind: 'household_signature', attachmentId: kept.signature.id, fileHash: kept.signature.kept?.sha256 }] });
    await did(cast.member2, id, 'publish_notice', { evidence: [{ kind: 'notice_photo', attachmentId: kept.poster.id }] });
    await days(t, 8);
    await did(cast.member2, id, 'close_notice');
    await did(cast.township, id, 'agree');
    await did(cast.approver, id, 'agree', { opinion: '同意退出' });

    const sealed = (await cast.officer.get(`/cases/${id}/dossier?sequence=1`)).raw.toString('utf8');
    expect(verifyDossier(sealed, bytesOf)).toMatchObject({ valid: true, faults: [] });
    for (const { kept: file } of Object.values(kept)) expect(sealed).toContain(file?.sha256 ?? 'no hash');
    const other = sealed.replace(kept.poster.kept?.sha256 ?? '', 'c'.repeat(64));
    expect(other).not.toBe(sealed);
    expect(verifyDossier(other, bytesOf).valid).toBe(false);

    const detail = await cast.officer.get<{ evidence: { kind: string; attachmentId: string | null; fileHash: string; fileName: string | null }[] }>(`/cases/${id}`);
    expect(detail.body.evidence.map(({ kind, attachmentId }) => [kind, attachmentId])).toEqual([
      ['meeting_minutes', kept.minutes.id], ['verification_form', kept.form.id], ['household_signature', kept.signature.id], ['notice_photo', kept.poster.id],
    ]);
    expect(detail.body.evidence[0]?.fileName).toBe('会议记录.pdf');
    for (const { attachmentId, fileHash } of detail.body.evidence) {
      expect(sha256((await cast.officer.get(`/attachments/${attachmentId}/content`)).raw)).toBe(fileHash);
    }
  });

  describe('on a case at its meeting', () => {
    let id: string;
    let other: HouseholdBody;
    beforeAll(async () => {
      other = await exiting();
      ({ id } = await start(cast.clerk, 'household_exit', other.id));
    });
    const review = (attachmentId: string, more: Record<string, unknown> = {}) => act(cast.clerk, id, 'record_review', { review: meeting, evidence: [{ kind: 'meeting_minutes', attachmentId, ...more }] });

    it('is refused while it has not arrived whole', async () => {
      const content = await jpeg({ width: 640, height: 480, seed: 11, grain: 8 });
      const half = await announce(cast.clerk, content, { householdId: other.id });
      await sendChunk(cast.clerk, half.body.id, { offset: 0, content: content.subarray(0, 40_000) });
      const { status, body } = await review(half.body.id);
      expect([status, body.code]).toEqual([409, 'attachment.not-ready']);
    });

    it('is refused when it belongs to another household', async () => {
      const { status, body } = await review((await photo(12)).id);
      expect([status, body.code, body.title]).toEqual([422, 'attachment.other-subject', '附件不属于该户或该地，不能作为其材料']);
    });

    it('is refused when it belongs to another place', async () => {
      const of = village.slice(0, 9);
      const kept = await uploaded(cast.township, pdf('/Number 13'), { divisionCode: of, kind: 'document', mime: 'application/pdf' });
      expect((await review(kept.id)).status).toBe(404); // the village does not even see it
    });

    it('is refused with a hash that is not its own, and when there is no such attachment', async () => {
      expect((await review((await minutes(14)).id, { fileHash: 'd'.repeat(64) })).body.code).toBe('attachment.hash-differs');
      expect((await review(`${village.slice(0, 6)}-${uuidV7()}`)).status).toBe(404);
    });

    it('leaves nothing behind when it is refused', async () => {
      expect(await adminQuery(t.database, "select 1 from case_evidence v where v.county_code || '-' || v.case_id = $1", [id])).toEqual([]);
    });

    it('cannot be deleted any more, by whoever uploaded it or by night', async () => {
      const kept = await minutes(15);
      expect((await review(kept.id)).status).toBe(200);
      expect((await cast.clerk.delete<{ code: string }>(`/attachments/${kept.id}`)).body.code).toBe('attachment.in-use');
      await adminQuery(t.database, "update installation set clock_offset = clock_offset + interval '60 days'");
      await t.app.get(AttachmentExpiry, { strict: false }).expire();
      const again = await t.as('village_clerk', village);
      expect((await again.get(`/attachments/${kept.id}/content`)).status).toBe(200);
      await expect(adminQuery(t.database, 'delete from attachment a where a.id = $1', [kept.id.slice(7)])).rejects.toThrow(/attachment_use_of|case_evidence_attachment|no actor/);
    });

    it('may still be named by paper alone', async () => {
      expect((await act(cast.member, id, 'agree', { evidence: [paper('verification_form'), paper('household_signature')] })).status).toBe(200);
    });
  });

  it('of a visit stays too: the visit names it, whether it came before or after', async () => {
    const member = await t.as('team_member', village);
    const kept = await uploaded(member, await jpeg({ seed: 31, grain: 8 }), { householdId: household.id });
    await adminQuery(t.database, `
      begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system';
      insert into visit (county_code, id, recorded_on, village_code, household_id, way, types, visited_at, visited_on, recorded_at, visitor_id, visitor_name, visitor_role,
        persons_met, assurances, income_changes, needs, problems, attachment_ids, content_hash)
      values ('${village.slice(0, 6)}', '${uuidV7()}', '2026-11-22', '${village}', '${household.id.slice(7)}', 'HOME', '{}', now(), '2026-11-22', now(), '00000000-0000-7000-8000-000000000001', '测试', 'team_member',
        '{}', '[]', '[]', '{}', '[]', '{${kept.id.slice(7)}}', 'x'); commit`);
    expect((await member.delete<{ code: string }>(`/attachments/${kept.id}`)).body.code).toBe('attachment.in-use');
  });

  it('is known to other slices by its metadata, in the order asked for and within the territory', async () => {
    const member = await t.as('team_member', village);
    const kept: AttachmentBody[] = [];
    for (const seed of [41, 42]) kept.push(await uploaded(member, await jpeg({ seed, grain: 8 }), { householdId: household.id }));
    const ids = [...kept.map(({ id }) => ({ countyCode: id.slice(0, 6), id: id.slice(7) })), { countyCode: '150125', id: uuidV7() }].reverse();
    const reader = t.app.get(AttachmentReader, { strict: false });
    const within = (scope: string) => t.db.run({ actor: systemActor(scope) }, () => reader.metadata(ids));
    expect((await within(village)).map(({ id, sha256: hash, state }) => [id, hash, state])).toEqual([...kept].reverse().map((row) => [row.id.slice(7), row.kept?.sha256, 'READY']));
    expect(await within('150222')).toEqual([]);
  });
});
