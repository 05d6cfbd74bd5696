import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsRFC3339 } from 'class-validator';
import { isRole, lifeEvents, roleTable, type LifeEventKind } from '#domain';
import { PageQuery } from '#platform';
import { HouseholdResponse } from '../household/household.response.js';
import { YearResponse } from '../year/year.response.js';
import { differences } from './differences.js';
import type { History, TimelineEntry } from './history-reader.js';

const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;

export class HistoryQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'Ends the timeline at this moment and adds the state of the household as it was then' })
  @IsOptional()
  @IsRFC3339()
  at?: string;
}

export class DifferenceResponse {
  @ApiProperty(text) key!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
  @ApiProperty({ nullable: true, description: 'Stored value, masked where the field is sensitive', oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'array', items: { type: 'string' } }] }) before!: unknown;
  @ApiProperty({ nullable: true, oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'array', items: { type: 'string' } }] }) after!: unknown;
  @ApiProperty({ ...textOrNull, description: 'As a person reads it' }) beforeText!: string | null;
  @ApiProperty(textOrNull) afterText!: string | null;
}

export class LifeEventLine {
  @ApiProperty(text) kind!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(textOrNull) on!: string | null;
  @ApiProperty(textOrNull) reason!: string | null;
}

export class TimelineItem {
  @ApiProperty(text) id!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: string;
  @ApiProperty({ ...textOrNull, description: 'Name of who did it' }) actor!: string | null;
  @ApiProperty(text) role!: string;
  @ApiProperty(text) roleZh!: string;
  @ApiProperty({ enum: ['INSERT', 'UPDATE', 'DELETE', 'LIFE_EVENT'] }) op!: string;
  @ApiProperty({ ...text, description: 'household, member, household_year, member_year, episode, household_link' }) table!: string;
  @ApiProperty({ ...textOrNull, description: 'Person or year that it is about' }) subject!: string | null;
  @ApiProperty({ type: [DifferenceResponse] }) changes!: DifferenceResponse[];
  @ApiProperty({ type: LifeEventLine, nullable: true }) event!: LifeEventLine | null;

  static from(row: TimelineEntry): TimelineItem {
    return {
      id: row.id, at: row.at.toISOString(), actor: row.actor_name, role: row.actor_role, roleZh: isRole(row.actor_role) ? roleTable[row.actor_role].zh : '系统',
      op: row.op, table: row.table_name, subject: row.subject, changes: row.op === 'LIFE_EVENT' ? [] : differences(row.table_name, row.payload),
      event: row.op === 'LIFE_EVENT' ? lineOf(row.payload) : null,
    };
  }
}

export class HouseholdStateResponse {
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: string;
  @ApiProperty({ type: HouseholdResponse }) household!: HouseholdResponse;
  @ApiProperty({ type: [YearResponse] }) years!: YearResponse[];
}

export class HistoryResponse {
  @ApiProperty({ type: [TimelineItem] }) items!: TimelineItem[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
  @ApiProperty({ type: HouseholdStateResponse, nullable: true, description: 'Only with `at`' }) state!: HouseholdStateResponse | null;

  static from(history: History): HistoryResponse {
    const { state } = history;
    return {
      items: history.items.map((item) => TimelineItem.from(item)),
      nextCursor: history.nextCursor,
      state: state === null ? null : { at: state.at.toISOString(), household: HouseholdResponse.from(state.detail), years: state.years.map((year) => YearResponse.of(year)) },
    };
  }
}

function lineOf(payload: Readonly<Record<string, unknown>>): LifeEventLine {
  const kind = String(payload['kind']);
  const known = kind in lifeEvents ? lifeEvents[kind as LifeEventKind].zh : kind === 'transfer' ? '跨旗县转移' : kind;
  const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { kind, zh: known, on: word(payload['on']), reason: word(payload['reason']) };
}
