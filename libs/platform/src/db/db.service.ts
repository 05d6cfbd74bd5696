import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidV7 } from '#domain';
import type { Actor } from '../auth/actor.js';
import { IDLE_MINUTES } from '../auth/sessions.js';
import { beginStatement, commitStatement, eyesStatement, sessionStateStatement } from './context-statement.js';
import { CommitHooks } from './commit-hooks.js';
import { Connections } from './connections.js';
import { hasStalePlan, isRetryable, leavesReplica, toProblem } from './pg-error.js';
import { statementOf } from './prepared.js';
import { Replica } from './replica.js';
import { contextStore, currentContext, type RequestContext } from './request-context.js';

export interface RunOptions {
  readonly actor: Actor;
  readonly requestId?: string;
  readonly readOnly?: boolean;
  /** All statements see the same moment (repeatable read). */
  readonly steady?: boolean;
  /** Statement timeout of this transaction in milliseconds; the pool's own (5 s) without it. */
  readonly timeoutMs?: number;
  /** Plans that walk an index in order, see `@PlanInOrder()`. */
  readonly planInOrder?: boolean;
  /** Hears the state of the actor's session before anything else happens; what it throws ends the transaction. */
  readonly onSession?: (state: string | null) => void;
  /** Reads from the replica while there is one that follows closely; such a transaction cannot write. */
  readonly fromReplica?: boolean;
}

const MAX_ATTEMPTS = 3;
/** More than a pool has connections. */
const MAX_STALE = 100;

/**
 * The only door to the database: one transaction, one actor, one territory. Everything inside `run` sees the rows of the
 * actor's scope and nothing else. A serialization failure or deadlock repeats the whole block (at most three times).
 */
@Injectable()
export class Db {
  private readonly connections: Connections;

  constructor(
    @InjectDataSource() dataSource: DataSource,
    private readonly hooks: CommitHooks,
    private readonly replica: Replica,
  ) {
    this.connections = new Connections(dataSource);
  }

  /** Runs `fn` in a transaction of its own. Errors roll back; known database errors come out as problems. */
  async run<T>(options: RunOptions, fn: () => Promise<T>): Promise<T> {
    let stale = 0;
    const { fromReplica, ...onPrimary } = options;
    if (fromReplica) {
      const answer = await this.onReplica({ ...onPrimary, readOnly: true }, fn);
      if (answer) return answer.result;
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(fromReplica ? { ...onPrimary, readOnly: true } : onPrimary, fn, await this.connections.take());
      } catch (error) {
        // Each connection may have plans from before a migration, and is given up for it; that is not this transaction's fault.
        if (hasStalePlan(error) && ++stale <= MAX_STALE) attempt -= 1;
        else if (!isRetryable(error) || attempt >= MAX_ATTEMPTS) throw toProblem(error);
      }
    }
  }

  /** State of the actor's session as the primary knows it, outside of any transaction; null when it is not live. */
  async sessionState(actor: Actor): Promise<string | null> {
    const [row] = await this.connections.query<{ session: string | null }>(sessionStateStatement, [actor.sessionId, IDLE_MINUTES]);
    return row?.session ?? null;
  }

  /** TypeORM manager of the running transaction. */
  get em(): EntityManager {
    return currentContext().em;
  }

  /** Runs SQL in the current transaction and returns its rows. */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await currentContext().client.query<Row & object>(statementOf(sql, params));
    return result.rows;
  }

  /** The single row of a query; throws when there is none or more than one. */
  async one<Row>(sql: string, params: readonly unknown[] = []): Promise<Row> {
    const row = await this.maybeOne<Row>(sql, params);
    if (row === null) throw new Error('query returned no row');
    return row;
  }

  /** The row of a query or null; throws when there is more than one. */
  async maybeOne<Row>(sql: string, params: readonly unknown[] = []): Promise<Row | null> {
    const rows = await this.query<Row>(sql, params);
    if (rows.length > 1) throw new Error('query returned more than one row');
    return rows[0] ?? null;
  }

  /**
   * Runs `fn` with the eyes and the hands of somebody else, in the running transaction: for what a rule decides and nobody chooses, about rows
   * that whoever asks must not see. `currentContext().actor` stays who asks; what the audit log is to say of them is written outside.
   */
  async inPlaceOf<T>(other: Pick<Actor, 'userId' | 'scope'>, fn: () => Promise<T>): Promise<T> {
    const { client, actor } = currentContext();
    await client.query(eyesStatement(other));
    const result = await fn();
    await client.query(eyesStatement(actor)); // what throws ends the transaction, and the settings with it
    return result;
  }

  /** Client of the running transaction, for COPY and cursors. */
  get client(): PoolClient {
    return currentContext().client;
  }

  /** Registers work for after the commit (wake-ups, notices). It is dropped on rollback and its failure never undoes the commit. */
  afterCommit(fn: () => Promise<void> | void): void {
    currentContext().afterCommit.push(fn);
  }

  /** Null when the replica is away, too far behind, or gives up in the middle: then the primary answers the whole block. */
  private async onReplica<T>(options: RunOptions, fn: () => Promise<T>): Promise<{ result: T } | null> {
    const client = await this.replica.take();
    if (!client) return null;
    const { lagMs } = this.replica.state;
    try {
      return { result: await this.attempt(options, fn, client, lagMs) };
    } catch (error) {
      if (!leavesReplica(error)) throw toProblem(error);
      this.replica.leave(error);
      return null;
    }
  }

  private async attempt<T>(options: RunOptions, fn: () => Promise<T>, client: PoolClient, replicaLagMs: number | null = null): Promise<T> {
    let spoilt = false;
    try {
      const requestId = options.requestId ?? uuidV7();
      const afterCommit: (() => Promise<void> | void)[] = [];
      let result: T;
      let written: { touched: string[]; dirty: string[] };
      try {
        const { now, today, session } = await begin(client, { ...options, requestId });
        options.onSession?.(session);
        result = await contextStore.run(this.context({ actor: options.actor, requestId, now, today, client, afterCommit, planInOrder: options.planInOrder === true, replicaLagMs }), fn);
        written = options.readOnly ? await close(client) : await commit(client);
      } catch (error) {
        // A connection whose transaction cannot be ended, or whose prepared plans are of a schema before, is of no more use.
        spoilt = hasStalePlan(error) || (await client.query('rollback').then(() => false, () => true));
        throw error;
      }
      await this.hooks.committed({ ...written, afterCommit });
      return result;
    } finally {
      client.release(spoilt);
    }
  }

  /** Most requests never ask for TypeORM, so its manager is made when they do. */
  private context(parts: Omit<RequestContext, 'em'>): RequestContext {
    const { connections } = this;
    let em: EntityManager | undefined;
    return { ...parts, get em() { return (em ??= connections.managerOf(parts.client)); } };
  }
}

interface Begun {
  now: Date;
  today: string;
  session: string | null;
}

async function begin(client: PoolClient, { onSession, ...options }: RunOptions & { requestId: string }): Promise<Begun> {
  // A multi-statement string answers with one result per statement; the last one carries the time.
  const results = (await client.query(beginStatement({ ...options, askSession: onSession !== undefined }))) as unknown as { rows: Begun[] }[];
  const row = results.at(-1)?.rows[0];
  if (!row) throw new Error('transaction did not start');
  return row;
}

async function commit(client: PoolClient): Promise<{ touched: string[]; dirty: string[] }> {
  const results = (await client.query(commitStatement)) as unknown as { command: string; rows: { touched: string | null; dirty: string | null }[] }[];
  mustBeCommitted(results.at(-1));
  const row = results[0]?.rows[0];
  return { touched: row?.touched?.split(',') ?? [], dirty: row?.dirty?.split(',') ?? [] };
}

/** Nothing can have been written, so nothing is asked. */
async function close(client: PoolClient): Promise<{ touched: string[]; dirty: string[] }> {
  mustBeCommitted(await client.query('commit'));
  return { touched: [], dirty: [] };
}

/** COMMIT of an aborted transaction answers ROLLBACK without an error: that must never look like success. */
function mustBeCommitted(result: { command: string } | undefined): void {
  if (result?.command !== 'COMMIT') throw new Error('transaction was rolled back');
}
