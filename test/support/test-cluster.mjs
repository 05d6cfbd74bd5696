import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { discardCluster, startPostgres } from '../../apps/launcher/lib/postgres.mjs';
import { processIdentity, readLivePidFile, removePidFile, sleep, writePidFile } from '../../apps/launcher/lib/processes.mjs';
import { compileClosure, hashOf, listFiles, sourceClosure } from './compile.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cache = path.join(root, 'node_modules', '.cache', 'bangfu-test');
const runs = path.join(tmpdir(), `bangfu-test-${process.getuid?.() ?? 0}`);
const KEEP_TEMPLATES = 4;

export const TEMPLATE_NAME = 'bangfu_template';
export const testPasswords = { appPassword: 'app-test', queuePassword: 'queue-test' };

/** Nothing here must survive a power cut, so nothing is flushed; password checks cost one round instead of 4,096. */
export const testSettings = {
  fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '1GB', checkpoint_timeout: '1h',
  shared_buffers: '128MB', work_mem: '16MB', scram_iterations: '1', log_checkpoints: 'off',
};
export const testInitdbFlags = ['--wal-segsize=4', '-c', 'scram_iterations=1'];

/** The same server with another database, user or (as superuser) role. */
export function urlFor(adminUrl, { database, user, password, role }) {
  const url = new URL(adminUrl);
  if (database) url.pathname = `/${database}`;
  if (user) url.username = user;
  if (password) url.password = password;
  if (role) url.searchParams.set('options', `-c role=${role}`);
  return url.href;
}

function templateSources() {
  const entries = [path.join(root, 'migrations/run.ts'), path.join(root, 'seeds/reference/index.ts')];
  const sources = sourceClosure(root, entries);
  const own = ['test/support/test-cluster.mjs', 'test/support/template-build.mjs', 'apps/launcher/lib/postgres.mjs', 'package.json'].map((file) => path.join(root, file));
  const data = listFiles(path.join(root, 'seeds')).filter((file) => !file.endsWith('.ts'));
  const inputs = [...sources, ...[...own, ...data].map((file) => [file, readFileSync(file)])];
  return { sources, hash: hashOf(inputs.map(([file, content]) => [path.relative(root, file), content])) };
}

async function withLock(file, work) {
  while (readLivePidFile(file)) await sleep(200);
  writePidFile(file, process.pid);
  try {
    return await work();
  } finally {
    removePidFile(file);
  }
}

async function buildTemplate(sources, target) {
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  await compileClosure(root, sources, path.join(unfinished, 'compiled'));
  const script = fileURLToPath(new URL('./template-build.mjs', import.meta.url));
  const args = [script, path.join(unfinished, 'server'), path.join(unfinished, 'compiled')];
  const env = { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', BANGFU_ROOT: root };
  const result = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  if (result.status !== 0) {
    await discardCluster(path.join(unfinished, 'server'));
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`the template database could not be built:\n${result.stdout}${result.stderr}`);
  }
  renameSync(unfinished, target);
}

function dropOldTemplates() {
  const kept = readdirSync(cache, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('template-') && !entry.name.includes('.'))
    .map((entry) => path.join(cache, entry.name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of kept.slice(KEEP_TEMPLATES)) rmSync(old, { recursive: true, force: true });
}

/** The directory of a stopped cluster that holds the template database for the sources as they are now. */
export async function ensureTemplate() {
  mkdirSync(cache, { recursive: true });
  const { sources, hash } = templateSources();
  const target = path.join(cache, `template-${hash}`);
  if (!existsSync(target)) {
    await withLock(path.join(cache, `${hash}.lock`), async () => {
      if (existsSync(target)) return;
      await buildTemplate(sources, target);
      dropOldTemplates();
    });
  }
  return path.join(target, 'server');
}

function copyTree(source, target) {
  if (process.platform === 'win32') return cpSync(source, target, { recursive: true });
  const result = spawnSync('cp', ['-a', source, target], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(result.stderr);
}

/** Ends and removes what earlier test runs left behind when they were killed. */
async function sweepRuns() {
  for (const name of existsSync(runs) ? readdirSync(runs) : []) {
    const directory = path.join(runs, name);
    if (name.endsWith('.pid') || readLivePidFile(`${directory}.pid`)) continue;
    await discardCluster(directory);
    rmSync(directory, { recursive: true, force: true });
    removePidFile(`${directory}.pid`);
  }
}

/** Starts a private copy of the template cluster for one test run. */
export async function startTestCluster() {
  const template = await ensureTemplate();
  mkdirSync(runs, { recursive: true, mode: 0o755 });
  await sweepRuns();
  const directory = path.join(runs, `run-${process.pid}-${Date.now()}`);
  writePidFile(`${directory}.pid`, process.pid, { started: processIdentity(process.pid) });
  copyTree(template, directory);
  const server = await startPostgres({ directory, settings: testSettings });
  const stop = async () => {
    await server.stop('immediate');
    rmSync(directory, { recursive: true, force: true });
    removePidFile(`${directory}.pid`);
  };
  return { adminUrl: server.adminUrl, stop };
}
