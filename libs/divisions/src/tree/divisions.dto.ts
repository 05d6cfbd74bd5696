import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDateString, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { divisionLevels, levelNames, type DivisionLevel } from '#domain';
import { PageQuery } from '#platform';
import { divisionKinds, type DivisionKind } from '../seed/division-kind.js';
import type { DesignationRow, DivisionRow, LineageRow } from './divisions.queries.js';

const codePattern = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;

export class DivisionListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Search: start of the code, part of the name or of the pinyin initials. Without it the children of `parent` are listed', minLength: 1, maxLength: 40 })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  q?: string;

  @ApiPropertyOptional({ description: 'List the divisions right below this one; the region without it', pattern: codePattern.source })
  @IsOptional()
  @Matches(codePattern)
  parent?: string;

  @ApiPropertyOptional({ description: 'Search only inside this division', pattern: codePattern.source })
  @IsOptional()
  @Matches(codePattern)
  within?: string;

  @ApiPropertyOptional({ enum: divisionLevels, description: 'Search only this level' })
  @IsOptional()
  @IsIn([...divisionLevels])
  level?: DivisionLevel;

  @ApiPropertyOptional({ format: 'date', description: 'Divisions that exist on this day; today without it' })
  @IsOptional()
  @IsDateString({ strict: true })
  @Length(10, 10)
  on?: string;
}

export class DivisionParams {
  @ApiProperty({ pattern: codePattern.source })
  @Matches(codePattern)
  code: string;
}

export class DivisionNameResponse {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class DivisionResponse {
  @ApiProperty() code: string;
  @ApiProperty({ description: 'As written in the published tree' }) name: string;
  @ApiProperty({ enum: divisionLevels }) level: DivisionLevel;
  @ApiProperty({ description: 'Chinese name of the level' }) levelName: string;
  @ApiProperty({ enum: divisionKinds }) kind: DivisionKind;
  @ApiProperty({ type: String, nullable: true }) parentCode: string | null;
  @ApiProperty({ type: [DivisionNameResponse], description: 'Divisions above, from the region down' }) path: DivisionNameResponse[];
  @ApiProperty() hasChildren: boolean;
  @ApiProperty({ enum: ['NATIONAL', 'REGIONAL'], nullable: true, type: String, description: 'Poverty county of this level' }) povertyLevel: 'NATIONAL' | 'REGIONAL' | null;

  static from(row: DivisionRow): DivisionResponse {
    return Object.assign(new DivisionResponse(), shared(row));
  }
}

export class DivisionPage {
  @ApiProperty({ type: [DivisionResponse] }) items: DivisionResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class LineageResponse {
  @ApiProperty() fromCode: string;
  @ApiProperty() fromName: string;
  @ApiProperty() toCode: string;
  @ApiProperty() toName: string;
  @ApiProperty({ enum: ['RENAMED', 'RECODED', 'MERGED', 'SPLIT', 'MOVED', 'UPGRADED'] }) kind: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveOn: string | null;
  @ApiProperty() source: string;
}

export class DesignationResponse {
  @ApiProperty({ enum: ['NATIONAL', 'REGIONAL'] }) level: 'NATIONAL' | 'REGIONAL';
  @ApiProperty({ type: String, nullable: true }) contiguousArea: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) exitYear: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'As published: a day or only a month' }) exitAnnounced: string | null;
  @ApiProperty() source: string;
}

export class DivisionDetailResponse extends DivisionResponse {
  @ApiProperty({ type: String, format: 'date', nullable: true }) validFrom: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'First day on which it no longer exists' }) validTo: string | null;
  @ApiProperty({ type: [DesignationResponse] }) designations: DesignationResponse[];
  @ApiProperty({ type: [LineageResponse], description: 'What the code came from and what became of it' }) lineage: LineageResponse[];

  static of(row: DivisionRow, designations: readonly DesignationRow[], lineage: readonly LineageRow[]): DivisionDetailResponse {
    return Object.assign(new DivisionDetailResponse(), shared(row), {
      validFrom: row.valid_from,
      validTo: row.valid_to,
      designations: designations.map((one) => ({
        level: one.level, contiguousArea: one.contiguous_area, exitYear: one.exit_year, exitAnnounced: one.exit_announced, source: one.source,
      })),
      lineage: lineage.map((one) => ({
        fromCode: one.from_code, fromName: one.from_name, toCode: one.to_code, toName: one.to_name, kind: one.kind, effectiveOn: one.effective_on, source: one.source,
      })),
    });
  }
}

function shared(row: DivisionRow): DivisionResponse {
  return {
    code: row.code,
    name: row.name,
    level: row.level,
    levelName: levelNames[row.level].zh,
    kind: row.kind,
    parentCode: row.parent_code,
    path: row.path,
    hasChildren: row.has_children,
    povertyLevel: row.poverty_level,
  };
}
