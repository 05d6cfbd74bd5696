import type { Client } from 'pg';
import { hash } from '@node-rs/argon2';
import { uuidV7 } from '#domain';
import { asOwner } from '../context.js';
import { demoAccounts } from './demo-accounts.js';

/** Makes the demo accounts once; a second start leaves them as they are. Returns how many were made. */
export async function seedDemo(): Promise<{ accounts: number }> {
  const accounts = await asOwner((client) => seedAccounts(client));
  return { accounts };
}

async function seedAccounts(client: Client): Promise<number> {
  const known = await client.query<{ username: string }>('select u.username from app_user u where u.username = any($1)', [demoAccounts.map((account) => account.username)]);
  const missing = demoAccounts.filter((account) => !known.rows.some((row) => row.username === account.username));
  const hashes = new Map<string, string>();
  for (const account of missing) {
    let stored = hashes.get(account.password);
    if (!stored) hashes.set(account.password, (stored = await hash(account.password, { memoryCost: 65_536, timeCost: 3, parallelism: 1 })));
    const id = uuidV7();
    await client.query('insert into app_user (id, username, display_name, password_hash) values ($1, $2, $3, $4)', [id, account.username, account.name, stored]);
    await client.query('insert into role_grant (id, user_id, role, division_code) values ($1, $2, $3, $4)', [uuidV7(), id, account.role, account.division]);
  }
  return missing.length;
}
