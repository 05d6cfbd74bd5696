/** What keeps the statement of a check from being run over the region. */
export type CheckSqlFault = 'no-comment' | 'not-a-select' | 'semicolon' | 'several-statements' | 'parameter' | 'not-bounded' | 'writes' | 'clock' | 'id-in-clear';

const skipped = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/g;
const writing = /\b(insert|update|delete|truncate|merge|create|alter|drop|grant|revoke|copy|call|do|set|reset|lock|listen|notify|vacuum|set_config|pg_[a-z_]+|dblink[a-z_]*|lo_[a-z]+)\b/;
const clocks = /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|today|random|gen_random_uuid)\s*\(|\b(current_date|current_timestamp|localtimestamp)\b/;

/**
 * Faults of the statement of a check, judged by its text alone: one select (ctes allowed) with a comment on top, no semicolon,
 * only $1 to $5, bounded by the division ($1, $2), reading no clock of its own ($4 is today). Empty for a good one.
 */
export function checkSqlFaults(sql: string): CheckSqlFault[] {
  const bare = sql.replace(skipped, (part) => (part.startsWith('--') || part.startsWith('/*') ? ' ' : part.startsWith('"') ? '"x"' : "''")).toLowerCase().trim();
  const parameters = [...bare.matchAll(/\$([0-9]+)/g)].map(([, n]) => Number(n));
  const faults: [CheckSqlFault, boolean][] = [
    ['no-comment', !sql.trimStart().startsWith('--')],
    ['not-a-select', !/^(with|select)\b/.test(bare)],
    ['semicolon', bare.includes(';')],
    ['several-statements', /\$[a-z_]*\$/.test(bare)],
    ['parameter', parameters.some((n) => n < 1 || n > 5)],
    ['not-bounded', !parameters.includes(1) || !parameters.includes(2)],
    ['writes', writing.test(bare)],
    ['clock', clocks.test(bare)],
    ['id-in-clear', /_enc\b/.test(bare)],
  ];
  return faults.filter(([, found]) => found).map(([fault]) => fault);
}

/** Names of parameters that the statement asks for: `$5->>'name'`. */
export function parametersNamed(sql: string): string[] {
  return [...new Set([...sql.matchAll(/\$5(?:::jsonb)?\s*->>?\s*'([a-z0-9_]+)'/g)].map(([, name]) => name ?? ''))];
}
