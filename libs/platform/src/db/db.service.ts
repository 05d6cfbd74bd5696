import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { uuidV7 } from '#domain';
import type { Actor } from '../auth/actor.js';
import { beginStatement, commitStatement } from './context-statement.js';
import { CommitHooks } from './commit-hooks.js';
import { isRetryable, toProblem } from './pg-error.js';
import { contextStore, currentContext } from './request-context.js';

export interface RunOptions {
  readonly actor: Actor;
  readonly requestId?: string;
  readonly readOnly?: boolean;
  /** All statements see the same moment (repeatable read). */
  readonly steady?: boolean;
  /** Statement timeout of this transaction in milliseconds; the pool's own (5 s) without it. */
  readonly timeoutMs?: number;
}

const MAX_ATTEMPTS = 3;

/**
 * The only door to the database: one transaction, one actor, one territory. Everything inside `run` sees the rows of the
 * actor's scope and nothing else. A serialization failure or deadlock repeats the whole block (at most three times).
 */
@Injectable()
export class Db {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly hooks: CommitHooks,
  ) {}

  /** Runs `fn` in a transaction of its own. Errors roll back; known database errors come out as problems. */
  async run<T>(options: RunOptions, fn: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(options, fn);
      } catch (error) {
        if (!isRetryable(error) || attempt === MAX_ATTEMPTS) throw toProblem(error);
      }
    }
  }

  /** TypeORM manager of the running transaction. */
  get em(): EntityManager {
    return currentContext().em;
  }

  /** Runs SQL in the current transaction and returns its rows. */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await currentContext().client.query<Row & object>(sql, params as unknown[]);
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

  /** Client of the running transaction, for COPY and cursors. */
  get client(): PoolClient {
    return currentContext().client;
  }

  /** Registers work for after the commit (wake-ups, notices). It is dropped on rollback and its failure never undoes the commit. */
  afterCommit(fn: () => Promise<void> | void): void {
    currentContext().afterCommit.push(fn);
  }

  private async attempt<T>(options: RunOptions, fn: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      // A connection that is lost in use says so twice, by the failing statement and by an event; the event without a listener
      // would end the process. The listener stays: the second event comes after the pool has let go of the client.
      client.off('error', ignoreLoss).on('error', ignoreLoss);
      const requestId = options.requestId ?? uuidV7();
      const { now, today } = await begin(client, { ...options, requestId });
      markActive(runner, true);
      const afterCommit: (() => Promise<void> | void)[] = [];
      const context = { actor: options.actor, requestId, now, today, em: runner.manager, client, afterCommit };
      let result: T;
      let written: { touched: string[]; dirty: string[] };
      try {
        result = await contextStore.run(context, fn);
        written = await commit(client);
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        markActive(runner, false);
      }
      await this.hooks.committed({ ...written, afterCommit });
      return result;
    } finally {
      await runner.release();
    }
  }
}

function ignoreLoss(): void {}

async function begin(client: PoolClient, options: RunOptions & { requestId: string }): Promise<{ now: Date; today: string }> {
  // A multi-statement string answers with one result per statement; the last one carries the time.
  const results = (await client.query(beginStatement(options))) as unknown as { rows: { now: Date; today: string }[] }[];
  const row = results.at(-1)?.rows[0];
  if (!row) throw new Error('transaction did not start');
  return row;
}

async function commit(client: PoolClient): Promise<{ touched: string[]; dirty: string[] }> {
  const results = (await client.query(commitStatement)) as unknown as { command: string; rows: { touched: string | null; dirty: string | null }[] }[];
  // COMMIT of an aborted transaction answers ROLLBACK without an error: that must never look like success.
  if (results.at(-1)?.command !== 'COMMIT') throw new Error('transaction was rolled back');
  const row = results[0]?.rows[0];
  return { touched: row?.touched?.split(',') ?? [], dirty: row?.dirty?.split(',') ?? [] };
}

/** TypeORM must not open a transaction of its own inside ours. */
function markActive(runner: QueryRunner, active: boolean): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = active;
}
