import type { DataSourceOptions } from 'typeorm';
import pg from 'pg';
import type { Env } from '../config/env.js';

// int8 is fen and counts (far below 2^53), so it is a number; a calendar day stays text, it has no time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (value: string) => value);

/** Statement timeout of the desks; longer work states its own through `RunOptions.timeoutMs`. */
const STATEMENT_TIMEOUT_MS = 5_000;

/** Connection of the application role. No `synchronize`, no entities by glob, no subscribers. */
export function dataSourceOptions(env: Env, entities: NonNullable<DataSourceOptions['entities']> = []): DataSourceOptions {
  return {
    type: 'postgres',
    url: env.appUrl,
    entities,
    synchronize: false,
    migrationsRun: false,
    applicationName: 'bangfu',
    extra: connectionOptions(env),
  };
}

/** What every connection of the application role has, on the primary and on a replica. */
export function connectionOptions(env: Env) {
  return {
    max: env.poolSize,
    connectionTimeoutMillis: 3_000,
    options: `-c statement_timeout=${STATEMENT_TIMEOUT_MS} -c idle_in_transaction_session_timeout=60000 -c jit=off -c search_path=public,app`,
  };
}
