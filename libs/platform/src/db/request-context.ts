import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';

/** What is true for the one transaction that serves a request or a job. */
export interface RequestContext {
  readonly actor: Actor;
  readonly requestId: string;
  /** Server time of the transaction, with the trial offset. */
  readonly now: Date;
  /** Calendar day of `now` in Asia/Shanghai. */
  readonly today: string;
  /** Whether the planner walks indexes in order, see `@PlanInOrder()`. */
  readonly planInOrder: boolean;
  /** Milliseconds that the server which is read from is behind; null on the primary, where nothing is missing. */
  readonly replicaLagMs: number | null;
  readonly em: EntityManager;
  readonly client: PoolClient;
  readonly afterCommit: (() => Promise<void> | void)[];
}

export const contextStore = new AsyncLocalStorage<RequestContext>();

/** The context of the running transaction. Throws outside of one: a query without actor and territory must not exist. */
export function currentContext(): RequestContext {
  const context = contextStore.getStore();
  if (!context) throw new Error('no transaction context: use Db.run');
  return context;
}
