import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { seedAccounts } from '../../apps/cli/src/seed/demo.js';
import { isReady, runStory, StoryDeviation, type StoryReport } from '../../apps/cli/src/story/index.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';

jest.setTimeout(300_000);

describe('the story', () => {
  let test: TestApp;
  let url: string;
  beforeAll(async () => {
    test = await startTestApp({ worker: true });
    await test.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(test.app.getHttpServer().address() as AddressInfo).port}`;
    const owner = new pg.Client(test.database.ownerUrl);
    await owner.connect();
    await owner.query("begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'");
    await seedAccounts(owner);
    await owner.query('commit');
    await owner.end();
  });
  afterAll(() => test.close());

  /** Runs it and shows the answer that deviated. */
  const run = (): Promise<StoryReport> => runStory(url, () => undefined).catch((error: unknown) => {
    if (error instanceof StoryDeviation && error.answer) error.message += `\n${error.answer.request} → ${error.answer.status} ${error.answer.text.slice(0, 2_000)}`;
    throw error;
  });

  it('goes from a village file to exit, removal from the list, return and audit, over HTTP alone', async () => {
    const { steps, ms } = await run();
    console.info(`story: ${steps.length} steps in ${ms} ms`);
    const chapters = [...new Set(steps.map(({ chapter }) => chapter))];
    expect(chapters).toHaveLength(11);
    expect(steps.filter(({ detail }) => detail?.startsWith('被拒绝')).length).toBeGreaterThanOrEqual(11);
    const [left] = await adminQuery<{ grants: number }>(test.database, "select count(*)::int as grants from role_grant g where g.revoked_at is null and g.valid_from > '2020-01-01'");
    expect(left?.grants).toBe(0);
  });

  it('can be told again on the same instance', async () => {
    const { steps } = await run();
    expect(steps.at(-1)?.what).toBe('收回本地岗位');
    const [counties] = await adminQuery<{ exited: number }>(test.database, "select count(distinct county_code)::int as exited from area_decision where village_code like '%000000' and outcome = 'EXITED'");
    expect(counties?.exited).toBe(2);
  });

  it('says so when nothing answers', async () => {
    expect(await isReady('http://127.0.0.1:1')).toBe(false);
  });
});
