import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsOptional, Matches, Max, Min } from 'class-validator';
import { formatCaseId, type Verdict } from '#domain';
import { encodeCursor, PageQuery } from '#platform';
import { judgedLevels, type JudgedLevel } from '../levels.js';
import { FIRST_YEAR, LAST_YEAR } from '../shared.dto.js';
import type { FlipRow } from './simulation.queries.js';
import type { CountyFlips, Simulation } from './simulation.service.js';

const verdicts = ['met', 'not_met', 'unproven'];

export class SimulateRequest extends PageQuery {
  @ApiProperty({ pattern: '^[a-z][a-z0-9_.-]{2,60}$', example: 'household.exit' })
  @Matches(/^[a-z][a-z0-9_.-]{2,60}$/)
  ruleCode: string;

  @ApiProperty({ enum: judgedLevels })
  @IsIn(judgedLevels)
  level: JudgedLevel;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The candidate in the rule language' })
  @IsObject()
  rule: Record<string, unknown>;

  @ApiPropertyOptional({ pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$', description: 'The whole territory without it' })
  @IsOptional() @Matches(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/)
  division?: string;

  @ApiProperty({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  year: number;
}

export class ChangeResponse {
  @ApiProperty({ type: String, nullable: true, enum: verdicts }) before: Verdict | null;
  @ApiProperty({ type: String, nullable: true, enum: verdicts }) after: Verdict | null;
  @ApiProperty({ type: 'integer' }) subjects: number;
}

export class CountyFlipsResponse {
  @ApiProperty() countyCode: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: 'integer', description: 'Households, villages or counties judged' }) subjects: number;
  @ApiProperty({ type: 'integer', description: 'Of these, how many change their verdict' }) flips: number;
  @ApiProperty({ type: () => [ChangeResponse] }) changes: ChangeResponse[];

  static from(row: CountyFlips, names: ReadonlyMap<string, string>): CountyFlipsResponse {
    return Object.assign(new CountyFlipsResponse(), { ...row, name: names.get(row.countyCode) ?? null });
  }
}

export class FlipResponse {
  @ApiProperty({ description: 'Id of the household, or code of the village or county' }) id: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty() villageCode: string;
  @ApiProperty({ type: String, nullable: true, enum: verdicts }) before: Verdict | null;
  @ApiProperty({ type: String, nullable: true, enum: verdicts }) after: Verdict | null;

  static from(row: FlipRow, level: JudgedLevel): FlipResponse {
    const id = level === 'household' ? formatCaseId(row.county_code, row.subject) : row.subject;
    return Object.assign(new FlipResponse(), { id, name: row.name, villageCode: row.village_code, before: row.before, after: row.after });
  }
}

export class SimulationResponse {
  @ApiProperty({ type: 'integer' }) subjects: number;
  @ApiProperty({ type: 'integer' }) flips: number;
  @ApiProperty({ type: () => [CountyFlipsResponse] }) counties: CountyFlipsResponse[];
  @ApiProperty({ type: () => [FlipResponse], description: 'Those that change, one page' }) items: FlipResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ description: 'What was seen, in one word; publishing the rule asks for it' }) seal: string;

  static from(simulation: Simulation, { level, limit, names }: { level: JudgedLevel; limit: number; names: ReadonlyMap<string, string> }): SimulationResponse {
    const shown = simulation.rows.slice(0, limit);
    const last = shown.at(-1);
    return Object.assign(new SimulationResponse(), {
      subjects: simulation.subjects, flips: simulation.flips, seal: simulation.seal,
      counties: simulation.counties.map((county) => CountyFlipsResponse.from(county, names)),
      items: shown.map((row) => FlipResponse.from(row, level)),
      nextCursor: simulation.rows.length > limit && last ? encodeCursor([last.county_code, last.subject]) : null,
    });
  }
}
