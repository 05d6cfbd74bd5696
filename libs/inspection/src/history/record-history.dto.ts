import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsRFC3339 } from 'class-validator';
import { chainStates, columnDifferences, columnName, isRole, isShownColumn, recordKinds, recordSources, roleTable, type ColumnDifference, type RecordKind } from '#domain';
import type { Page } from '#platform';
import type { RecordTimelineRow } from './record-history.queries.js';
import type { RecordState } from './record-history.service.js';

const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const value = (): ApiPropertyOptions => ({
  nullable: true, description: 'As stored; sensitive columns hold their masks',
  oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'array', items: {} }, { type: 'object', additionalProperties: true }],
});

export class RecordMomentQuery {
  @ApiProperty({ format: 'date-time', description: 'The moment asked for' })
  @IsRFC3339()
  at!: string;
}

export class RecordDifference {
  @ApiProperty(text) column!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
  @ApiProperty(value()) before!: unknown;
  @ApiProperty(value()) after!: unknown;
  @ApiProperty(textOrNull) beforeText!: string | null;
  @ApiProperty(textOrNull) afterText!: string | null;

  static from({ name, ...rest }: ColumnDifference): RecordDifference {
    return { ...rest, ...name };
  }
}

export class RecordTimelineItem {
  @ApiProperty(text) id!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: string;
  @ApiProperty({ enum: ['INSERT', 'UPDATE', 'DELETE'] }) op!: string;
  @ApiProperty({ ...textOrNull, description: 'Name of who did it' }) actor!: string | null;
  @ApiProperty(text) role!: string;
  @ApiProperty(text) roleZh!: string;
  @ApiProperty({ enum: Object.keys(recordSources) }) source!: string;
  @ApiProperty(text) sourceZh!: string;
  @ApiProperty({ ...textOrNull, description: 'The reason that was given with it' }) reason!: string | null;
  @ApiProperty({ type: [RecordDifference] }) changes!: RecordDifference[];
  @ApiProperty({ enum: Object.keys(chainStates), description: 'Whether the row still gives the hash that its place in the chain holds' }) chain!: string;
  @ApiProperty(text) chainZh!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: "Place in the county's chain" }) seq!: number | null;

  static from(row: RecordTimelineRow): RecordTimelineItem {
    return {
      id: row.id, at: row.at.toISOString(), op: row.op, actor: row.actor_name, role: row.actor_role, roleZh: isRole(row.actor_role) ? roleTable[row.actor_role].zh : '系统',
      source: row.source, sourceZh: recordSources[row.source].zh, reason: reasonOf(row.payload.after ?? row.payload.before ?? {}),
      changes: columnDifferences(row.payload).map(RecordDifference.from), chain: row.chain, chainZh: chainStates[row.chain].zh, seq: row.seq,
    };
  }
}

export class RecordTimelinePage {
  @ApiProperty(text) kind!: string;
  @ApiProperty(text) kindZh!: string;
  @ApiProperty({ type: [RecordTimelineItem] }) items!: RecordTimelineItem[];
  @ApiProperty(textOrNull) nextCursor!: string | null;

  static from(kind: RecordKind, page: Page<RecordTimelineRow>): RecordTimelinePage {
    return { kind, kindZh: recordKinds[kind].zh, items: page.items.map(RecordTimelineItem.from), nextCursor: page.nextCursor };
  }
}

export class RecordColumn {
  @ApiProperty(text) column!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
  @ApiProperty(value()) value!: unknown;
}

export class RecordStateResponse {
  @ApiProperty(text) kind!: string;
  @ApiProperty({ type: 'string', format: 'date-time', description: 'When this state was recorded' }) recordedAt!: string;
  @ApiProperty({ type: 'boolean' }) deleted!: boolean;
  @ApiProperty({ type: [RecordColumn] }) columns!: RecordColumn[];

  static from(kind: RecordKind, state: RecordState): RecordStateResponse {
    const columns = Object.keys(state.image).filter(isShownColumn).sort().map((column) => ({ column, ...columnName(column), value: state.image[column] ?? null }));
    return { kind, recordedAt: state.recordedAt.toISOString(), deleted: state.deleted, columns };
  }
}

function reasonOf(image: Readonly<Record<string, unknown>>): string | null {
  const found = ['correction_reason', 'reason', 'decision_reason', 'end_reason', 'close_reason', 'opinion'].map((column) => image[column]).find((one) => typeof one === 'string' && one !== '');
  return (found as string | undefined) ?? null;
}
