import { existsSync } from 'node:fs';
import path from 'node:path';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { registerHousehold, villages, type HouseholdBody } from '../support/households.js';
import { jpeg, sha256 } from '../support/pictures.js';
import { startS3Server, type S3Server } from '../support/s3-server.js';
import { announce, sendChunk, uploaded } from '../support/uploads.js';

describe('attachments in a bucket of an S3-compatible server', () => {
  let s3: S3Server;
  let t: TestApp;
  let member: TestClient;
  let household: HouseholdBody;
  beforeAll(async () => {
    s3 = await startS3Server();
    t = await startTestApp({ env: s3.env });
    member = await t.as('team_member', villages.haizi);
    household = await registerHousehold(member, villages.haizi);
  }, 60_000);
  afterAll(async () => {
    await t.close();
    await s3.close();
  });

  it('arrive, are kept and come back by signed requests, and nothing of them lies on the disk', async () => {
    const kept = await uploaded(member, await jpeg({ width: 640, height: 480, grain: 8 }), { householdId: household.id });
    const content = await member.get(`/attachments/${kept.id}/content`);
    expect([content.status, sha256(content.raw), Number(content.headers['content-length'])]).toEqual([200, kept.kept?.sha256, kept.kept?.bytes]);
    expect((await member.get(`/attachments/${kept.id}/thumbnail`)).status).toBe(200);
    const key = `attachments/${villages.haizi.slice(0, 6)}/${kept.kept?.sha256.slice(0, 2)}/${kept.kept?.sha256}`;
    expect(s3.keys()).toEqual([key, `${key}-thumbnail`]);
    expect(s3.refused()).toBe(0);
    expect(existsSync(path.join(t.env.dataDir, 'files'))).toBe(false);
    expect((await member.delete(`/attachments/${kept.id}`)).status).toBe(204);
    expect(s3.keys()).toEqual([]);
  });

  it('wait while the server is full, and go on from where they stood', async () => {
    const photo = await jpeg({ width: 640, height: 480, grain: 8, seed: 2 });
    const { body } = await announce(member, photo, { householdId: household.id });
    await sendChunk(member, body.id, { offset: 0, content: photo.subarray(0, 40_000) });
    s3.failWith({ status: 507, code: 'XMinioStorageFull' });
    const full = await sendChunk(member, body.id, { offset: 40_000, content: photo.subarray(40_000) });
    expect([full.status, full.body.code, full.headers['retry-after']]).toEqual([503, 'file.storage-full', '5']);
    s3.failWith(null);
    const again = await sendChunk(member, body.id, { offset: 40_000, content: photo.subarray(40_000) });
    expect([again.status, again.body.state]).toEqual([200, 'READY']);
  });
});
