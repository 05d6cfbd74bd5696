import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { uuidV7 } from '#domain';
import { AttachmentExpiry } from '#teams';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { registerHousehold, villages, type HouseholdBody } from '../support/households.js';
import { DEVICE, jpeg, pdf, pngBomb, sha256, withExif } from '../support/pictures.js';
import { announce, sendChunk, upload, uploaded, type AttachmentBody } from '../support/uploads.js';

describe('attachments', () => {
  let t: TestApp;
  let member: TestClient;
  let household: HouseholdBody;
  let photo: Buffer;
  beforeAll(async () => {
    t = await startTestApp();
    member = await t.as('team_member', villages.haizi);
    household = await registerHousehold(member, villages.haizi);
    photo = withExif(await jpeg({ width: 640, height: 480, grain: 8 }));
    expect(photo.length).toBeGreaterThan(100_000);
  }, 60_000);
  afterAll(() => t.close());

  const filesBelow = (folder: string): string[] => {
    const root = path.join(t.env.dataDir, 'files', folder);
    return existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name) : [];
  };

  describe('an upload', () => {
    it('is announced, grows chunk by chunk, and is kept without the metadata of the phone', async () => {
      const { status, body } = await announce(member, photo, { householdId: household.id, fileName: '入户 照片.jpg', takenAt: '2026-11-20T08:00:00+08:00' });
      expect([status, body.state, body.receivedBytes, body.villageCode]).toEqual([201, 'UPLOADING', 0, villages.haizi]);
      const first = await sendChunk(member, body.id, { offset: 0, content: photo.subarray(0, 65_536) });
      expect([first.status, first.body.state, first.body.receivedBytes]).toEqual([200, 'UPLOADING', 65_536]);
      const last = await sendChunk(member, body.id, { offset: 65_536, content: photo.subarray(65_536) });
      expect([last.status, last.body.state, last.body.kept?.mime, last.body.kept?.width, last.body.kept?.height]).toEqual([200, 'READY', 'image/jpeg', 480, 640]);

      const content = await member.get(`/attachments/${body.id}/content`);
      expect(content.status).toBe(200);
      expect(sha256(content.raw)).toBe(last.body.kept?.sha256);
      expect([content.raw.includes('Exif'), content.raw.includes(DEVICE)]).toEqual([false, false]);
      expect(content.headers).toMatchObject({
        'content-type': 'image/jpeg', 'cache-control': 'private, max-age=86400, immutable', 'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect(String(content.headers['content-disposition'])).toMatch(/^inline; filename="file.jpg"; filename\*=UTF-8''%E5%85%A5/);
      const thumbnail = await member.get(`/attachments/${body.id}/thumbnail`);
      expect(thumbnail.status).toBe(200);
      expect(thumbnail.raw.length).toBeLessThan(content.raw.length);
      expect(filesBelow('uploads')).toEqual([]);
    });

    it('answers the same chunk again with the same progress, and stays what it was', async () => {
      const { body } = await announce(member, await jpeg({ width: 640, height: 480, grain: 8, seed: 2 }), { householdId: household.id });
      const content = (await jpeg({ width: 640, height: 480, grain: 8, seed: 2 })).subarray(0, 40_000);
      const answers = [await sendChunk(member, body.id, { offset: 0, content }), await sendChunk(member, body.id, { offset: 0, content })];
      expect(answers.map(({ status, body: said }) => [status, said.receivedBytes])).toEqual([[200, 40_000], [200, 40_000]]);
      const other = Buffer.alloc(40_000, 7);
      const changed = await sendChunk(member, body.id, { offset: 0, content: other });
      expect([changed.status, changed.body.code, changed.body.params['expected']]).toEqual([409, 'attachment.wrong-offset', 40_000]);
    });

    it('keeps one of two equal chunks that arrive at the same time', async () => {
      const large = await jpeg({ width: 640, height: 480, grain: 8, seed: 3 });
      const { body } = await announce(member, large, { householdId: household.id });
      const content = large.subarray(0, 50_000);
      const answers = await Promise.all([1, 2, 3, 4].map(() => sendChunk(member, body.id, { offset: 0, content })));
      expect(answers.map(({ status, body: said }) => [status, said.receivedBytes])).toEqual(Array.from({ length: 4 }, () => [200, 50_000]));
      expect((await member.get<AttachmentBody>(`/attachments/${body.id}`)).body.receivedBytes).toBe(50_000);
    });

    it('names the place to go on from when a chunk comes at the wrong one', async () => {
      const { body } = await announce(member, Buffer.concat([photo, Buffer.alloc(1)]), { householdId: household.id });
      const { status, body: refused } = await sendChunk(member, body.id, { offset: 20_000, content: photo.subarray(20_000, 60_000) });
      expect([status, refused.code, refused.params['expected'], refused.title]).toEqual([409, 'attachment.wrong-offset', 0, '上传位置不对，应从第0字节继续']);
    });

    it('keeps nothing of a chunk whose hash does not fit', async () => {
      const { body } = await announce(member, Buffer.concat([photo, Buffer.alloc(2)]), { householdId: household.id });
      const { status, body: refused } = await sendChunk(member, body.id, { offset: 0, content: photo.subarray(0, 40_000), hash: 'a'.repeat(64) });
      expect([status, refused.code]).toEqual([422, 'attachment.chunk-hash']);
      expect((await member.get<AttachmentBody>(`/attachments/${body.id}`)).body.receivedBytes).toBe(0);
    });

    it('says by HEAD where it stands', async () => {
      const { body } = await announce(member, Buffer.concat([photo, Buffer.alloc(3)]), { householdId: household.id });
      await sendChunk(member, body.id, { offset: 0, content: photo.subarray(0, 40_000) });
      const { headers } = await t.app.inject({ method: 'HEAD', url: `/api/v1/attachments/${body.id}`, headers: { cookie: member.user?.cookie ?? '' } });
      expect([headers['upload-state'], headers['upload-offset'], headers['upload-length']]).toEqual(['UPLOADING', '40000', String(photo.length + 3)]);
    });

    it('is refused for good when the whole has another hash than announced, and says so again', async () => {
      const { body } = await announce(member, photo, { householdId: household.id, sha256: 'b'.repeat(64) });
      await sendChunk(member, body.id, { offset: 0, content: photo.subarray(0, 65_536) });
      const answers = [await sendChunk(member, body.id, { offset: 65_536, content: photo.subarray(65_536) }), await sendChunk(member, body.id, { offset: 65_536, content: photo.subarray(65_536) })];
      expect(answers.map(({ status, body: said }) => [status, said.code])).toEqual([[422, 'attachment.hash-mismatch'], [422, 'attachment.hash-mismatch']]);
      expect((await member.get<AttachmentBody>(`/attachments/${body.id}`)).body).toMatchObject({ state: 'REFUSED', refusal: { code: 'attachment.hash-mismatch' } });
      expect((await member.get(`/attachments/${body.id}/content`)).status).toBe(409);
    });

    it.each([
      ['a picture that unfolds to gigabytes', () => pngBomb(), { mime: 'image/png' }, 'attachment.too-many-pixels'],
      ['a page announced as a photograph', () => Buffer.from('<html><script>alert(1)</script></html>'), {}, 'attachment.unsupported-type'],
      ['a PDF file announced as a photograph', () => pdf(), {}, 'attachment.wrong-type'],
      ['a PDF file that runs something', () => pdf('/OpenAction << /S /JavaScript /JS (x) >>'), { kind: 'document', mime: 'application/pdf' }, 'attachment.unsafe-pdf'],
    ])('refuses %s by its content, in Chinese, and keeps nothing of it', async (_what, content, more, code) => {
      const id = uuidV7();
      const { status, body } = await upload(member, content(), { id, householdId: household.id, ...more });
      expect([status, body.code]).toEqual([422, code]);
      expect(body.title).toMatch(/[一-鿿]/);
      expect(filesBelow(`uploads/${villages.haizi.slice(0, 6)}/${id}`)).toEqual([]);
    });

    it('refuses a PDF file as a photograph, and a file above the limit, before a byte is sent', async () => {
      expect((await announce(member, pdf(), { householdId: household.id, mime: 'application/pdf' })).body.code).toBe('attachment.wrong-kind');
      expect((await announce(member, photo, { householdId: household.id, bytes: 16 * 1024 * 1024 })).body.code).toBe('attachment.too-large');
    });

    it('takes a PDF file as a document of the village, byte for byte, and hands it out only to be saved', async () => {
      const kept = await uploaded(member, pdf(), { divisionCode: villages.haizi, kind: 'document', mime: 'application/pdf' });
      const { raw, headers } = await member.get(`/attachments/${kept.id}/content`);
      expect(raw.equals(pdf())).toBe(true);
      expect(String(headers['content-disposition'])).toMatch(/^attachment;/);
      expect((await member.get<{ code: string }>(`/attachments/${kept.id}/thumbnail`)).body.code).toBe('attachment.no-thumbnail');
    });
  });

  describe('the same again', () => {
    it('the same announcement is the same attachment, and other content under its id is refused', async () => {
      const id = uuidV7();
      const content = await jpeg({ seed: 11, grain: 8 });
      const first = await announce(member, content, { householdId: household.id, id });
      const again = await announce(member, content, { householdId: household.id, id });
      expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
      expect((await announce(member, photo, { householdId: household.id, id })).body.code).toBe('idempotency-mismatch');
    });

    it('the same file for the same household is not sent a second time, and is kept once', async () => {
      const content = await jpeg({ seed: 12, grain: 8 });
      const first = await uploaded(member, content, { householdId: household.id });
      const files = filesBelow('attachments').length;
      const second = await announce(member, content, { householdId: household.id });
      expect([second.body.state, second.body.receivedBytes, second.body.kept?.sha256]).toEqual(['READY', content.length, first.kept?.sha256]);
      expect(second.body.id).not.toBe(first.id);
      expect(filesBelow('attachments')).toHaveLength(files);
      expect((await member.get(`/attachments/${second.body.id}/content`)).status).toBe(200);
    });

    it('but for another household it is', async () => {
      const content = await jpeg({ seed: 13, grain: 8 });
      await uploaded(member, content, { householdId: household.id });
      const other = await registerHousehold(member, villages.haizi);
      expect((await announce(member, content, { householdId: other.id })).body.state).toBe('UPLOADING');
    });
  });

  describe('territory', () => {
    it('outside it an attachment does not exist, to read, to send or to delete, and neither does its household', async () => {
      const kept = await uploaded(member, await jpeg({ seed: 21, grain: 8 }), { householdId: household.id });
      const stranger = await t.as('team_member', villages.baimiaozi);
      const answers = [
        await stranger.get(`/attachments/${kept.id}`), await stranger.get(`/attachments/${kept.id}/content`), await stranger.get(`/attachments/${kept.id}/thumbnail`),
        await sendChunk(stranger, kept.id, { offset: 0, content: photo.subarray(0, 40_000) }), await stranger.delete(`/attachments/${kept.id}`),
        await announce(stranger, photo, { householdId: household.id }), await announce(stranger, photo, { divisionCode: villages.haizi }),
        await announce(member, photo, { divisionCode: villages.haizi.slice(0, 9) }),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
      expect((await stranger.get<{ items: unknown[] }>('/attachments')).body.items).toEqual([]);
    });

    it('each look at the content is recorded with who looked', async () => {
      const kept = await uploaded(member, await jpeg({ seed: 22, grain: 8 }), { householdId: household.id });
      const officer = await t.as('county_officer', villages.haizi.slice(0, 6));
      await officer.get(`/attachments/${kept.id}/content`);
      await officer.get(`/attachments/${kept.id}/thumbnail`);
      const rows = await adminQuery<{ row_id: string }>(t.database, "select row_id from audit_log where op = 'READ' and actor_id = $1", [officer.user?.userId]);
      expect(rows.map(({ row_id }) => row_id)).toEqual([kept.id.slice(7), kept.id.slice(7)]);
    });

    it('lists those of a household, newest first', async () => {
      const other = await registerHousehold(member, villages.haizi);
      const ids = [];
      for (const seed of [31, 32, 33]) ids.push((await uploaded(member, await jpeg({ seed, grain: 8 }), { householdId: other.id })).id);
      const first = await member.get<{ items: AttachmentBody[]; nextCursor: string }>(`/attachments?householdId=${other.id}&limit=2`);
      expect(first.body.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
      const second = await member.get<{ items: AttachmentBody[] }>(`/attachments?householdId=${other.id}&limit=2&cursor=${first.body.nextCursor}`);
      expect(second.body.items.map(({ id }) => id)).toEqual([ids[0]]);
    });

    it('follow a household to another village of its county', async () => {
      const officer = await t.as('township_officer', villages.haizi.slice(0, 9));
      const moving = await registerHousehold(member, villages.haizi);
      const kept = await uploaded(member, await jpeg({ seed: 34, grain: 8 }), { householdId: moving.id });
      const moved = await officer.post(`/households/${moving.id}/events`, { body: { kind: 'move_village', occurredOn: '2026-01-05', toVillageCode: villages.baimiaozi, version: moving.version } });
      expect(moved.status).toBeLessThan(300);
      const there = await t.as('team_member', villages.baimiaozi);
      expect([(await there.get(`/attachments/${kept.id}/content`)).status, (await member.get(`/attachments/${kept.id}`)).status]).toEqual([200, 404]);
    });
  });

  describe('deletion', () => {
    it('of one’s own takes the file along, unless another attachment has the same one', async () => {
      const content = await jpeg({ seed: 41, grain: 8 });
      const [first, second] = [await uploaded(member, content, { householdId: household.id }), await uploaded(member, content, { householdId: household.id })];
      const isThere = () => filesBelow('attachments').includes(first.kept?.sha256 ?? '');
      expect((await member.delete(`/attachments/${first.id}`)).status).toBe(204);
      expect([isThere(), (await member.get(`/attachments/${second.id}/content`)).status]).toEqual([true, 200]);
      expect((await member.delete(`/attachments/${second.id}`)).status).toBe(204);
      expect(isThere()).toBe(false);
    });

    it('of what somebody else uploaded is refused', async () => {
      const kept = await uploaded(member, await jpeg({ seed: 42, grain: 8 }), { householdId: household.id });
      const clerk = await t.as('village_clerk', villages.haizi);
      expect((await clerk.delete<{ code: string }>(`/attachments/${kept.id}`)).body.code).toBe('attachment.not-yours');
    });

    it('by night ends what nobody refers to after thirty days, and uploads that never ended', async () => {
      const kept = await uploaded(member, await jpeg({ seed: 43, grain: 8 }), { householdId: household.id });
      const content = await jpeg({ width: 640, height: 480, seed: 44, grain: 8 });
      const half = await announce(member, content, { householdId: household.id });
      await sendChunk(member, half.body.id, { offset: 0, content: content.subarray(0, 40_000) });
      await adminQuery(t.database, "update installation set clock_offset = clock_offset + interval '29 days'");
      await t.app.get(AttachmentExpiry, { strict: false }).expire();
      expect((await member.get(`/attachments/${kept.id}`)).status).toBe(200);
      await adminQuery(t.database, "update installation set clock_offset = clock_offset + interval '2 days'");
      const again = await t.as('team_member', villages.haizi);
      await t.app.get(AttachmentExpiry, { strict: false }).expire();
      expect([(await again.get(`/attachments/${kept.id}`)).status, (await again.get(`/attachments/${half.body.id}`)).status]).toEqual([404, 404]);
      expect([filesBelow('attachments'), filesBelow('uploads')]).toEqual([[], []]);
      await adminQuery(t.database, "update installation set clock_offset = interval '0'");
    });
  });

  describe('a storage that fails', () => {
    it('is said in Chinese with 503, loses nothing that had arrived, and the upload goes on once it is back', async () => {
      const content = await jpeg({ width: 640, height: 480, seed: 51, grain: 8 });
      const { body } = await announce(member, content, { householdId: household.id });
      await sendChunk(member, body.id, { offset: 0, content: content.subarray(0, 40_000) });
      const root = path.join(t.env.dataDir, 'files', 'attachments');
      rmSync(root, { recursive: true, force: true });
      writeFileSync(root, 'a file where the folder should be');
      const failed = await sendChunk(member, body.id, { offset: 40_000, content: content.subarray(40_000) });
      expect([failed.status, failed.body.code, failed.body.title]).toEqual([503, 'file.storage-unavailable', '文件存储暂时不可用，未保存；已传的部分不会丢失，请稍后继续']);
      expect((await member.get<AttachmentBody>(`/attachments/${body.id}`)).body).toMatchObject({ state: 'UPLOADING', receivedBytes: content.length });
      rmSync(root);
      mkdirSync(root);
      const again = await sendChunk(member, body.id, { offset: 40_000, content: content.subarray(40_000) });
      expect([again.status, again.body.state]).toEqual([200, 'READY']);
    });

    it('a file that is no longer there is said to be lost', async () => {
      const kept = await uploaded(member, await jpeg({ seed: 52, grain: 8 }), { householdId: household.id });
      rmSync(path.join(t.env.dataDir, 'files', 'attachments'), { recursive: true });
      expect((await member.get<{ code: string }>(`/attachments/${kept.id}/content`)).body.code).toBe('file.lost');
    });
  });
});
