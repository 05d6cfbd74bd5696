import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { problem } from '#domain';
import { AccessLog, Db, scopeOf, systemActor, type Actor } from '#platform';
import { Passwords } from './passwords.js';
import * as sql from './sessions.queries.js';
import { hashToken, newSessionToken } from './tokens.js';

/** Failures within 15 minutes after which a name, or an address, is not evaluated any more. */
const USER_LIMIT = 5;
const ADDRESS_LIMIT = 50;

const source = (kind: 'user' | 'address', value: string) => `${kind}:${createHash('sha256').update(value).digest('hex')}`;

export interface SignedIn {
  readonly token: string;
  readonly actor: Actor;
}

/** Sign-in, switching the grant, sign-out. Runs before there is an actor, so it uses the pool directly. */
@Injectable()
export class LoginService {
  constructor(
    @InjectDataSource() private readonly pool: DataSource,
    private readonly passwords: Passwords,
    private readonly db: Db,
    private readonly access: AccessLog,
  ) {}

  /** Checks name and password. Throws `locked-out`, `bad-credentials` or `no-grant`; the same answer for a name that does not exist. */
  async signIn(username: string, password: string, address: string, grantId?: string): Promise<SignedIn> {
    await this.count(source('address', address), ADDRESS_LIMIT);
    await this.count(source('user', username), USER_LIMIT);
    const [user] = await this.rows<sql.LoginRow>(sql.findLogin, [username]);
    const matches = await this.passwords.matches(user?.password_hash ?? null, password);
    if (!user || !matches || user.status !== 'ACTIVE') {
      await this.db.run({ actor: systemActor('15') }, () => this.access.event('LOGIN_FAILED', 'app_user', user?.id ?? 'unknown', {}));
      throw problem('bad-credentials');
    }
    await this.rows(sql.forgiveUser, [source('user', username)]);
    await this.rows(sql.forgiveAddress, [source('address', address)]);
    return this.open(user.id, user.display_name, grantId);
  }

  /** A session of its own for another grant of the same user; the old one ends. */
  async switchGrant(actor: Actor, grantId: string): Promise<SignedIn> {
    const opened = await this.open(actor.userId, actor.name, grantId);
    await this.end(actor);
    return opened;
  }

  async signOut(actor: Actor): Promise<void> {
    await this.end(actor);
    await this.db.run({ actor }, () => this.access.event('LOGOUT', 'app_user', actor.userId, {}));
  }

  /** Grants that the user may sign in with today. */
  grants(userId: string): Promise<sql.GrantRow[]> {
    return this.rows<sql.GrantRow>(sql.liveGrants, [userId]);
  }

  private async open(userId: string, name: string, grantId?: string): Promise<SignedIn> {
    const grants = await this.grants(userId);
    const grant = grantId === undefined ? grants[0] : grants.find((candidate) => candidate.id === grantId);
    if (!grant) throw problem('no-grant');
    const token = newSessionToken();
    const sessionId = hashToken(token);
    await this.rows(sql.insertSession, [sessionId, userId, grant.id]);
    const actor: Actor = {
      userId, name, role: grant.role, division: grant.division_code, scope: scopeOf(grant.role, grant.division_code), grantId: grant.id, sessionId,
    };
    await this.db.run({ actor }, () => this.access.event('LOGIN', 'app_user', userId, { role: grant.role, division: grant.division_code }));
    return { token, actor };
  }

  private async end(actor: Actor): Promise<void> {
    if (actor.sessionId) await this.rows(sql.revokeSession, [actor.sessionId]);
  }

  private async count(key: string, limit: number): Promise<void> {
    const [row] = await this.rows<{ attempts: number; seconds_left: number }>(sql.countAttempt, [key]);
    if (row && row.attempts > limit) throw problem('locked-out', { retryAfter: row.seconds_left });
  }

  private async rows<Row>(text: string, params: unknown[]): Promise<Row[]> {
    const runner = this.pool.createQueryRunner();
    try {
      return ((await runner.query(text, params, true)) as { records: Row[] }).records;
    } finally {
      await runner.release();
    }
  }
}
