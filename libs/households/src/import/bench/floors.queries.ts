/** Tables of the measurement; dropped at its end. */
export const createSchema = 'drop schema if exists import_bench cascade; create schema import_bench';
export const dropSchema = 'drop schema if exists import_bench cascade';

/** The rows of the file as they are, all text, with the three indexes that a register of them would need at least. */
export function createRaw(columns: number, keys: readonly number[]): string {
  const names = Array.from({ length: columns }, (_, index) => `c${index} text`);
  const indexes = keys.map((key, index) => `create index raw_${index} on import_bench.raw (c${key})`);
  return `create table import_bench.raw (n integer primary key, ${names.join(', ')}); create table import_bench.staged (like import_bench.raw); ${indexes.join('; ')}`;
}
export const truncateRaw = 'truncate import_bench.raw, import_bench.staged';
export const copyRaw = (table: 'raw' | 'staged') => `copy import_bench.${table} from stdin`;
export function upsertRaw(columns: number): string {
  const names = Array.from({ length: columns }, (_, index) => `c${index}`);
  return `insert into import_bench.raw select * from import_bench.staged on conflict (n) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}

/** Tables whose rows an import writes besides its own. */
export const writtenTables = ['household', 'member', 'household_year', 'member_year', 'episode', 'identity_register', 'member_name_gram'] as const;
/** The same tables with the same indexes, empty, without triggers and without row security. */
export const createLike = (table: string) => `create table import_bench.${table} (like ${table} including all)`;
export const copyOut = (table: string) => `copy (select * from ${table}) to stdout`;
export const copyIn = (table: string) => `copy import_bench.${table} from stdin`;
export const auditOut = `copy (select * from audit_log where recorded_on = current_date) to stdout`;
export const createAudit = 'create table import_bench.audit_log (like audit_log including all)';
