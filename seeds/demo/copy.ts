import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escape = (text: string) => text.replace(/[\\\t\n\r]/g, (character) => special[character] ?? '');

/** One value in the text form of COPY. */
export function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (value === true) return 't';
  if (value === false) return 'f';
  if (Array.isArray(value)) return escape(`{${value.map((entry) => `"${String(entry).replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return escape(String(value as string | number));
}

/**
 * Streams rows into a temporary copy of the table and inserts them from there in one statement: COPY straight into a table
 * behind row security is refused for its owner too.
 */
export async function copyRows(client: Client, table: string, columns: readonly string[], rows: Iterable<readonly unknown[]>): Promise<number> {
  const list = columns.join(', ');
  await client.query(`create temp table staging on commit drop as select ${list} from ${table} limit 0`);
  const stream = client.query(copyFrom(`copy staging (${list}) from stdin`));
  let count = 0;
  let buffer = '';
  for (const row of rows) {
    buffer += `${row.map(copyValue).join('\t')}\n`;
    count++;
    if (buffer.length > 60_000) {
      if (!stream.write(buffer)) await once(stream, 'drain');
      buffer = '';
    }
  }
  stream.end(buffer);
  await finished(stream);
  await client.query(`insert into ${table} (${list}) select ${list} from staging`);
  await client.query('drop table staging');
  return count;
}
