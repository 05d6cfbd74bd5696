import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureBuilt, root } from '../support/launcher.js';

const run = promisify(execFile);

describe('npm run bangfu', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-command-'));
  const bangfu = (...args: string[]) =>
    run(process.execPath, ['apps/launcher/bangfu.mjs', ...args], { cwd: root, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: path.join(folder, 'data') }, timeout: 60_000 });
  const program = path.join(root, 'dist/apps/cli/src/commands/user.js');
  beforeAll(ensureBuilt);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('runs what the sources say, not what was built before they changed', async () => {
    const manifest = path.join(root, 'dist/.build.json');
    const built = readFileSync(program, 'utf8');
    writeFileSync(program, "throw new Error('stale');\n");
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/("apps\/cli\/src\/commands\/user\.ts":")[^"]+/, '$1older'));
    const { stdout } = await bangfu('user', 'demo', '--json');
    expect((JSON.parse(stdout) as { username: string }[]).map(({ username }) => username)).toContain('county');
    expect(readFileSync(program, 'utf8')).toBe(built);
  }, 90_000);

  it('says in one line what it cannot read, with exit code 1', async () => {
    const failed = (await bangfu('dossier', 'verify', '/nowhere/dossier.json').catch((error: unknown) => error)) as { code: number; stderr: string };
    expect([failed.code, failed.stderr]).toEqual([1, '/nowhere/dossier.json: 文件不存在 no such file\n']);
    expect(existsSync(program)).toBe(true);
  }, 90_000);
});
