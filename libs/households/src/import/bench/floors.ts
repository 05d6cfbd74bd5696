import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { copyValue } from '../write/copy-text.js';
import * as sql from './floors.queries.js';

export interface Floors {
  /** COPY of the rows of the file into a plain table with four indexes. */
  readonly copyMs: number;
  /** COPY to a staging table, then INSERT … ON CONFLICT DO UPDATE. */
  readonly upsertMs: number;
}

export interface SameRowsFloor {
  /** COPY of exactly the rows that the import wrote, into the same tables with the same indexes, without triggers. */
  readonly copyMs: number;
  /** The same with the audit rows. */
  readonly withAuditMs: number;
  readonly rows: Readonly<Record<string, number>>;
}

const ROUNDS = 3;

/** Measures what the bare database needs for the same data. `url` is a connection that may create a schema. */
export class ImportFloors {
  constructor(private readonly url: string) {}

  /** @param rows of the file without headings @param width number of columns @param keys columns that are indexed */
  async ofFile(rows: Iterable<readonly string[]>, width: number, keys: readonly number[]): Promise<Floors> {
    return this.on(async (client) => {
      const pieces = [...copyPieces(rows)];
      await client.query(sql.createRaw(width, keys));
      let [copyMs, upsertMs] = [Infinity, Infinity];
      for (let round = 0; round < ROUNDS; round++) {
        await client.query(sql.truncateRaw);
        copyMs = Math.min(copyMs, await timed(() => load(client, sql.copyRaw('raw'), pieces)));
        await client.query(sql.truncateRaw);
        upsertMs = Math.min(upsertMs, await timed(async () => {
          await load(client, sql.copyRaw('staged'), pieces);
          await client.query(sql.upsertRaw(width));
        }));
      }
      return { copyMs, upsertMs };
    });
  }

  /** Call it right after the import of an otherwise empty register. */
  async ofWrittenRows(): Promise<SameRowsFloor> {
    return this.on(async (client) => {
      const data = new Map<string, Buffer>();
      for (const table of sql.writtenTables) data.set(table, await dump(client, sql.copyOut(table)));
      const audit = await dump(client, sql.auditOut);
      for (const table of sql.writtenTables) await client.query(sql.createLike(table));
      await client.query(sql.createAudit);
      const copyMs = await timed(async () => {
        for (const table of sql.writtenTables) await load(client, sql.copyIn(table), cut(data.get(table) ?? Buffer.alloc(0)));
      });
      const auditMs = await timed(() => load(client, sql.copyIn('audit_log'), cut(audit)));
      const counted = [...data, ['audit_log', audit] as const].map(([table, bytes]) => [table, countLines(bytes)] as const);
      return { copyMs, withAuditMs: copyMs + auditMs, rows: Object.fromEntries(counted) };
    });
  }

  private async on<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client(this.url);
    await client.connect();
    try {
      await client.query(sql.createSchema);
      return await work(client);
    } finally {
      await client.query(sql.dropSchema);
      await client.end();
    }
  }
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const ROWS_PER_PIECE = 500;

/** Lines ready for COPY, outside of the heap. */
function* copyPieces(rows: Iterable<readonly string[]>): Generator<Buffer> {
  let text = '';
  let n = 0;
  for (const row of rows) {
    text += `${n}\t${row.map(copyValue).join('\t')}\n`;
    n += 1;
    if (n % ROWS_PER_PIECE !== 0) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

async function dump(client: pg.Client, statement: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new PassThrough();
  sink.on('data', (chunk: Buffer) => chunks.push(chunk));
  await pipeline(client.query(copyTo(statement)), sink);
  return Buffer.concat(chunks);
}

function load(client: pg.Client, statement: string, pieces: readonly Buffer[]): Promise<void> {
  return pipeline(Readable.from(pieces), client.query(copyFrom(statement)));
}

const cut = (bytes: Buffer) => Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, index) => bytes.subarray(index * 65_536, (index + 1) * 65_536));

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
