import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './launcher.js';

/** A server with the template database that a test stops, kills with -9 and starts again; it keeps what it acknowledged. */
export interface FaultyPostgres {
  readonly adminUrl: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** On the same port, with what was written. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function faultyPostgres(): Promise<FaultyPostgres> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bangfu-faulty-'));
  const child = fork(path.join(root, 'test/support/faulty-postgres-server.mjs'), [directory], { cwd: root, execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
  const waiting = new Map<number, (message: { error?: string }) => void>();
  const adminUrl = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server's process ended with ${code}`)));
    child.on('message', (message: { id?: number; adminUrl?: string; error?: string }) => {
      if (message.adminUrl) resolve(message.adminUrl);
      if (message.id !== undefined) waiting.get(message.id)?.(message);
    });
  });
  let last = 0;
  const ask = (command: string) =>
    new Promise<void>((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, ({ error }) => (error ? reject(new Error(error)) : resolve()));
      child.send({ id, command });
    });
  const remove = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  return { adminUrl, stop: () => ask('stop'), kill: () => ask('kill'), start: () => ask('start'), remove };
}
