import { appendFileSync, chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { prepareDatabase } from '../../migrations/run.js';
import { seedReference } from '../../seeds/reference/index.js';
import type { TestDatabase } from './database.js';
import { ownPostgres, type OwnServer } from './own-servers.js';

/** A primary with schema and reference data, and a second server that streams from it. */
export interface ServerPair {
  readonly database: TestDatabase;
  /** The application role on the standby. */
  readonly readUrl: string;
  /** Runs a statement as superuser on the standby. */
  onStandby<Row extends object>(sql: string): Promise<Row[]>;
  stopStandby(): Promise<void>;
  startStandby(): Promise<void>;
  stop(): Promise<void>;
}

const passwords = { appPassword: 'app-test', queuePassword: 'queue-test' };

/** The same server with another user, or as superuser in a role. */
function urlAs(base: string, login: { user: string; password: string } | null, role?: string): string {
  const url = new URL(base);
  if (login) Object.assign(url, { username: login.user, password: login.password });
  if (role) url.searchParams.set('options', `-c role=${role}`);
  return url.href;
}

export async function startPair(): Promise<ServerPair> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-pair-'));
  chmodSync(folder, 0o755);
  const primary = await ownPostgres(path.join(folder, 'primary'));
  const database: TestDatabase = {
    name: 'own', adminUrl: primary.url, ownerUrl: urlAs(primary.url, null, 'bangfu_owner'), appUrl: urlAs(primary.url, { user: 'bangfu_app', password: passwords.appPassword }),
    queueUrl: urlAs(primary.url, { user: 'bangfu_queue', password: passwords.queuePassword }), drop: () => Promise.resolve(),
  };
  await prepareDatabase(database.adminUrl, { ...passwords, mode: 'test' });
  await seedReference(database.ownerUrl);
  await copyServer(primary.url, folder);
  let standby: OwnServer | null = await ownPostgres(path.join(folder, 'standby'), { follows: true });
  return {
    database,
    readUrl: urlAs(standby.url, { user: 'bangfu_app', password: passwords.appPassword }),
    onStandby: (sql) => queryOf(standby?.url ?? '', sql),
    stopStandby: async () => {
      await standby?.stop();
      standby = null;
    },
    startStandby: async () => {
      standby = await ownPostgres(path.join(folder, 'standby'), { follows: true });
    },
    stop: async () => {
      await standby?.stop();
      await primary.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What pg_basebackup does, which is not among the binaries of the packages: the data folder is copied while a backup is announced. */
async function copyServer(primaryUrl: string, folder: string): Promise<void> {
  const client = new pg.Client(primaryUrl);
  await client.connect();
  try {
    await client.query("select pg_backup_start('standby', true)");
    const [from, to] = [path.join(folder, 'primary', 'cluster'), path.join(folder, 'standby', 'cluster')];
    mkdirSync(path.dirname(to), { recursive: true });
    const left = new Set(['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot', 'pg_stat_tmp'].map((name) => path.join(from, name)));
    cpSync(from, to, { recursive: true, filter: (source) => !left.has(source) });
    for (const name of ['pg_wal', 'pg_replslot', 'pg_stat_tmp']) mkdirSync(path.join(to, name), { mode: 0o700 });
    chmodSync(to, 0o700);
    cpSync(path.join(folder, 'primary', 'server.json'), path.join(folder, 'standby', 'server.json'));
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    writeFileSync(path.join(to, 'backup_label'), rows[0]?.labelfile ?? '');
    writeFileSync(path.join(to, 'standby.signal'), '');
    const { hostname, port, username, password } = new URL(primaryUrl);
    appendFileSync(path.join(to, 'postgresql.auto.conf'), `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}'\n`);
  } finally {
    await client.end();
  }
}

async function queryOf<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
