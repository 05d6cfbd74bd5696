import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { composeText, parseComposition, type ComposeService } from '../support/compose.js';
import { ensureBuilt, eventually, freePort, root } from '../support/launcher.js';
import { ownPostgres, type OwnServer } from '../support/own-servers.js';

jest.setTimeout(180_000);

const values: Record<string, string> = {
  POSTGRES_PASSWORD: 'set-below', BANGFU_APP_PASSWORD: 'app-secret', BANGFU_QUEUE_PASSWORD: 'queue-secret',
  BANGFU_FIELD_KEY: 'ab'.repeat(32), BANGFU_INDEX_KEY: 'cd'.repeat(32), BANGFU_DOMAIN: 'bangfu.test',
};
/** What docker compose does with `${NAME:?message}` and `${NAME:-default}` in every text; `$$` stays a dollar. */
function interpolate<T>(node: T): T {
  if (typeof node === 'string') {
    const text = node.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => values[name] ?? (kind === '-' ? (rest ?? '') : ''));
    return text.replaceAll('$$', '$') as T;
  }
  if (Array.isArray(node)) return node.map((item: unknown) => interpolate(item)) as T;
  if (node !== null && typeof node === 'object') return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, interpolate<unknown>(value)])) as T;
  return node;
}

/** No container engine here, so the programs of docker-compose.yml run side by side, with the commands and settings written there. */
describe('the production composition, run without containers', () => {
  let folder: string;
  let postgres: OwnServer;
  let port: number;
  let services: Record<string, ComposeService>;
  const children: ChildProcess[] = [];

  /** Settings of a service, with its places moved to this machine. */
  const environmentOf = (name: string): NodeJS.ProcessEnv => {
    const entries = Object.entries(services[name]?.environment ?? {}).map(([key, value]) => {
      if (!key.startsWith('DATABASE_') || !value.startsWith('postgres://')) return [key, value];
      const url = new URL(value);
      const here = new URL(postgres.url);
      [url.host, url.pathname] = [here.host, here.pathname];
      if (url.username === 'postgres') url.password = here.password;
      return [key, url.href];
    });
    if (entries.length === 0) throw new Error(`${name} has no settings`);
    return { PATH: process.env['PATH'], ...Object.fromEntries(entries), DATA_DIR: path.join(folder, 'data'), TMPDIR: folder, HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production' } as NodeJS.ProcessEnv;
  };
  const runOnce = async (command: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; text: string }> => {
    try {
      const { stdout, stderr } = await promisify(execFile)(command[0] ?? '', command.slice(1), { cwd: root, env });
      return { code: 0, text: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    }
  };
  const keepRunning = (command: string[], env: NodeJS.ProcessEnv): ChildProcess => {
    const child = spawn(command[0] ?? '', command.slice(1), { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    return child;
  };
  const cli = (...args: string[]) => ['node', 'dist/apps/cli/src/main.js', ...args];
  const ready = async () => {
    try {
      return (await fetch(`http://127.0.0.1:${port}/ready`)).status === 200;
    } catch {
      return false;
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'bangfu-production-'));
    mkdirSync(path.join(folder, 'data'));
    ensureBuilt();
    port = await freePort();
    postgres = await ownPostgres(path.join(folder, 'postgres'));
    ({ services } = interpolate(parseComposition(composeText())));
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('migrates and loads the reference data in its own step, twice without harm', async () => {
    for (const _ of [1, 2]) expect(await runOnce(services['migrate']?.command ?? [], environmentOf('migrate'))).toMatchObject({ code: 0 });
    const client = new pg.Client(postgres.url);
    await client.connect();
    const { rows } = await client.query<{ mode: string; users: number; divisions: number }>(
      'select (select mode from installation) as mode, (select count(*)::int from app_user u where exists (select from role_grant g where g.user_id = u.id)) as users, (select count(*)::int from division) as divisions');
    await client.end();
    expect(rows[0]).toMatchObject({ mode: 'production', users: 0 });
    expect(rows[0]?.divisions).toBeGreaterThan(15_000);
  });

  it('refuses demo data and a moved clock', async () => {
    expect(await runOnce(cli('db', 'seed', '--demo'), environmentOf('migrate'))).toMatchObject({ code: 1, text: expect.stringContaining('refused in production') as string });
    expect(await runOnce(cli('clock', 'forward', '--days', '1'), environmentOf('migrate'))).toMatchObject({ code: 1, text: expect.stringMatching(/not-in-this-mode/) as string });
  });

  it('names every fault of its settings at once and ends with code 1', async () => {
    const broken = { ...environmentOf('api'), BANGFU_FIELD_KEY: 'short', DATABASE_APP_URL: '' };
    const { code, text } = await runOnce(['node', 'dist/apps/api/src/main.js'], broken);
    expect(code).toBe(1);
    expect(text.trim().split('\n')).toEqual([expect.stringMatching(/^DATABASE_APP_URL is missing/), expect.stringMatching(/^BANGFU_FIELD_KEY is not valid/)]);
  });

  it('serves the API, as its health check sees it, and stops on SIGTERM within the grace period', async () => {
    const api = keepRunning(['node', '--enable-source-maps', 'dist/apps/api/src/main.js'], environmentOf('api'));
    await eventually(async () => api.exitCode !== null || (await ready()), 40_000);
    expect([api.exitCode, await ready()]).toEqual([null, true]);
    const [, ...check] = services['api']?.healthcheck?.test ?? [];
    const probe = check.map((part) => part.replace(':3000', `:${port}`));
    expect((await runOnce(probe, process.env)).code).toBe(0);
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'county', password: 'Caoyuan-2026' }) });
    expect(response.status).toBe(401);
    api.kill('SIGTERM');
    expect(await eventually(() => api.exitCode !== null || api.signalCode !== null, 30_000)).toBe(true);
    expect((await runOnce(probe, process.env)).code).toBe(1);
  });

  it('runs a worker whose health check sees that it moves', async () => {
    const worker = keepRunning(services['worker']?.command ?? [], environmentOf('worker'));
    let output = '';
    worker.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await eventually(() => worker.exitCode !== null || output.includes('worker ready\n'), 30_000);
    expect([worker.exitCode, output]).toEqual([null, expect.stringContaining('worker ready\n')]);
    expect(existsSync(path.join(folder, 'bangfu-worker-alive'))).toBe(true);
    const check = (services['worker']?.healthcheck?.test[1] ?? '').replace('/tmp/', `${folder}/`);
    expect((await runOnce(['sh', '-c', check], process.env)).code).toBe(0);
    expect(worker.exitCode).toBeNull();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.kill('SIGTERM');
    await ended;
  });
});
