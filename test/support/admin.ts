import pg from 'pg';
import type { TestDatabase } from './database.js';

/** Runs SQL as superuser: to arrange what no door offers (time passing, a row tampered with) and to look behind the doors. */
export async function adminQuery<Row extends object = Record<string, unknown>>(database: TestDatabase, sql: string, params: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(database.adminUrl);
  await client.connect();
  try {
    return (await client.query<Row>(sql, params)).rows;
  } finally {
    await client.end();
  }
}
