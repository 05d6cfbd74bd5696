import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import type { Env } from '#platform';
import { UsageError } from './command.js';

/** Environment of the application, quiet unless something is wrong. */
export async function cliEnv(): Promise<Env> {
  const { parseEnv } = await import('#platform');
  return parseEnv({ LOG_LEVEL: 'error', ...process.env });
}

/** Runs `work` with the whole application, without HTTP and without taking jobs. It is loaded here: half the commands do without. */
export async function withApp<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const [{ NestFactory }, { AppModule }] = await Promise.all([import('@nestjs/core'), import('../../api/src/app.module.js')]);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(await cliEnv()), { logger: ['error', 'warn'], abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Connection of the administrator or owner: only migration and seeding use it. */
export function adminUrl(): string {
  const url = process.env['DATABASE_ADMIN_URL'] ?? process.env['DATABASE_URL'];
  if (!url) throw new UsageError('DATABASE_URL is missing: a connection that may create roles');
  return url;
}

/** Runs `work` as the owner role in one transaction over the whole region, with the system as actor. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl(), options: '-c role=bangfu_owner' });
  await client.connect();
  try {
    await client.query(
      "begin; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'seed'",
    );
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}
