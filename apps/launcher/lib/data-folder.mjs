import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { refuse } from './fail.mjs';
import { MARKER } from './options.mjs';
import { endProcess, readLivePidFile, removePidFile, writePidFile } from './processes.mjs';

/** Creates the data folder and names the places in it. */
export function openDataFolder(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const inside = (name) => path.join(dataDir, name);
  for (const name of ['run', 'logs', 'files']) mkdirSync(inside(name), { recursive: true, mode: 0o700 });
  if (!existsSync(inside(MARKER))) writeFileSync(inside(MARKER), JSON.stringify({ product: 'bangfu', format: 1 }) + '\n');
  return {
    dataDir,
    postgres: inside('postgres'),
    files: inside('files'),
    secrets: inside('secrets.json'),
    pid: (name) => path.join(dataDir, 'run', `${name}.json`),
    log: (name) => path.join(dataDir, 'logs', `${name}.log`),
  };
}

/** Whether a process of an earlier start on this data folder still runs (and may hold the port). */
export function hasRunningProcesses(dataDir) {
  return ['launcher', 'api', 'worker'].some((name) => readLivePidFile(path.join(dataDir, 'run', `${name}.json`)) !== null);
}

/**
 * Takes the data folder for this launcher alone. Refuses when another one runs on it; ends the processes
 * that a killed launcher left behind.
 * @returns {Promise<string[]>} names of the processes that had to be ended
 */
export async function takeDataFolder(folder, port) {
  const other = readLivePidFile(folder.pid('launcher'));
  if (other) refuse(`Bangfu already runs on ${folder.dataDir} (process ${other.pid}, http://127.0.0.1:${other.port}); stop it first or set DATA_DIR`);
  removePidFile(folder.pid('launcher'));
  try {
    closeSync(openSync(folder.pid('launcher'), 'wx', 0o600));
  } catch {
    refuse(`another Bangfu is just starting on ${folder.dataDir}`);
  }
  writePidFile(folder.pid('launcher'), process.pid, { port });
  const ended = [];
  for (const name of ['api', 'worker']) {
    const orphan = readLivePidFile(folder.pid(name));
    if (orphan) {
      await endProcess(orphan.pid, [['SIGTERM', 10_000], ['SIGKILL', 5_000]]);
      ended.push(name);
    }
    removePidFile(folder.pid(name));
  }
  return ended;
}

/** Appends to a log file of the data folder; one that has grown beyond 10 MB is set aside first. */
export function openLog(file) {
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The last lines of a log file. */
export function tailOf(file, lines = 15) {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

/**
 * Passwords of the database roles and the keys of the encrypted fields, made once per data folder.
 * BANGFU_FIELD_KEY and BANGFU_INDEX_KEY in the environment take precedence.
 */
export function loadSecrets(file, source) {
  let stored = {};
  if (existsSync(file)) {
    try {
      stored = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      refuse(`${file} is damaged; it holds the keys of the encrypted fields, restore it from a backup`);
    }
  }
  const secrets = {
    appPassword: stored.appPassword ?? randomBytes(24).toString('base64url'),
    queuePassword: stored.queuePassword ?? randomBytes(24).toString('base64url'),
    fieldKey: stored.fieldKey ?? randomBytes(32).toString('hex'),
    indexKey: stored.indexKey ?? randomBytes(32).toString('hex'),
  };
  if (JSON.stringify(stored) !== JSON.stringify(secrets)) {
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2) + '\n', { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return { ...secrets, fieldKey: source.BANGFU_FIELD_KEY || secrets.fieldKey, indexKey: source.BANGFU_INDEX_KEY || secrets.indexKey };
}
