import path from 'node:path';
import { runProgram } from './children.mjs';
import { refuse } from './fail.mjs';
import { startPostgres } from './postgres.mjs';
import { root } from './root.mjs';

const DATABASE = 'bangfu';

/** The same server with another database or login. */
export function urlWith(address, { database, user, password }) {
  const url = new URL(address);
  if (database) url.pathname = `/${database}`;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.href;
}

/** Creates the database of a fresh embedded server; harmless when it exists. */
async function createDatabase(adminUrl) {
  const { default: pg } = await import('pg');
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Refuses with one line unless the given server lets us in and lets us make roles. */
async function checkServer(databaseUrl) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`
      select current_setting('server_version_num')::int as version, rolsuper or rolcreaterole as allowed
      from pg_roles where rolname = current_user`);
    if (rows[0].version < 150_000) refuse(`DATABASE_URL is not usable: PostgreSQL 15 or newer is needed, the server is ${Math.floor(rows[0].version / 10_000)}`);
    if (!rows[0].allowed) refuse('DATABASE_URL is not usable: its user may not create roles');
  } catch (error) {
    if (error.code === undefined && error.message.startsWith('DATABASE_URL')) throw error;
    refuse(`DATABASE_URL is not usable: ${error.message}`);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Gives the database to work with: the person's own server, or the embedded one in the data folder.
 * @returns {Promise<{adminUrl: string, server: object|null, created: boolean}>} `server` is null when it is not ours to stop
 */
export async function openDatabase({ databaseUrl, folder }) {
  if (databaseUrl) {
    await checkServer(databaseUrl);
    return { adminUrl: databaseUrl, server: null, created: false };
  }
  const server = await startPostgres({ directory: folder.postgres });
  await createDatabase(server.adminUrl);
  return { adminUrl: urlWith(server.adminUrl, { database: DATABASE }), server, created: server.created };
}

/** Environment of the API, the worker and the command line. */
export function processEnvironment({ options, folder, secrets, adminUrl }) {
  return {
    ...process.env,
    BANGFU_MODE: process.env.BANGFU_MODE || 'trial',
    BANGFU_ROOT: root,
    NODE_ENV: 'production',
    TZ: 'UTC',
    HOST: options.host,
    PORT: String(options.port),
    DATABASE_ADMIN_URL: adminUrl,
    DATABASE_APP_URL: urlWith(adminUrl, { user: 'bangfu_app', password: secrets.appPassword }),
    DATABASE_QUEUE_URL: urlWith(adminUrl, { user: 'bangfu_queue', password: secrets.queuePassword }),
    DATABASE_APP_PASSWORD: secrets.appPassword,
    DATABASE_QUEUE_PASSWORD: secrets.queuePassword,
    REDIS_URL: options.redisUrl ?? '',
    DATA_DIR: folder.files,
    BANGFU_FIELD_KEY: secrets.fieldKey,
    BANGFU_INDEX_KEY: secrets.indexKey,
    WEB_DIR: path.join(root, 'dist', 'web'),
  };
}

/** Only the API and the worker: they must not know the administrator's way in. */
export function withoutAdministrator(environment) {
  const { DATABASE_ADMIN_URL, DATABASE_APP_PASSWORD, DATABASE_QUEUE_PASSWORD, DATABASE_URL, ...rest } = environment;
  return rest;
}

/**
 * Runs the command line once and returns what it printed.
 * @throws StartFault with its output when it fails
 */
export async function runCli(args, environment) {
  const script = path.join(root, 'dist/apps/cli/src/main.js');
  const { code, output, faults } = await runProgram(process.execPath, ['--enable-source-maps', script, ...args], { cwd: root, env: environment });
  if (code !== 0) refuse(`bangfu ${args.join(' ')} failed (${code}):\n${(faults || output).trim()}`);
  return output;
}
