import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFreePort, isPortFree } from './ports.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { canEnter, locateBinaries } from './postgres-binaries.mjs';
import { endProcess, isAlive, sleep } from './processes.mjs';

const SUPERUSER = 'postgres';
/** Fast shutdown, then immediate shutdown, then the axe: the next start replays the log. */
const STOP_LADDER = [['SIGINT', 20_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]];

const baseSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

function layout(directory) {
  return { directory, cluster: path.join(directory, 'cluster'), state: path.join(directory, 'server.json'), log: path.join(directory, 'server.log') };
}

function readState(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function writeState(file, state) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(state) + '\n', { mode: 0o600 });
  renameSync(unfinished, file);
}

const tail = (file, lines = 12) => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '');

/**
 * The data directory as the server should name it. Below a directory that its user cannot enter (root's home),
 * the server is started inside its data directory and names it through /proc, which needs no right on the way.
 */
function reachableName(directory, account) {
  if (!account || canEnter(path.dirname(directory), account)) return directory;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new Error(`the user ${account.name} cannot enter ${path.dirname(directory)}; set DATA_DIR to a folder outside it`);
}

function spawnServerProgram(program, args, { account, cwd, log }) {
  const output = openSync(log, 'a');
  const child = spawn(program, args, {
    cwd,
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  });
  closeSync(output);
  return child;
}

async function initialise({ paths, account, binaries, extraFlags }) {
  const unfinished = path.join(paths.directory, `cluster.${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  // initdb insists on an empty directory, so the file that hands it the password lies beside it.
  const secret = path.join(paths.directory, `password.${process.pid}`);
  writeFileSync(secret, password + '\n', { mode: 0o600 });
  if (account) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(secret, account.uid, account.gid);
  }
  const name = reachableName(unfinished, account);
  const secretName = name === unfinished ? secret : path.join('..', path.basename(secret));
  const child = spawnServerProgram(
    binaries.initdb,
    [`--pgdata=${name}`, `--username=${SUPERUSER}`, `--pwfile=${secretName}`, '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync', '--no-instructions', ...extraFlags],
    { account, cwd: unfinished, log: paths.log },
  );
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  rmSync(secret, { force: true });
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data folder:\n${tail(paths.log)}`);
  }
  writeState(paths.state, { password });
  renameSync(unfinished, paths.cluster);
}

function readPostmasterPid(cluster) {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** Whether the process is a PostgreSQL server that works in this very data directory. */
function servesCluster(pid, cluster) {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

async function canConnect(port, password) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres', connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function waitUntilReady({ port, password, hasExited, milliseconds }) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (hasExited()) return false;
    if (await canConnect(port, password)) return true;
    await sleep(25);
  }
  return false;
}

/** Processes that work in this data directory: the server and its helpers. */
function processesIn(cluster) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => servesCluster(pid, cluster));
}

/**
 * A killed server whose parent is gone, too, stays in the process table where nobody collects it (containers without an
 * init). PostgreSQL takes it for alive and refuses to start. It is dead: once its helpers have noticed, its lock goes.
 */
async function clearLockOfDeadServer(cluster, pid) {
  if (process.platform !== 'linux' || isAlive(pid)) return;
  // Until the last helper has noticed that its server is dead it holds the shared memory, and no new server starts.
  for (let waited = 0; waited < 10_000 && processesIn(cluster).length > 0; waited += 20) await sleep(20);
  try {
    process.kill(pid, 0);
  } catch {
    return; // no such process: PostgreSQL sees that by itself
  }
  if (processesIn(cluster).length === 0) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

/** A server left behind by a launcher that was killed: take it over when it answers, end it when it does not. */
async function adoptOrphan({ paths, password }) {
  const found = readPostmasterPid(paths.cluster);
  if (!found) return null;
  if (!servesCluster(found.pid, paths.cluster)) {
    await clearLockOfDeadServer(paths.cluster, found.pid);
    return null;
  }
  const ready = await waitUntilReady({ port: found.port, password, hasExited: () => !isAlive(found.pid), milliseconds: 3000 });
  if (ready) return found;
  await endProcess(found.pid, STOP_LADDER);
  return null;
}

async function launch({ paths, account, binaries, settings, password, port, startTimeout }) {
  const flags = Object.entries({ ...baseSettings, ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const name = reachableName(paths.cluster, account);
  const child = spawnServerProgram(binaries.postgres, ['-D', name, ...flags], { account, cwd: paths.cluster, log: paths.log });
  let failure = null;
  child.once('error', (error) => { failure = error; });
  child.once('exit', (code, signal) => { failure ??= new Error(`it ended with ${signal ?? `code ${code}`}`); });
  if (await waitUntilReady({ port, password, hasExited: () => failure !== null, milliseconds: startTimeout })) {
    child.unref();
    return child;
  }
  if (failure === null) {
    await endProcess(child.pid, STOP_LADDER);
    failure = new Error(`it did not answer within ${startTimeout / 1000} s`);
  }
  throw new Error(`PostgreSQL did not start: ${failure.message}\n${tail(paths.log)}`);
}

/** Ends whatever server still works in `directory`, without caring for its data. For directories about to be removed. */
export async function discardCluster(directory) {
  const { cluster } = layout(path.resolve(directory));
  const found = readPostmasterPid(cluster);
  if (found && servesCluster(found.pid, cluster)) await endProcess(found.pid, [['SIGQUIT', 3_000], ['SIGKILL', 3_000]]);
}

function rotateLog(file, account) {
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
  closeSync(openSync(file, 'a', 0o600));
  if (account) chownSync(file, account.uid, account.gid);
}

function prepareDirectory(paths, account) {
  mkdirSync(paths.directory, { recursive: true });
  chmodSync(paths.directory, 0o755);
  rotateLog(paths.log, account);
  for (const name of readdirSync(paths.directory)) {
    const owner = /^(?:cluster|password)\.(\d+)$/.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) rmSync(path.join(paths.directory, name), { recursive: true, force: true });
  }
  // Root may have been another user yesterday, or the folder may have been copied: the server insists on owning it.
  if (account && existsSync(paths.cluster) && statSync(paths.cluster).uid !== account.uid) chownTree(paths.cluster, account);
}

function chownTree(directory, account) {
  chownSync(directory, account.uid, account.gid);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) chownTree(full, account);
    else if (!entry.isSymbolicLink()) chownSync(full, account.uid, account.gid);
  }
}

function checkVersion(paths, binaries) {
  const made = readFileSync(path.join(paths.cluster, 'PG_VERSION'), 'utf8').trim();
  const mine = binaries.version.split('.')[0];
  if (made !== mine) throw new Error(`${paths.cluster} was made by PostgreSQL ${made}, this is PostgreSQL ${mine}; set DATA_DIR to another folder`);
}

/**
 * Starts the PostgreSQL server that keeps its data in `directory`, creating it on first use.
 * A server that an earlier, killed process left running there is taken over. Listens on 127.0.0.1 only.
 * @param {{directory: string, settings?: Record<string,string>, initdbFlags?: string[], startTimeout?: number}} options
 * @returns {Promise<{port: number, pid: number, adminUrl: string, adopted: boolean, created: boolean, stop: (how?: 'fast'|'immediate') => Promise<void>, onExit: (listener: () => void) => void}>}
 * @throws Error with the last lines of the server's own log
 */
export async function startPostgres({ directory, settings = {}, initdbFlags = [], startTimeout = 60_000 }) {
  const paths = layout(path.resolve(directory));
  const account = postgresAccount();
  const binaries = locateBinaries(account);
  prepareDirectory(paths, account);
  const created = !existsSync(path.join(paths.cluster, 'PG_VERSION'));
  if (created) await initialise({ paths, account, binaries, extraFlags: initdbFlags });
  checkVersion(paths, binaries);
  const state = readState(paths.state);
  if (!state?.password) throw new Error(`${paths.state} is missing or damaged, so the password of the database is lost; restore it or set DATA_DIR to an empty folder`);
  const { password } = state;

  const orphan = await adoptOrphan({ paths, password });
  let { pid, port } = orphan ?? {};
  let child = null;
  let samePort = true;
  for (let attempt = 1; child === null && orphan === null; attempt += 1) {
    port = samePort && state.port && (await isPortFree(state.port)) ? state.port : await findFreePort();
    try {
      child = await launch({ paths, account, binaries, settings, password, port, startTimeout });
      ({ pid } = child);
    } catch (error) {
      const inUse = /pre-existing shared memory block/.test(error.message); // where nobody can see the helpers of a killed server
      if (attempt >= (inUse ? 10 : 3) || !(inUse || /could not bind|Address already in use/.test(error.message))) throw error;
      samePort = inUse;
      if (inUse) await sleep(200);
    }
  }
  writeState(paths.state, { password, port });

  let stopping = null;
  const stop = (how = 'fast') => {
    stopping ??= endProcess(pid, how === 'fast' ? STOP_LADDER : STOP_LADDER.slice(1)).then((gone) => {
      if (!gone) throw new Error(`PostgreSQL (process ${pid}) does not stop`);
    });
    return stopping;
  };
  const onExit = (listener) => {
    const report = () => { if (stopping === null) listener(); };
    if (child) child.once('exit', report);
    else {
      const timer = setInterval(() => {
        if (isAlive(pid)) return;
        clearInterval(timer);
        report();
      }, 1000);
      timer.unref();
    }
  };
  const adminUrl = `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
  return { port, pid, adminUrl, adopted: orphan !== null, created, stop, onExit };
}
