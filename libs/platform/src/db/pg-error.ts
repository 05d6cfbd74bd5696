import { isProblem, problem, type ProblemCode } from '#domain';

interface PgError {
  code: string;
  constraint?: string;
  message: string;
}

function asPgError(error: unknown): PgError | null {
  const candidate = (error as { driverError?: unknown })?.driverError ?? error;
  return typeof (candidate as PgError)?.code === 'string' ? (candidate as PgError) : null;
}

/** Serialization failure and deadlock: the whole block may be repeated. */
export function isRetryable(error: unknown): boolean {
  const code = asPgError(error)?.code;
  return code === '40001' || code === '40P01';
}

/** A prepared statement was planned for columns that have changed since; another connection plans it anew. */
export function hasStalePlan(error: unknown): boolean {
  const pg = asPgError(error);
  return pg?.code === '0A000' && /cached plan/.test(pg.message);
}

/** Constraint name → problem code. Constraint names are API; each feature registers its own. */
const constraints = new Map<string, ProblemCode>();
export function registerConstraints(map: Readonly<Record<string, ProblemCode>>): void {
  for (const [constraint, code] of Object.entries(map)) constraints.set(constraint, code);
}

const unavailable = new Set(['08000', '08003', '08006', '57P01', '57P02', '57P03', '53300', '53400', '53100', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/**
 * What a replica alone does: it goes away, lacks a table that the primary has by now, or cancels a statement because what that reads has
 * just been cleared away on the primary (40001 there, or a lost connection). The primary answers instead.
 */
export function leavesReplica(error: unknown): boolean {
  if (isProblem(error)) return error.code === 'not-ready';
  const code = asPgError(error)?.code;
  return code === '40001' || code === '40P01' || code === '42P01' || code === '42703' || hasStalePlan(error) || isProblemOf(toProblem(error), 'not-ready');
}

const isProblemOf = (error: unknown, code: ProblemCode) => isProblem(error) && error.code === code;

/** The one place where database errors become problems. Unknown errors pass through and end as 500. */
export function toProblem(error: unknown): unknown {
  if (isProblem(error)) return error;
  const pg = asPgError(error);
  if (!pg) {
    const message = error instanceof Error ? error.message : '';
    return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Driver not Connected/i.test(message) ? problem('not-ready') : error;
  }
  const known = pg.constraint === undefined ? undefined : constraints.get(pg.constraint);
  if (known) return problem(known);
  if (pg.code === '42501') return problem('not-found'); // a row outside the territory looks like a row that is not there
  if (pg.code === '23505') return problem('conflict', { constraint: pg.constraint });
  if (pg.code === '23503') return problem('not-found');
  if (pg.code === '23514' || pg.code.startsWith('22')) return problem('validation', { constraint: pg.constraint });
  if (pg.code === '57014') return problem('timeout');
  if (pg.code === '55P03') return problem('busy');
  if (isRetryable(error)) return problem('busy');
  if (pg.code === 'BF010') return problem('not-in-this-mode');
  if (unavailable.has(pg.code)) return problem('not-ready');
  return error;
}
