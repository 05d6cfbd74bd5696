import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { formatCaseId, noticeLayouts, privateKindLabels, type NoticeLayout } from '#domain';
import { LocalTextResponse } from '../case/case-list.dto.js';
import type { PosterBatch } from './notice-prints.js';

const textOrNull = { type: String, nullable: true } as const;

export class NoticeTextsRequest {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, description: '依据文号' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  basis?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 60, description: '监督电话 of an office' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  telephone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 100, description: '落款' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  issuer?: string | null;

  @ApiProperty({ enum: noticeLayouts })
  @IsIn(noticeLayouts)
  layout: NoticeLayout;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 4000, description: '蒙文段, as the county enters it' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  mongolian?: string | null;
}

export class PosterRowResponse {
  @ApiProperty() name: string;
  @ApiProperty() village: string;
  @ApiProperty({ type: 'integer', nullable: true }) headCount: number | null;
}

export class PrivateHitResponse {
  @ApiProperty() kind: string;
  @ApiProperty({ type: LocalTextResponse }) kindName: LocalTextResponse;
  @ApiProperty({ description: 'Where it stands' }) where: string;
  @ApiProperty({ description: 'What was found, its middle hidden' }) found: string;
}

/** What will hang on the wall, and everything on it that must not. */
export class NoticeSheetResponse {
  @ApiProperty({ type: LocalTextResponse }) title: LocalTextResponse;
  @ApiProperty({ format: 'date' }) openedOn: string;
  @ApiProperty({ type: [String], description: 'All notices on this sheet' }) notices: string[];
  @ApiProperty({ type: [PosterRowResponse] }) rows: PosterRowResponse[];
  @ApiProperty(textOrNull) basis: string | null;
  @ApiProperty(textOrNull) telephone: string | null;
  @ApiProperty(textOrNull) issuer: string | null;
  @ApiProperty({ enum: noticeLayouts }) layout: string;
  @ApiProperty(textOrNull) mongolian: string | null;
  @ApiProperty({ type: [PrivateHitResponse], description: 'As long as there is one, nothing is printed' }) hits: PrivateHitResponse[];

  static from({ first, rows, notices, texts, hits }: PosterBatch): NoticeSheetResponse {
    return {
      title: first.pack_name, openedOn: first.opened_on, notices: notices.map((id) => formatCaseId(first.county_code, id)), rows: [...rows],
      basis: texts.basis, telephone: texts.telephone, issuer: texts.issuer, layout: texts.layout, mongolian: texts.mongolian,
      hits: hits.map((hit) => ({ ...hit, kindName: privateKindLabels[hit.kind] })),
    };
  }
}
