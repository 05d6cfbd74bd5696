import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { uuidV7, type Role } from '#domain';
import { csrfTokenOf, hashToken, newSessionToken } from '../../libs/accounts/src/tokens.js';
import type { TestDatabase } from './database.js';

/** Every user of the tests has this password. */
export const TEST_PASSWORD = 'Test-Passw0rd-帮扶';
const SYSTEM_USER = '00000000-0000-7000-8000-000000000001';
const asSystem = `begin; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '${SYSTEM_USER}'; set local app.role = 'system'; set local app.request = 'test'`;

export interface NewUser {
  readonly role: Role;
  readonly division: string;
  readonly username?: string;
}

export interface SignedInUser {
  readonly userId: string;
  readonly username: string;
  readonly role: Role;
  readonly division: string;
  readonly cookie: string;
  readonly csrfToken: string;
}

/** A user with one grant and an open session, written straight into the database. */
export async function signedInUser(database: TestDatabase, { role, division, username }: NewUser): Promise<SignedInUser> {
  const name = username ?? `${role}-${division}-${randomBytes(3).toString('hex')}`;
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  try {
    await client.query(asSystem);
    const known = await client.query<{ id: string }>('select id from app_user where username = $1', [name]);
    const userId = known.rows[0]?.id ?? uuidV7();
    if (known.rowCount === 0) {
      const passwordHash = await hash(TEST_PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
      await client.query('insert into app_user (id, username, display_name, password_hash) values ($1, $2, $2, $3)', [userId, name, passwordHash]);
    }
    const grant = await client.query<{ id: string }>(
      'select id from role_grant where user_id = $1 and role = $2 and division_code = $3 and revoked_at is null', [userId, role, division]);
    const grantId = grant.rows[0]?.id ?? uuidV7();
    if (grant.rowCount === 0) await client.query('insert into role_grant (id, user_id, role, division_code) values ($1, $2, $3, $4)', [grantId, userId, role, division]);
    const token = newSessionToken();
    await client.query(`insert into user_session (id_hash, user_id, grant_id, expires_at) values ($1, $2, $3, now() + interval '12 hours')`, [hashToken(token), userId, grantId]);
    await client.query('commit');
    return { userId, username: name, role, division, cookie: `sid=${token}`, csrfToken: csrfTokenOf(token) };
  } finally {
    await client.end();
  }
}
