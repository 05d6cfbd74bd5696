import pg from 'pg';
import { startTestApp, type TestApp } from '../support/app.js';
import { sleep } from '../support/launcher.js';

const POOL = 3;

describe('I3 all connections of the pool are taken', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ env: { DATABASE_POOL: String(POOL) } });
  });
  afterAll(() => app.close());

  it('who finds none is told so within three seconds, who holds one within its statement timeout, and afterwards all is well', async () => {
    const officer = await app.as('county_officer', '150221');
    const timed = async () => {
      const started = performance.now();
      const { status, body } = await officer.get<{ code?: string }>('/households?limit=1');
      return { status, code: body.code, ms: Math.round(performance.now() - started) };
    };
    const blocker = new pg.Client(app.database.adminUrl);
    await blocker.connect();
    await blocker.query('begin; lock table household in access exclusive mode');
    const holding = Array.from({ length: POOL }, timed);
    await sleep(500); // they are signed in and wait for the table
    const waiting = await Promise.all(Array.from({ length: 20 }, timed));
    const live = await app.anonymous().get('/live');
    const held = await Promise.all(holding);
    await blocker.query('rollback');
    await blocker.end();
    console.log(`I3: ${waiting.length} without a connection answered in ${Math.max(...waiting.map(({ ms }) => ms))} ms at most, ${held.length} with one in ${Math.max(...held.map(({ ms }) => ms))} ms`);
    expect(new Set(waiting.map(({ status }) => status))).toEqual(new Set([503]));
    expect(Math.max(...waiting.map(({ ms }) => ms))).toBeLessThan(3_500);
    expect(held.map(({ status, code }) => [status, code])).toEqual(held.map(() => [503, 'timeout']));
    expect(Math.max(...held.map(({ ms }) => ms))).toBeLessThan(6_500);
    expect(live.status).toBe(200);
    expect((await timed()).status).toBe(200);
  });
});
