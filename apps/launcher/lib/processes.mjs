import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync, rmSync } from 'node:fs';

/** Waits the given number of milliseconds. */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function linuxIdentity(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}:${fields[19]}`;
}

/**
 * Names a running process so that a reused process number is never mistaken for it.
 * Returns null when no such process runs (a zombie does not run).
 */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (process.platform === 'linux') return linuxIdentity(pid);
    process.kill(pid, 0);
    if (process.platform === 'win32') return String(pid);
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** Whether any process with this number runs. */
export const isAlive = (pid) => processIdentity(pid) !== null;

/** Writes a file that names a process: its number, its identity and whatever else the caller wants to find again. */
export function writePidFile(file, pid, extra = {}) {
  writeFileSync(file, JSON.stringify({ pid, identity: processIdentity(pid), ...extra }) + '\n', { mode: 0o600 });
}

/** Reads a file made by writePidFile; null when absent, damaged, or when that very process no longer runs. */
export function readLivePidFile(file) {
  try {
    const entry = JSON.parse(readFileSync(file, 'utf8'));
    return entry.identity !== null && processIdentity(entry.pid) === entry.identity ? entry : null;
  } catch {
    return null;
  }
}

/** Removes a pid file; no error when it is absent. */
export const removePidFile = (file) => rmSync(file, { force: true });

/** Waits until the process is gone; false when it still runs after the time given (milliseconds). */
export async function waitForExit(pid, milliseconds) {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/**
 * Ends one process: each signal in turn, waiting after each.
 * `ladder` is a list of [signal, milliseconds to wait]. True when it is gone.
 */
export async function endProcess(pid, ladder) {
  for (const [signal, milliseconds] of ladder) {
    try {
      process.kill(pid, signal);
    } catch {
      return true;
    }
    if (await waitForExit(pid, milliseconds)) return true;
  }
  return false;
}
