import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './bench-world.js';

const START_MS = 60_000;

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A compiled HTTP program in a process of its own. */
export class ServerProcess {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {
    child.stderr?.on('data', (chunk: Buffer) => (this.faults = (this.faults + chunk.toString()).slice(-5_000)));
  }

  /** What it complained of. */
  faults = '';

  /** Starts `dist/<script>` and waits until it answers at `probe`. */
  static async start(script: string, env: Record<string, string>, { probe, preload }: { probe: string; preload?: string }): Promise<ServerProcess> {
    const port = await freePort();
    const args = preload ? ['--import', path.join(root, 'dist', preload)] : [];
    const child = spawn(process.execPath, [...args, path.join(root, 'dist', script)], { cwd: root, env: { ...env, NODE_ENV: 'production', PORT: String(port) }, stdio: ['ignore', 'ignore', 'pipe'] });
    const server = new ServerProcess(port, child);
    for (const end = performance.now() + START_MS; performance.now() < end && child.exitCode === null; await sleep(50)) {
      if (await fetch(`http://127.0.0.1:${port}${probe}`).then((response) => response.ok, () => false)) return server;
    }
    await server.stop();
    throw new Error(`${script} did not start:\n${server.faults}`);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  }
}
