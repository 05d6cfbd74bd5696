import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { uploadResumably, type Cut, type UploadTarget } from '../../libs/teams/src/attachments/bench/resumable-client.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { registerHousehold, villages, type HouseholdBody } from '../support/households.js';
import { jpeg, sha256 } from '../support/pictures.js';
import { uploaded } from '../support/uploads.js';

const CHUNK = 65_536;

/** Real connections to a listening server, dropped by the client as a weak signal drops them. */
describe('D4 an upload over a line that breaks', () => {
  let t: TestApp;
  let member: TestClient;
  let household: HouseholdBody;
  let target: UploadTarget;
  beforeAll(async () => {
    t = await startTestApp();
    await t.app.listen(0, '127.0.0.1');
    member = await t.as('team_member', villages.haizi);
    household = await registerHousehold(member, villages.haizi);
    const { port } = t.app.getHttpServer().address() as AddressInfo;
    target = { port, cookie: member.user?.cookie ?? '', csrfToken: member.user?.csrfToken ?? '' };
  }, 60_000);
  afterAll(() => t.close());

  const photoOf = async (seed: number) => {
    const photo = await jpeg({ width: 800, height: 600, grain: 8, seed });
    expect(photo.length).toBeGreaterThan(3 * CHUNK);
    return photo;
  };
  const send = (photo: Buffer, cuts: [number, Cut][]) => uploadResumably(target, photo, { householdId: household.id, cuts: new Map(cuts), chunkBytes: CHUNK });
  const leftovers = () => adminQuery<{ n: number }>(t.database, 'select count(*)::int as n from attachment_chunk');

  it('breaks before the first byte, in the body and before the answer, and is whole in the end', async () => {
    const photo = await photoOf(1);
    const report = await send(photo, [[0, 'before'], [2, 'body'], [4, 'answer']]);
    expect([report.state, report.cuts]).toEqual(['READY', 3]);
    // What was counted stays counted: at most the chunk of each break is sent again.
    expect(report.sentBytes - photo.length).toBeLessThanOrEqual(2 * CHUNK);
    const content = await member.get(`/attachments/${report.id}/content`);
    expect(sha256(content.raw)).toBe(report.keptSha256);
    expect(await leftovers()).toEqual([{ n: 0 }]);
  });

  it('keeps the whole chunks before a break and nothing of the broken one', async () => {
    const photo = await photoOf(2);
    const report = await send(photo, [[1, 'body']]);
    expect(report.state).toBe('READY');
    expect(report.sentBytes - photo.length).toBe(CHUNK / 2);
  });

  it.each(['before', 'body', 'answer'] as const)('may break %s at the last chunk: the file is kept once, whether or not the answer arrived', async (cut) => {
    const photo = await photoOf(cut === 'before' ? 3 : cut === 'body' ? 4 : 5);
    const last = Math.ceil(photo.length / CHUNK) - 1;
    const report = await send(photo, [[last, cut]]);
    expect(report.state).toBe('READY');
    const rows = await adminQuery<{ state: string }>(t.database, 'select state from attachment where sha256 = $1', [sha256(photo)]);
    expect(rows).toEqual([{ state: 'READY' }]);
  });

  it('gives the same result as one that never broke', async () => {
    const photo = await photoOf(6);
    const broken = await send(photo, [[0, 'body'], [2, 'body'], [3, 'body']]);
    const other = await registerHousehold(member, villages.haizi);
    const straight = await uploaded(member, photo, { householdId: other.id });
    expect(broken.keptSha256).toBe(straight.kept?.sha256);
  });

  it('holds no transaction while bytes are on their way', async () => {
    const { default: http } = await import('node:http');
    const photo = await photoOf(7);
    const { body } = await member.post<{ id: string }>('/attachments', { body: { id: '01900000-0000-7000-8000-00000000aaaa', householdId: household.id, kind: 'photo', mime: 'image/jpeg', bytes: photo.length, sha256: sha256(photo) } });
    const chunk = photo.subarray(0, CHUNK);
    const slow = http.request({
      host: '127.0.0.1', port: target.port, method: 'PUT', path: `/api/v1/attachments/${body.id}/chunks/0`,
      headers: { cookie: target.cookie, 'x-csrf-token': target.csrfToken, 'content-type': 'application/octet-stream', 'content-length': String(chunk.length), 'x-chunk-sha256': sha256(chunk) },
    });
    const status = new Promise<number | undefined>((resolve) => slow.on('response', (response) => resolve(response.resume().statusCode)));
    slow.write(chunk.subarray(0, 1_000));
    const seen: number[] = [];
    for (const end = performance.now() + 400; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 40))) {
      const [row] = await adminQuery<{ n: number }>(t.database, "select count(*)::int as n from pg_stat_activity where datname = current_database() and usename = 'bangfu_app' and state in ('active', 'idle in transaction')");
      seen.push(row?.n ?? 0);
    }
    slow.end(chunk.subarray(1_000));
    expect(await status).toBe(200);
    expect(seen).toEqual(seen.map(() => 0));
  });
});
