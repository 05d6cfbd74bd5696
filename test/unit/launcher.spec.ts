import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually, isAlive } from '../support/launcher.js';

const root = path.resolve(__dirname, '../..');
const run = promisify(execFile);

interface Outcome {
  code: number;
  lines: string[];
}

/** Starts the launcher with these variables and waits for its end. */
async function start(variables: Record<string, string>): Promise<Outcome> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables };
  const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
  try {
    const { stdout, stderr } = await run(process.execPath, ['apps/launcher/start.mjs'], { cwd: root, env, timeout: 20_000 });
    return { code: 0, lines: linesOf(stdout + stderr) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, lines: linesOf(stdout + stderr) };
  }
}

/** Evaluates an expression over a module of the launcher in a process of its own. */
async function evaluate<T>(module: string, expression: string): Promise<T> {
  const code = `import * as m from './apps/launcher/lib/${module}'; process.stdout.write(JSON.stringify(await (${expression})))`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: root });
  return JSON.parse(stdout) as T;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bangfu-launcher-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start refuses with one line and exit code 1, before it touches anything,', () => {
  const faults: [string, Record<string, string>, RegExp][] = [
    ['a port that is a word', { PORT: 'web' }, /^PORT is not valid: "web" is not a number from 1 to 65535$/],
    ['port 0', { PORT: '0' }, /^PORT is not valid/],
    ['a port beyond 65535', { PORT: '65536' }, /^PORT is not valid/],
    ['a port with a unit', { PORT: '3000x' }, /^PORT is not valid/],
    ['a negative port', { PORT: '-1' }, /^PORT is not valid/],
    ['a data folder that is a file', { DATA_DIR: '/etc/passwd' }, /^DATA_DIR is not valid: .* is not a folder$/],
    ['a data folder below a file', { DATA_DIR: '/etc/passwd/data' }, /^DATA_DIR is not valid: .* is not a folder$/],
    ['a data folder that is a blank', { DATA_DIR: ' ' }, /^DATA_DIR is not valid/],
    ['a database address of another make', { DATABASE_URL: 'mysql://root@localhost/x' }, /^DATABASE_URL is not valid: expected postgres:/],
    ['a database address that is none', { DATABASE_URL: 'localhost' }, /^DATABASE_URL is not valid/],
    ['a database address without a database', { DATABASE_URL: 'postgres://u:p@localhost:5432' }, /^DATABASE_URL is not valid: it names no database/],
    ['a database server that is not there', { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' }, /^DATABASE_URL cannot be reached at 127\.0\.0\.1:1: nothing listens there$/],
    ['a Redis address of another make', { REDIS_URL: 'http://localhost:6379' }, /^REDIS_URL is not valid: expected redis:/],
    ['a Redis server that is not there', { REDIS_URL: 'redis://127.0.0.1:1' }, /^REDIS_URL cannot be reached at 127\.0\.0\.1:1: nothing listens there$/],
    ['a host that is no address', { HOST: 'my house' }, /^HOST is not valid/],
  ];

  it.each(faults)('%s', async (_, variables, message) => {
    const data = path.join(folder, 'data');
    const { code, lines } = await start({ DATA_DIR: data, ...variables });
    expect(lines).toEqual([expect.stringMatching(message)]);
    expect(code).toBe(1);
    expect(existsSync(data)).toBe(false);
  });

  it('a data folder full of other things', async () => {
    writeFileSync(path.join(folder, 'letters.txt'), 'private');
    const { code, lines } = await start({ DATA_DIR: folder, PORT: '1' });
    expect(lines).toEqual([`DATA_DIR is not valid: ${folder} is not empty and was not made by Bangfu`]);
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(['letters.txt']);
  });

  it('a port that another program uses', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as net.AddressInfo;
    const { code, lines } = await start({ DATA_DIR: path.join(folder, 'data'), PORT: String(port) });
    server.close();
    expect(lines).toEqual([`port ${port} is in use by another program; choose another one: PORT=${port + 1} npm start`]);
    expect(code).toBe(1);
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  });
});

describe('the launcher', () => {
  it('never shows a password of an address it refuses', async () => {
    const { lines } = await start({ DATA_DIR: path.join(folder, 'data'), DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/x' });
    expect(lines.join()).not.toContain('geheim');
  });

  it('restarts a crashing process at growing distances, and forgets after a minute without a crash', async () => {
    const expression = '(() => { const d = [0]; for (let i = 0; i < 9; i++) d.push(m.nextDelay(d.at(-1), 100)); return [...d.slice(1), m.nextDelay(8000, 61_000)]; })()';
    expect(await evaluate('supervisor.mjs', expression)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 500]);
  });

  it('starts a crashed process again and stops it for good when told to', async () => {
    writeFileSync(path.join(folder, 'crash.mjs'), `import fs from 'node:fs'; fs.appendFileSync(${JSON.stringify(path.join(folder, 'starts'))}, '.'); setTimeout(() => process.exit(3), 50);`);
    const expression = `(async () => {
      const lines = [];
      const folder = { log: () => ${JSON.stringify(path.join(folder, 'log'))}, pid: () => ${JSON.stringify(path.join(folder, 'pid'))} };
      const part = new m.Supervised({ name: 'worker', script: ${JSON.stringify(path.join(folder, 'crash.mjs'))}, env: process.env, folder, report: (line) => lines.push(line) });
      part.markReady(); part.start();
      const ticking = setInterval(() => {}, 100);
      while (part.crashes < 2) await new Promise((r) => setTimeout(r, 20));
      await part.stop(); clearInterval(ticking);
      return lines;
    })()`;
    expect(await evaluate('supervisor.mjs', expression)).toEqual(['worker ended with code 3; starting it again in 0.5 s', 'worker ended with code 3; starting it again in 1 s']);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(readFileSync(path.join(folder, 'starts'), 'utf8')).toBe('..');
  });

  it('takes its children with it when it is killed with -9', async () => {
    const pidFile = path.join(folder, 'pid');
    const up = path.join(folder, 'up');
    writeFileSync(path.join(folder, 'child.mjs'), `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(up)}, ''); setInterval(() => {}, 1000);`);
    const code = `import { Supervised } from './apps/launcher/lib/supervisor.mjs';
      const folder = { log: () => ${JSON.stringify(path.join(folder, 'log'))}, pid: () => ${JSON.stringify(pidFile)} };
      new Supervised({ name: 'api', script: ${JSON.stringify(path.join(folder, 'child.mjs'))}, env: process.env, folder, report: () => {} }).start();
      setInterval(() => {}, 1000);`;
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: root, stdio: 'inherit' });
    while (!existsSync(up)) await new Promise((resolve) => setTimeout(resolve, 20));
    const { pid } = JSON.parse(readFileSync(pidFile, 'utf8')) as { pid: number };
    launcher.kill('SIGKILL');
    expect(await eventually(() => !isAlive(pid), 20_000)).toBe(true);
  });

  it('does not take a stranger for a process it once started, even when the number is the same', async () => {
    const file = path.join(folder, 'pid.json');
    writeFileSync(file, JSON.stringify({ pid: process.pid, identity: 'another boot:1' }));
    expect(await evaluate('processes.mjs', `m.readLivePidFile(${JSON.stringify(file)})`)).toBeNull();
    expect(await evaluate('processes.mjs', `(m.writePidFile(${JSON.stringify(file)}, ${process.pid}), m.readLivePidFile(${JSON.stringify(file)}).pid)`)).toBe(process.pid);
  });

  it('aligns tables with Chinese in them', async () => {
    expect(await evaluate('screen.mjs', "m.table(['角色', 'user'], [['旗县审批', 'approver'], ['inspector', 'i']]).split('\\n')")).toEqual([
      '  角色       user',
      '  ---------  --------',
      '  旗县审批   approver',
      '  inspector  i',
    ]);
  });

  it('keeps the keys of a data folder and refuses to invent new ones over a damaged file', async () => {
    const file = JSON.stringify(path.join(folder, 'secrets.json'));
    const [first, second] = await evaluate<Record<string, string>[]>('data-folder.mjs', `[m.loadSecrets(${file}, {}), m.loadSecrets(${file}, {})]`);
    expect(first).toEqual(second);
    expect(first?.['fieldKey']).toMatch(/^[0-9a-f]{64}$/);
    writeFileSync(path.join(folder, 'secrets.json'), '{"fieldKey":');
    await expect(evaluate('data-folder.mjs', `m.loadSecrets(${file}, {})`)).rejects.toThrow(/is damaged/);
  });

  it('sees that an interrupted installation is incomplete, and which package is missing', async () => {
    mkdirSync(path.join(folder, 'node_modules'));
    const lock = (packages: object) => JSON.stringify({ packages: { '': {}, ...packages } });
    writeFileSync(path.join(folder, 'package-lock.json'), lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } }));
    const fault = () => evaluate('install.mjs', `m.installFault(${JSON.stringify(folder)})`);
    expect(await fault()).toBe('nothing is installed yet');
    writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), lock({ 'node_modules/a': { version: '0.9.0' } }));
    expect(await fault()).toBe('a 1.0.0 is missing');
    writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), lock({ 'node_modules/a': { version: '1.0.0' } }));
    expect(await fault()).toBeNull();
  });

  it('says in one line what the tests need on a machine that has neither the programs nor apt-get', async () => {
    const code = `import { ensureSystemPackages } from './apps/launcher/lib/system-packages.mjs'; await ensureSystemPackages(() => {}).catch((error) => process.stdout.write(error.message));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: root, env: { PATH: folder } });
    expect(stdout).toBe('the tests need a Chromium browser, a Chinese font, redis-server; on Debian: apt-get install -y chromium fonts-noto-cjk redis-server');
  });

  it('counts a test file that could not even run as a failure', async () => {
    const result = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [{ status: 'failed', assertionResults: [] }, { status: 'failed', assertionResults: [{}] }] };
    expect(await evaluate('test.mjs', `m.countResults(${JSON.stringify(result)})`)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });
});

describe('the embedded PostgreSQL', () => {
  const server = (body: string) => evaluate<unknown>('postgres.mjs', `(async () => { const start = (more) => m.startPostgres({ directory: ${JSON.stringify(path.join(folder, 'postgres'))}, settings: { fsync: 'off' }, ...more }); ${body} })()`);

  it('is created, started, stopped and started again with its data', async () => {
    const result = await server(`
      const { default: pg } = await import('pg');
      const ask = async (url, sql) => { const c = new pg.Client(url); await c.connect(); const r = await c.query(sql); await c.end(); return r.rows; };
      const first = await start(); await ask(first.adminUrl, 'create table kept as select 7 as n'); await first.stop();
      const second = await start(); const rows = await ask(second.adminUrl, "select n, current_setting('server_encoding') e from kept"); await second.stop();
      return [first.created, second.created, rows];`);
    expect(result).toEqual([true, false, [{ n: 7, e: 'UTF8' }]]);
  });

  it('is taken over when a killed launcher left it running, and recovers when it was killed itself', async () => {
    const dying = `import { startPostgres } from './apps/launcher/lib/postgres.mjs';
      await startPostgres({ directory: ${JSON.stringify(path.join(folder, 'postgres'))}, settings: { fsync: 'off' } }); process.kill(process.pid, 'SIGKILL');`;
    await run(process.execPath, ['--input-type=module', '-e', dying], { cwd: root }).catch(() => undefined);
    const result = await server(`
      const orphan = await start(); process.kill(orphan.pid, 'SIGKILL'); while (true) { try { process.kill(orphan.pid, 0); await new Promise((r) => setTimeout(r, 20)); } catch { break; } }
      const after = await start(); await after.stop();
      return [orphan.adopted, after.adopted];`);
    expect(result).toEqual([true, false]);
  });

  it('works below a folder that its user may not enter', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const result = await evaluate('postgres.mjs', `(async () => { const s = await m.startPostgres({ directory: ${JSON.stringify(path.join(closed, 'postgres'))} }); await s.stop(); return s.created; })()`);
    expect(result).toBe(true);
    expect(readdirSync(path.join(closed, 'postgres'))).toEqual(expect.arrayContaining(['cluster', 'server.json', 'server.log']));
  });

  it('says what is wrong when its folder was made by another version', async () => {
    mkdirSync(path.join(folder, 'postgres/cluster'), { recursive: true });
    writeFileSync(path.join(folder, 'postgres/cluster/PG_VERSION'), '16\n');
    await expect(server('await start(); return 1;')).rejects.toThrow(/was made by PostgreSQL 16, this is PostgreSQL 18/);
  });
});
