import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp, type TestApp } from '../support/app.js';

describe('the pages that the API serves in the trial', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-web-'));
  let test: TestApp;
  beforeAll(async () => {
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>帮扶</title>');
    writeFileSync(path.join(folder, 'assets', 'main-1.js'), 'export {};');
    test = await startTestApp({ env: { WEB_DIR: folder } });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });
  const get = async (url: string) => {
    const { statusCode, headers, body } = await (test.app as NestFastifyApplication).inject({ method: 'GET', url });
    return { status: statusCode, type: String(headers['content-type']).split(';')[0], cache: headers['cache-control'], body };
  };

  it.each(['/', '/cases', '/households/150125-0190a000-0000-7000-8000-000000000000?tab=years'])('%s is the page', async (url) => {
    expect(await get(url)).toMatchObject({ status: 200, type: 'text/html', cache: 'no-cache' });
  });

  it('a file that is there is served for good', async () => {
    expect(await get('/assets/main-1.js')).toMatchObject({ status: 200, cache: 'public, max-age=31536000, immutable' });
  });

  it.each(['/assets/main-0.js', '/assets/', '/assets/nothing', '/favicon.png', '/api/v1/nothing'])('%s is not there, and no page pretends to be it', async (url) => {
    const { status, body } = await get(url);
    expect([status, body.includes('<!doctype')]).toEqual([404, false]);
  });
});
