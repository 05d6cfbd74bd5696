import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { isUuid, problem } from '#domain';

const DEFAULT_LIMIT = 50;

/** Keyset paging: `cursor` of the previous page, `limit` rows (1 to 200). */
export class PageQuery {
  @ApiPropertyOptional({ description: 'nextCursor of the previous page', maxLength: 400 })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: DEFAULT_LIMIT })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value))
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = DEFAULT_LIMIT;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** Opaque cursor of the sort key of the last row. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const cursorParts = {
  string: (part: unknown) => typeof part === 'string' && !part.includes('\0'),
  number: (part: unknown) => typeof part === 'number',
  uuid: (part: unknown) => typeof part === 'string' && isUuid(part),
  village: (part: unknown) => typeof part === 'string' && /^[0-9]{12}$/.test(part),
} as const;
type CursorPart = keyof typeof cursorParts;
type CursorKey<Shape extends readonly CursorPart[]> = { -readonly [Index in keyof Shape]: Shape[Index] extends 'number' ? number : string };

/** Reads a cursor back; `shape` names each part. A foreign or broken cursor is a `validation` problem. */
export function decodeCursor<const Shape extends readonly CursorPart[]>(cursor: string | undefined, shape: Shape): CursorKey<Shape> | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === shape.length && shape.every((part, i) => cursorParts[part](key[i]))) return key as CursorKey<Shape>;
  } catch {
    // falls through to the same refusal
  }
  throw problem('validation', { fields: [{ field: 'cursor', faults: ['cursor'] }] });
}

/** Id that a page begins after; null for the first page. @throws `validation` for a broken cursor */
export function uuidCursor(cursor: string | undefined): string | null {
  return decodeCursor(cursor, ['uuid'])?.[0] ?? null;
}

/** Cuts `limit + 1` fetched rows to a page. */
export function toPage<Row, T>(rows: Row[], limit: number, key: (row: Row) => (string | number | null)[], map: (row: Row) => T): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(map), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
