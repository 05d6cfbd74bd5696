import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one's own, with every migration and the reference data, and nothing else in it. */
export interface TestDatabase {
  readonly name: string;
  /** As the application: owns nothing, bound by row-level security. */
  readonly appUrl: string;
  /** As the owner of the tables, who migrates. */
  readonly ownerUrl: string;
  /** As the owner of the queue's schema. */
  readonly queueUrl: string;
  /** As superuser. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

const TEMPLATE_NAME = 'bangfu_template';

function clusterUrl(): string {
  const url = process.env['BANGFU_TEST_ADMIN_URL'];
  if (!url) throw new Error('no test cluster: this spec must lie below test/db, test/api or test/e2e');
  return url;
}

function urlOf(base: string, database: string, login?: { user: string; password: string }, role?: string): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  if (login) {
    url.username = login.user;
    url.password = login.password;
  }
  if (role) url.searchParams.set('options', `-c role=${role}`);
  return url.href;
}

/** Runs statements on the cluster itself (not in a test's database). */
async function onCluster<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(clusterUrl());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function describeDatabase(name: string): TestDatabase {
  const base = clusterUrl();
  return {
    name,
    appUrl: urlOf(base, name, { user: 'bangfu_app', password: 'app-test' }),
    queueUrl: urlOf(base, name, { user: 'bangfu_queue', password: 'queue-test' }),
    ownerUrl: urlOf(base, name, undefined, 'bangfu_owner'),
    adminUrl: urlOf(base, name),
    drop: () => onCluster(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/** CREATE DATABASE copies neither the grants on a database nor its settings; without them a clone would behave unlike the real one. */
const copyGrants = `update pg_database set datacl = (select datacl from pg_database where datname = $1) where datname = $2`;
const copySettings = `
  insert into pg_db_role_setting (setdatabase, setrole, setconfig)
  select (select oid from pg_database where datname = $2), setrole, setconfig
  from pg_db_role_setting where setdatabase = (select oid from pg_database where datname = $1)`;

/**
 * Clones the template (30 ms). Call it in beforeAll and `drop()` in afterAll.
 * @throws Error outside the Jest projects that start a cluster
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(6).toString('hex')}`;
  await onCluster(async (client) => {
    await client.query(`set file_copy_method = 'clone'`).catch(() => undefined);
    await client.query(`create database ${name} template ${TEMPLATE_NAME} strategy file_copy`);
    await client.query(copyGrants, [TEMPLATE_NAME, name]);
    await client.query(copySettings, [TEMPLATE_NAME, name]);
  });
  return describeDatabase(name);
}

/** An empty database on the same server, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `empty_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(6).toString('hex')}`;
  await onCluster((client) => client.query(`create database ${name} template template0 strategy file_copy`));
  return describeDatabase(name);
}
