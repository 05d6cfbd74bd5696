import type { Client } from 'pg';

const roles = [
  { name: 'bangfu_owner', login: false },
  { name: 'bangfu_app', login: true },
  { name: 'bangfu_queue', login: true },
] as const;

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`;

/**
 * Makes the three roles (they belong to the cluster, so not to a migration): the owner migrates and owns, the application
 * owns nothing and cannot bypass row security, the queue role owns the queue's schema and sees nothing else.
 */
export async function ensureRoles(admin: Client, passwords: { app: string; queue: string }): Promise<void> {
  // Two databases of one cluster may be prepared at the same time.
  await admin.query("select pg_advisory_lock(hashtext('bangfu.roles'))");
  try {
    for (const role of roles) {
      const found = await admin.query('select 1 from pg_roles where rolname = $1', [role.name]);
      if (found.rowCount === 0) await admin.query(`create role ${role.name} nosuperuser nobypassrls nocreatedb nocreaterole ${role.login ? 'login' : 'nologin'}`);
    }
    await admin.query(`alter role bangfu_app password ${literal(passwords.app)}`);
    await admin.query(`alter role bangfu_queue password ${literal(passwords.queue)}`);
    await admin.query('grant bangfu_owner to current_user');
    await admin.query('grant bangfu_queue to current_user');
  } finally {
    await admin.query("select pg_advisory_unlock(hashtext('bangfu.roles'))");
  }
}

/** Hands this database to the owner role. */
export async function ensureOwnership(admin: Client, database: string): Promise<void> {
  const name = `"${database.replaceAll('"', '""')}"`;
  await admin.query(`grant create, connect on database ${name} to bangfu_owner`);
  await admin.query('grant all on schema public to bangfu_owner');
  await admin.query('revoke create on schema public from public');
  await admin.query(`grant connect on database ${name} to bangfu_app, bangfu_queue`);
  await admin.query('create schema if not exists bullmq authorization bangfu_queue');
}
