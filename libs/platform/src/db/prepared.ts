const names = new Map<string, string>();

/**
 * Marks a statement that each connection plans once and then only runs: planning is most of the cost of a look-up. Only for
 * look-ups by key with named columns: the plan must be the best one whatever the values are, and its columns must not change when
 * a migration adds one.
 */
export function prepared(sql: string): string {
  if (!names.has(sql)) names.set(sql, `bangfu_${names.size + 1}`);
  return sql;
}

/** The statement as the driver takes it. */
export function statementOf(sql: string, values: readonly unknown[]): { name?: string; text: string; values: unknown[] } {
  const name = names.get(sql);
  return name === undefined ? { text: sql, values: values as unknown[] } : { name, text: sql, values: values as unknown[] };
}
