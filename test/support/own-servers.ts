import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import { root } from './launcher.js';

/** A server for one test, on a port of its own. */
export interface OwnServer {
  readonly url: string;
  stop(): Promise<void>;
}

const end = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });

const firstOutput = (child: ChildProcess, pattern: RegExp) =>
  new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const found = pattern.exec(text);
        if (found) resolve(found[1] ?? found[0]);
      });
    }
  });

/** Whether something accepts connections at the address. */
export function listens(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** A PostgreSQL server apart from the one of the test run, with an empty database; one that follows another has its database from there. */
export async function ownPostgres(directory: string, { follows = false }: { follows?: boolean } = {}): Promise<OwnServer> {
  const create = "const client = new pg.Client(server.adminUrl); await client.connect(); await client.query('create database own'); await client.end();";
  const code = `
    import pg from 'pg';
    import { startPostgres } from './apps/launcher/lib/postgres.mjs';
    const server = await startPostgres({ directory: ${JSON.stringify(directory)}, settings: { fsync: 'off' } });
    ${follows ? '' : create}
    process.stdout.write('<' + server.adminUrl.replace(/postgres$/, 'own') + '>');
    process.once('SIGTERM', async () => { await server.stop('immediate'); process.exit(0); });
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  return { url: await firstOutput(child, /<(.*)>/), stop: () => end(child, 'SIGTERM') };
}

/** A Redis server that keeps nothing, set up as the queue wants it. */
export async function ownRedis(port: number): Promise<OwnServer> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await firstOutput(child, /Ready to accept connections/);
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child, 'SIGTERM') };
}
