import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { problem } from '#domain';
import { Connections, ENV, readSessionState, scopeOf, Sessions, type Actor, type Env, type HttpRequest, type SessionStore } from '#platform';
import { readSessionCookie } from './cookies.js';
import { findSession, touchSession, type SessionRow } from './sessions.queries.js';
import { csrfTokenOf, hashToken, sameToken } from './tokens.js';

/** Passport strategy `session`: cookie → live session → actor. A request that changes something must also carry the token. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') implements SessionStore {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly pool: Connections,
    private readonly sessions: Sessions,
  ) {
    super();
    sessions.keepIn(this);
  }

  async validate(request: HttpRequest): Promise<Actor> {
    const token = readSessionCookie(this.env, request.headers['cookie']);
    if (!token) throw problem('unauthenticated');
    const sessionId = hashToken(token);
    const actor = await (request.sessionProven ? this.sessions.guess(sessionId) : this.sessions.find(sessionId));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const sent = request.headers['x-csrf-token'];
      if (typeof sent !== 'string' || !sameToken(sent, csrfTokenOf(token))) throw problem('csrf');
    }
    return actor;
  }

  async find(sessionId: string): Promise<Actor | null> {
    const [row] = await this.pool.query<SessionRow>(findSession, [sessionId]);
    const live = readSessionState(row?.state ?? null);
    if (live === null) return null;
    const { idle, ...who } = live;
    if (idle) await this.touch(sessionId);
    return { ...who, scope: scopeOf(who.role, who.division), sessionId };
  }

  async touch(sessionId: string): Promise<void> {
    await this.pool.query(touchSession, [sessionId]);
  }
}
