import { ApiProperty } from '@nestjs/swagger';
import { problem, type Problem } from '#domain';
import { intOrNull, textOrNull } from './help.dto.js';

/** What became of one row of a request for many. */
export interface RowResult {
  /** "county-uuid" as it was sent or made; null when there is none. */
  readonly id: string | null;
  readonly status: string | null;
  readonly version: number | null;
  readonly refusal: Problem | null;
}

/** All or nothing: throws `help.batch-refused` with every refused row, so that the transaction ends without a change. */
export function requireAll(results: readonly RowResult[]): void {
  const refused = results.flatMap(({ refusal, id }, index) => (refusal ? [{ index, id, code: refusal.code, title: refusal.zh }] : []));
  if (refused.length > 0) throw problem('help.batch-refused', { refused: refused.length, rows: refused });
}

/** The one result of a request for one row. @throws its own refusal */
export function onlyResult(results: readonly RowResult[]): RowResult {
  const [result] = results;
  if (!result) throw problem('not-found');
  if (result.refusal) throw result.refusal;
  return result;
}

export class RowProblemResponse {
  @ApiProperty({ type: 'string' }) code!: string;
  @ApiProperty({ type: 'string', description: 'In Chinese' }) title!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) params!: Record<string, unknown>;
}

export class RowResultResponse {
  @ApiProperty({ type: 'integer', description: 'Place in the request, from 0' }) index!: number;
  @ApiProperty(textOrNull) id!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Status after the request' }) status!: string | null;
  @ApiProperty(intOrNull) version!: number | null;
  @ApiProperty({ type: RowProblemResponse, nullable: true }) problem!: RowProblemResponse | null;
}

export class RowResultsResponse {
  @ApiProperty({ type: 'integer' }) done!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
  @ApiProperty({ type: [RowResultResponse] }) rows!: RowResultResponse[];

  static from(results: readonly RowResult[]): RowResultsResponse {
    const refused = results.filter(({ refusal }) => refusal !== null).length;
    return {
      done: results.length - refused, refused,
      rows: results.map(({ id, status, version, refusal }, index) => ({
        index, id, status, version, problem: refusal ? { code: refusal.code, title: refusal.zh, params: { ...refusal.params } } : null,
      })),
    };
  }
}
