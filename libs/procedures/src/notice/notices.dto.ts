import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { formatCaseId, noticePlaces } from '#domain';
import { PageQuery } from '#platform';
import { LocalTextResponse } from '../case/case-list.dto.js';
import type { BoardRow, PosterRow } from './notice-board.queries.js';

export const lanes = ['due', 'running', 'contested', 'complete', 'closed'] as const;
export type Lane = (typeof lanes)[number];

export class NoticeListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: lanes, default: 'running', description: '待张贴 · 公示中 · 有异议 · 期满待结束 · 已结束' })
  @IsOptional()
  @IsIn(lanes)
  lane?: Lane;

  @ApiPropertyOptional({ pattern: '^[0-9]{2,12}$' })
  @IsOptional()
  @Matches(/^[0-9]{2,12}$/)
  division?: string;
}

export class NoticeCardResponse {
  @ApiProperty({ type: String, nullable: true, description: '<county>-<uuid>; null before posting' }) id: string | null;
  @ApiProperty() caseId: string;
  @ApiProperty({ type: 'integer', description: 'For an action on the case' }) caseVersion: number;
  @ApiProperty() pack: string;
  @ApiProperty({ type: LocalTextResponse }) packName: LocalTextResponse;
  @ApiProperty() step: string;
  @ApiProperty({ enum: lanes }) lane: Lane;
  @ApiProperty() division: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) village: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) headCount: number | null;
  @ApiProperty({ type: String, nullable: true, enum: noticePlaces }) place: string | null;
  @ApiProperty({ type: String, nullable: true }) placeDetail: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) openedOn: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) lastDay: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) closedOn: string | null;
  @ApiProperty({ type: 'integer' }) objections: number;
  @ApiProperty({ type: 'integer' }) openObjections: number;
  @ApiProperty({ description: 'A photograph of the posting is there; missing means 待补, not overdue' }) postingEvidence: boolean;

  static from(row: BoardRow, lane: Lane): NoticeCardResponse {
    return {
      id: row.id === null ? null : formatCaseId(row.county_code, row.id), caseId: formatCaseId(row.county_code, row.case_id), caseVersion: row.case_version, pack: row.pack_code, packName: row.pack_name,
      step: row.step, lane, division: row.division_code, name: row.poster_name, village: row.poster_village, headCount: row.poster_head_count, place: row.place,
      placeDetail: row.place_detail, openedOn: row.opened_on, lastDay: row.closes_on, closedOn: row.closed_on, objections: row.objections,
      openObjections: row.open_objections, postingEvidence: row.posting_evidence,
    };
  }
}

export class NoticePage {
  @ApiProperty({ type: [NoticeCardResponse] }) items: NoticeCardResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** Everything that a poster may show. */
export class PosterResponse {
  @ApiProperty({ type: LocalTextResponse }) title: LocalTextResponse;
  @ApiProperty() name: string;
  @ApiProperty() village: string;
  @ApiProperty({ type: 'integer', nullable: true }) headCount: number | null;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'Null while an objection stops the clock' }) to: string | null;
  @ApiProperty({ type: 'integer' }) days: number;
  @ApiProperty({ enum: ['calendar', 'working'] }) unit: string;
  @ApiProperty({ enum: noticePlaces }) place: string;
  @ApiProperty({ type: String, nullable: true }) placeDetail: string | null;

  static from(row: PosterRow): PosterResponse {
    return {
      title: row.pack_name, name: row.poster_name, village: row.poster_village, headCount: row.poster_head_count, from: row.opened_on, to: row.closes_on,
      days: row.min_days, unit: row.unit, place: row.place, placeDetail: row.place_detail,
    };
  }
}
