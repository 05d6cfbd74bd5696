import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import net from 'node:net';
import path from 'node:path';
import { eventually, freePort } from './launcher.js';

/** A Redis of one's own, set as production sets it: append-only file, nothing evicted. */
export interface TestRedis {
  readonly url: string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port with what it kept. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  remove(): Promise<void>;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.on('data', (data) => { socket.destroy(); resolve(data.toString().startsWith('+PONG')); });
    socket.on('error', () => resolve(false));
  });
}

/** Starts `redis-server`. Throws one line when the machine has none. */
export async function startRedis(): Promise<TestRedis> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bangfu-redis-'));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    let fault: Error | null = null;
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction', '--save', ''];
    const server = spawn('redis-server', args, { stdio: 'ignore' });
    server.once('error', (error) => (fault = error));
    child = server;
    const ready = await eventually(() => fault !== null || answers(port), 10_000);
    if (fault) throw new Error('redis-server is missing: install it (Debian: apt-get install redis-server), the queue is tested on both of its servers');
    if (!ready) throw new Error('redis-server did not answer within 10 s');
  };
  const kill = async () => {
    const server = child;
    child = null;
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, start, kill, remove: async () => { await kill(); rmSync(directory, { recursive: true, force: true }); } };
}
