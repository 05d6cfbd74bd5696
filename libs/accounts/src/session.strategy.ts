import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { InjectDataSource } from '@nestjs/typeorm';
import { Strategy } from 'passport-custom';
import { DataSource } from 'typeorm';
import { problem } from '#domain';
import { ENV, scopeOf, type Actor, type Env, type HttpRequest } from '#platform';
import { readSessionCookie } from './cookies.js';
import { findSession, touchSession, type SessionRow } from './sessions.queries.js';
import { csrfTokenOf, hashToken, sameToken } from './tokens.js';

/** Passport strategy `session`: cookie → live session → actor. A request that changes something must also carry the token. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(
    @Inject(ENV) private readonly env: Env,
    @InjectDataSource() private readonly pool: DataSource,
  ) {
    super();
  }

  async validate(request: HttpRequest): Promise<Actor> {
    const token = readSessionCookie(this.env, request.headers['cookie']);
    if (!token) throw problem('unauthenticated');
    const sessionId = hashToken(token);
    const rows: SessionRow[] = await this.pool.query(findSession, [sessionId]);
    const row = rows[0];
    if (!row) throw problem('session-expired');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const sent = request.headers['x-csrf-token'];
      if (typeof sent !== 'string' || !sameToken(sent, csrfTokenOf(token))) throw problem('csrf');
    }
    if (row.stale) await this.pool.query(touchSession, [sessionId]);
    return {
      userId: row.user_id, name: row.display_name, role: row.role, division: row.division_code,
      scope: scopeOf(row.role, row.division_code), grantId: row.grant_id, sessionId,
    };
  }
}
