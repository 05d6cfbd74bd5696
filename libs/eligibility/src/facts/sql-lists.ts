/** Constants of the domain as SQL literals, so that a statement reads whole. Only for constants: nothing from outside comes here. */
export function sqlList(values: readonly string[]): string {
  return `(${values.map(sqlText).join(', ')})`;
}

export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
