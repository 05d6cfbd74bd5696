import { Injectable } from '@nestjs/common';
import { isRole, problem, type Role } from '#domain';
import type { Actor } from './actor.js';

/** Minutes without a request after which a session ends. */
export const IDLE_MINUTES = 30;
const KNOWN_FOR_MS = 60_000;
const KNOWN_AT_MOST = 10_000;

/** Where sessions are kept (accounts). */
export interface SessionStore {
  /** The actor of a live session, or null. */
  find(sessionId: string): Promise<Actor | null>;
  /** Somebody uses it. */
  touch(sessionId: string): Promise<void>;
}

interface SessionState {
  readonly userId: string;
  readonly grantId: string;
  readonly role: Role;
  readonly division: string;
  readonly name: string;
  /** Whether it was not used for a minute. */
  readonly idle: boolean;
}

/** What `app.session_state` tells; null when the session is not live. */
export function readSessionState(state: string | null): SessionState | null {
  const [userId, grantId, role, division, idle, ...name] = state?.split(' ') ?? [];
  if (!userId || !grantId || !role || !division || !isRole(role)) return null;
  return { userId, grantId, role, division, name: name.join(' '), idle: idle === 't' };
}

/** The session is no longer what it was taken for: somebody must look again. */
export class SessionChanged extends Error {}

/**
 * Who a session belongs to, remembered for a minute. What is remembered is only a guess that saves a look-up: the transaction of
 * every request asks for the state of the session as it begins, and nothing happens in it when the guess was wrong. A revoked
 * grant, a disabled account or a sign-out therefore bites on the next request, whatever is remembered here.
 */
@Injectable()
export class Sessions {
  private store: SessionStore | null = null;
  private readonly known = new Map<string, { actor: Actor; until: number }>();

  keepIn(store: SessionStore): void {
    this.store = store;
  }

  /** Remembered or looked up. Throws `session-expired`. */
  async guess(sessionId: string): Promise<Actor> {
    const known = this.known.get(sessionId);
    return known && known.until > performance.now() ? known.actor : this.find(sessionId);
  }

  /** Looked up. Throws `session-expired`. */
  async find(sessionId: string): Promise<Actor> {
    this.known.delete(sessionId);
    const actor = (await this.store?.find(sessionId)) ?? null;
    if (!actor) throw problem('session-expired');
    if (this.known.size >= KNOWN_AT_MOST) this.known.clear();
    this.known.set(sessionId, { actor, until: performance.now() + KNOWN_FOR_MS });
    return actor;
  }

  /** Holds the state that `app.session_state` tells against the actor. Throws {@link SessionChanged}. */
  prove(actor: Actor, state: string | null): { idle: boolean } {
    const live = readSessionState(state);
    const same = live?.userId === actor.userId && live.grantId === actor.grantId && live.role === actor.role && live.division === actor.division && live.name === actor.name;
    if (!same) throw new SessionChanged();
    return { idle: live.idle };
  }

  async touch(sessionId: string): Promise<void> {
    await this.store?.touch(sessionId);
  }
}
