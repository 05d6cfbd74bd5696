import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { ensureOwnership, ensureRoles } from './roles.js';

export interface PrepareOptions {
  readonly appPassword: string;
  readonly queuePassword: string;
  readonly mode: 'production' | 'trial' | 'test';
  readonly migrations: (new () => MigrationInterface)[];
}

/**
 * Brings a database to the current schema: roles, migrations as the owner role, queue schema. Safe to repeat and to run
 * from two processes at once (TypeORM has no migration lock of its own, so one is taken here).
 * @param adminUrl connection that may create roles, or that is the owner of existing ones
 * @returns names of the migrations that were run
 */
export async function prepareDatabase(adminUrl: string, options: PrepareOptions): Promise<string[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await ensureRoles(admin, { app: options.appPassword, queue: options.queuePassword });
    await admin.query("select pg_advisory_lock(hashtext('bangfu.migrate'))");
    const { rows } = await admin.query<{ name: string }>('select current_database() as name');
    await ensureOwnership(admin, rows[0]?.name ?? '');
    const ran = await migrateAsOwner(adminUrl, options.migrations);
    await admin.query('set role bangfu_owner');
    await admin.query('update installation set mode = $1 where mode <> $1', [options.mode]);
    await admin.query('reset role');
    await migrateQueue(admin, adminUrl, rows[0]?.name ?? '');
    return ran;
  } finally {
    await admin.end(); // releases the advisory lock
  }
}

async function migrateAsOwner(adminUrl: string, migrations: (new () => MigrationInterface)[]): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrations,
    migrationsTableName: 'migration',
    extra: { max: 1, options: '-c role=bangfu_owner -c lock_timeout=10s' },
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** The queue's own migrations say `create schema if not exists`, which asks for the right to create even when it exists. */
async function migrateQueue(admin: pg.Client, adminUrl: string, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  await admin.query(`grant create on database ${name} to bangfu_queue`);
  const pool = new pg.Pool({ connectionString: adminUrl, max: 1, options: '-c role=bangfu_queue' });
  const client = await pool.connect();
  try {
    await runQueueMigrations(client);
  } finally {
    client.release();
    await pool.end();
    await admin.query(`revoke create on database ${name} from bangfu_queue`);
  }
}

/** Waits until the server answers (a database that is just starting refuses connections). */
export async function waitForDatabase(url: string, seconds: number): Promise<void> {
  for (let left = seconds * 4; ; left--) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (left <= 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
