// Loaded beside the API (--import): writes every statement that it sends to the database to the file BANGFU_RECORD, one JSON a line.
import { appendFileSync } from 'node:fs';
import pg from 'pg';

type Query = (this: pg.Client, config: unknown, values?: unknown, ...rest: unknown[]) => unknown;

const file = process.env['BANGFU_RECORD'] ?? '';
const prototype = pg.Client.prototype as unknown as { query: Query };
const original = prototype.query;

prototype.query = function recorded(config, values, ...rest) {
  const { text, values: bound } = typeof config === 'string' ? { text: config, values } : (config as { text?: string; values?: unknown });
  if (text !== undefined) appendFileSync(file, `${JSON.stringify({ connection: (this as unknown as { processID?: number }).processID, text, values: Array.isArray(bound) ? bound : [] })}\n`);
  return original.call(this, config, values, ...rest);
};
