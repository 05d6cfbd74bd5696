import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { openLog } from './data-folder.mjs';
import { endProcess, removePidFile, sleep, writePidFile } from './processes.mjs';
import { root } from './root.mjs';

const guard = pathToFileURL(path.join(root, 'apps/launcher/lib/child-guard.mjs')).href;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
const STEADY_AFTER = 60_000;

/** How long to wait before the next restart: doubles with each crash, forgotten after a minute without one. */
export function nextDelay(previous, ranFor) {
  if (previous === 0 || ranFor > STEADY_AFTER) return FIRST_DELAY;
  return Math.min(previous * 2, LONGEST_DELAY);
}

/**
 * Runs one process of the system and starts it again when it crashes, with growing pauses.
 * It runs in a process group of its own, so that Ctrl-C reaches only the launcher, which stops things in order.
 */
export class Supervised {
  #child = null;
  #stopping = false;
  #delay = 0;
  #waiters = [];

  /** @param {{name: string, script: string, env: object, folder: object, report: (line: string) => void}} options */
  constructor(options) {
    this.options = options;
    /** How often it crashed since the start. */
    this.crashes = 0;
    /** Whether the process has said so itself. */
    this.reportedReady = false;
  }

  get pid() {
    return this.#child?.pid ?? null;
  }

  /** The exit of a process that ended before `markReady`; the launcher gives up on it instead of restarting. */
  get firstExit() {
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  start() {
    const { name, script, env, folder } = this.options;
    const log = openLog(folder.log(name));
    const startedAt = Date.now();
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', guard, script], {
      cwd: root,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env,
    });
    closeSync(log);
    child.unref();
    child.channel?.unref();
    this.#child = child;
    writePidFile(folder.pid(name), child.pid);
    child.on('message', (message) => { if (message === 'ready') this.reportedReady = true; });
    child.once('error', (error) => this.options.report(`${name}: ${error.message}`));
    child.once('exit', (code, signal) => void this.#exited(child, Date.now() - startedAt, signal ?? `code ${code}`));
  }

  /** From now on a crash is repaired by a restart. */
  markReady() {
    this.ready = true;
  }

  async #exited(child, ranFor, how) {
    if (child !== this.#child) return;
    this.#child = null;
    removePidFile(this.options.folder.pid(this.options.name));
    if (this.#stopping) return;
    for (const resolve of this.#waiters.splice(0)) resolve(how);
    if (!this.ready) return;
    this.crashes += 1;
    this.#delay = nextDelay(this.#delay, ranFor);
    this.options.report(`${this.options.name} ended with ${how}; starting it again in ${this.#delay / 1000} s`);
    await sleep(this.#delay);
    if (!this.#stopping) this.start();
  }

  /** Asks the process to finish, and ends it when it does not within ten seconds. */
  async stop() {
    this.#stopping = true;
    const pid = this.#child?.pid;
    if (pid) await endProcess(pid, [['SIGTERM', 10_000], ['SIGKILL', 5_000]]);
    removePidFile(this.options.folder.pid(this.options.name));
  }
}
