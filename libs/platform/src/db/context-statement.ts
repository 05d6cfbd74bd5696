import type { Actor } from '../auth/actor.js';
import { IDLE_MINUTES } from '../auth/sessions.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIVISION = /^[0-9]{2,12}$/;
const WORD = /^[a-z_]{2,32}$/;
const SESSION = /^[0-9a-f]{64}$/;
const REQUEST = /^[0-9A-Za-z-]{1,64}$/;

/** SET LOCAL takes no bind parameters, so nothing but these shapes may ever reach it. */
function checked(value: string, shape: RegExp, what: string): string {
  if (!shape.test(value)) throw new Error(`context value refused: ${what}`);
  return value;
}

export interface BeginOptions {
  readonly actor: Actor;
  readonly requestId: string;
  readonly readOnly?: boolean;
  /** Every statement sees the same moment. */
  readonly steady?: boolean;
  readonly timeoutMs?: number;
  /** Plans that walk an index in order, see `@PlanInOrder()`. */
  readonly planInOrder?: boolean;
  /** Ask for the state of the actor's session, too. */
  readonly askSession?: boolean;
}

/**
 * Begin and the whole context in one round trip. Plain SET LOCAL rather than set_config, so that the settings also reach
 * the nodes of a distributed database.
 */
export function beginStatement(options: BeginOptions): string {
  const { actor } = options;
  const scope = actor.scope === null ? '' : checked(actor.scope, DIVISION, 'scope');
  const auditScope = actor.role === 'audit_admin' ? checked(actor.division, DIVISION, 'division') : scope;
  return [
    `begin${options.steady ? ' isolation level repeatable read' : ''}${options.readOnly ? ' read only' : ''}`,
    `set local app.scope = '${scope}'`,
    `set local app.audit_scope = '${auditScope}'`,
    `set local app.actor = '${checked(actor.userId, UUID, 'actor')}'`,
    `set local app.role = '${checked(actor.role, WORD, 'role')}'`,
    `set local app.request = '${checked(options.requestId, REQUEST, 'request')}'`,
    ...(options.timeoutMs === undefined ? [] : [`set local statement_timeout = ${Math.trunc(options.timeoutMs)}`]),
    ...(options.planInOrder ? ['set local enable_bitmapscan = off', 'set local enable_sort = off'] : []),
    `select app.now() as now, app.today()::text as today${options.askSession ? `, app.session_state('${checked(actor.sessionId ?? '', SESSION, 'session')}', ${IDLE_MINUTES}) as session` : ''}`,
  ].join(';');
}

/** Whose rows the rest of the transaction sees, until it is said anew. */
export function eyesStatement({ userId, scope }: Pick<Actor, 'userId' | 'scope'>): string {
  return `set local app.actor = '${checked(userId, UUID, 'actor')}';set local app.scope = '${scope === null ? '' : checked(scope, DIVISION, 'scope')}'`;
}

/** Reads back which counties were written to or made dirty, and commits, in one round trip. */
export const commitStatement =
  "select nullif(current_setting('app.touched', true), '') as touched, nullif(current_setting('app.dirty', true), '') as dirty; commit";

/** $1 session, $2 minutes without a request after which it ends. */
export const sessionStateStatement = 'select app.session_state($1, $2) as session';
