import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from './database.js';
import { eventually, freePort, root } from './launcher.js';
import { signedInUser, type NewUser, type SignedInUser } from './users.js';

/** Compiles the programs of the system as `npm start` does; quick when nothing changed. */
export function buildPrograms(): void {
  execFileSync(process.execPath, ['--input-type=module', '-e', "import { buildServer } from './apps/launcher/lib/build.mjs'; await buildServer(process.cwd());"], { cwd: root });
}

export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** One process of the system, as it runs in production: the compiled program and an environment. */
export class SystemProcess {
  output = '';
  private child: ChildProcess | null = null;
  constructor(
    private readonly script: string,
    private readonly env: Record<string, string>,
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }
  get running(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }
  start(): void {
    const child = spawn(process.execPath, ['--enable-source-maps', path.join('dist/apps', this.script)], { cwd: root, env: { PATH: process.env['PATH'] ?? '', ...this.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-50_000)));
    this.child = child;
  }
  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || !this.running) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}

/** API and worker as processes of their own, on one database. */
export class RunningSystem {
  private constructor(
    readonly database: TestDatabase,
    readonly api: SystemProcess,
    readonly worker: SystemProcess,
    private readonly port: number,
    private readonly dataDir: string,
  ) {}

  static async start(more: Record<string, string> = {}): Promise<RunningSystem> {
    buildPrograms();
    const database = await createTestDatabase();
    const dataDir = mkdtempSync(path.join(tmpdir(), 'bangfu-system-'));
    const port = await freePort();
    const env = {
      BANGFU_MODE: 'test', NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATABASE_APP_URL: database.appUrl, DATABASE_QUEUE_URL: database.queueUrl, DATABASE_POOL: '5',
      DATA_DIR: dataDir, BANGFU_FIELD_KEY: '11'.repeat(32), BANGFU_INDEX_KEY: '22'.repeat(32), LOG_LEVEL: 'warn', ...more,
    };
    const system = new RunningSystem(database, new SystemProcess('api/src/main.js', env), new SystemProcess('worker/src/main.js', env), port, dataDir);
    system.api.start();
    system.worker.start();
    await system.untilUp();
    return system;
  }

  /** Waits until the API serves and the worker takes jobs. */
  async untilUp(): Promise<void> {
    const up = () => !this.api.running || !this.worker.running || (this.worker.output.includes('worker ready') && this.answers());
    await eventually(up, 60_000);
    if (!this.worker.output.includes('worker ready') || !(await this.answers())) throw new Error(`the system is not up:\n${this.api.output}\n${this.worker.output}`);
  }

  async answers(): Promise<boolean> {
    return (await this.ask('GET', '/ready').catch(() => null))?.status === 200;
  }

  user(user: NewUser): Promise<SignedInUser> {
    return signedInUser(this.database, user);
  }

  /** One request over the network. Throws when the connection fails. */
  async ask(method: string, url: string, { user, body, timeoutMs = 30_000 }: { user?: SignedInUser; body?: unknown; timeoutMs?: number } = {}): Promise<HttpAnswer> {
    const headers: Record<string, string> = user ? { cookie: user.cookie, 'x-csrf-token': user.csrfToken } : {};
    if (body !== undefined) headers['content-type'] = 'application/json';
    const target = `http://127.0.0.1:${this.port}${/^\/(?:ready|live|metrics)/.test(url) ? '' : '/api/v1'}${url}`;
    const response = await fetch(target, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal: AbortSignal.timeout(timeoutMs) });
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    return { status: response.status, type, headers: response.headers, body: (/json/.test(type) ? JSON.parse(text) : { text }) as Record<string, unknown> };
  }

  async stop(): Promise<void> {
    await Promise.all([this.api.end('SIGTERM'), this.worker.end('SIGTERM')]);
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
