import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Sends lines that are ready for COPY to a table of this session. Row security forbids COPY into the real tables. */
export async function copyInto(client: ClientBase, statement: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  await pipeline(Readable.from(pieces(lines)), client.query(copyFrom(statement)));
}

/** Sends pieces of COPY text as they are made, no faster than the database takes them. */
export async function copyLines(client: ClientBase, statement: string, made: AsyncIterable<Buffer>): Promise<void> {
  await pipeline(Readable.from(made), client.query(copyFrom(statement)));
}

const LINES_PER_PIECE = 200;

function* pieces(lines: readonly string[]): Generator<Buffer> {
  for (let at = 0; at < lines.length; at += LINES_PER_PIECE) yield Buffer.from(lines.slice(at, at + LINES_PER_PIECE).join(''), 'utf8');
}
