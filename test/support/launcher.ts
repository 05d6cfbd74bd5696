import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');
export const sleep = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

/** Compiles the programs that a test is about to run, when a source has changed. */
export const ensureBuilt = (): void => void execFileSync(process.execPath, [path.join(root, 'test/support/built.mjs')], { cwd: root, stdio: 'inherit' });

/** A TCP port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Whether a process with this number runs (a zombie does not). */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until the condition holds; false when it does not within the time (milliseconds). */
export async function eventually(condition: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (await condition()) return true;
    await sleep(50);
  }
  return condition();
}

export interface LaunchOptions {
  readonly dataDir: string;
  readonly port: number;
  /** Through `npm start` instead of the script itself. */
  readonly npm?: boolean;
  readonly account?: { uid: number; gid: number };
  readonly env?: Record<string, string>;
}

/** One run of `npm start`, with all that it printed. */
export class Launched {
  output = '';
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
  private constructor(
    readonly child: ChildProcess,
    readonly options: LaunchOptions,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  }

  static start(options: LaunchOptions): Launched {
    const [command, args] = options.npm ? ['npm', ['start', '--silent']] : [process.execPath, ['apps/launcher/start.mjs']];
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: options.dataDir, PORT: String(options.port), ...options.env };
    const child = spawn(command, args, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...options.account });
    return new Launched(child, options);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  /** Waits for the line `ready …`. Throws with everything printed when the launcher ends before. */
  async ready(milliseconds = 120_000): Promise<this> {
    let over = false;
    void this.ended.then(() => (over = true));
    const isReady = () => this.output.includes(`\nready ${this.origin}\n`);
    await eventually(() => isReady() || over, milliseconds);
    if (!isReady()) throw new Error(`not ready:\n${this.output}`);
    return this;
  }

  /** Number of a process of this data folder; 0 when its file is not there. */
  pidOf(name: 'launcher' | 'api' | 'worker' | 'postgres'): number {
    try {
      if (name === 'postgres') return Number(readFileSync(path.join(this.options.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
      return (JSON.parse(readFileSync(path.join(this.options.dataDir, 'run', `${name}.json`), 'utf8')) as { pid: number }).pid;
    } catch {
      return 0;
    }
  }

  /** All processes that the launcher runs. */
  pids(): number[] {
    return (['api', 'worker', 'postgres'] as const).map((name) => this.pidOf(name));
  }

  async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.origin}/ready`, { signal: AbortSignal.timeout(2000) })).status === 200;
    } catch {
      return false;
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<{ code: number | null; signal: string | null }> {
    this.child.kill(signal);
    return this.ended;
  }
}
