/** Types a constant or parameter of a rule is sent as. */
export type SqlType = 'int8' | 'text' | 'boolean' | 'date';

export type SqlScalar = number | string | boolean | null;

/**
 * Collects the values of one statement and hands out `$n::type`; an equal value is sent once. Give a binder that already
 * holds the statement's own values to compile several rules into one statement.
 */
export class SqlBinder {
  readonly values: unknown[];
  private readonly known = new Map<string, string>();

  constructor(values: unknown[] = []) {
    this.values = values;
  }

  bind(type: SqlType, value: SqlScalar | readonly SqlScalar[]): string {
    const sqlType = Array.isArray(value) ? `${type}[]` : type;
    const key = `${sqlType} ${JSON.stringify(value)}`;
    const reference = this.known.get(key) ?? `$${this.values.push(value)}::${sqlType}`;
    this.known.set(key, reference);
    return reference;
  }
}
