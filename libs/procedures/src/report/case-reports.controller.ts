import { Controller, Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Permission } from '#domain';
import { Allow, CurrentActor, FromReplica, type Actor } from '#platform';
import { LocalTextResponse } from '../case/case-list.dto.js';
import { CaseReporter } from './case-report.js';

const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;

export class CaseFunnelQuery {
  @ApiProperty({ pattern: '^[a-z][a-z0-9_]{1,40}$', example: 'household_exit' })
  @Matches(/^[a-z][a-z0-9_]{1,40}$/)
  pack: string;

  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2100, description: 'Year in which the cases were begun' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value))
  @IsInt() @Min(2000) @Max(2100)
  year: number;

  @ApiPropertyOptional({ pattern: DIVISION.source, description: 'The whole territory without it' })
  @IsOptional() @Matches(DIVISION)
  division?: string;
}

export class FunnelStepResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalTextResponse }) name: LocalTextResponse;
  @ApiProperty({ type: 'integer', description: 'Cases that came as far' }) reached: number;
  @ApiProperty({ type: 'integer', description: 'Cases that stand here now' }) waiting: number;
}

export class CaseOutcomeResponse {
  @ApiProperty() status: string;
  @ApiProperty({ type: 'integer' }) cases: number;
}

export class CaseFunnelResponse {
  @ApiProperty() pack: string;
  @ApiProperty({ type: LocalTextResponse }) name: LocalTextResponse;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ type: [FunnelStepResponse] }) steps: FunnelStepResponse[];
  @ApiProperty({ type: [CaseOutcomeResponse] }) outcomes: CaseOutcomeResponse[];
}

@ApiTags('reports')
@Controller('reports')
export class CaseReportsController {
  constructor(private readonly reporter: CaseReporter) {}

  @Get('cases')
  @Allow(Permission.ReportRead)
  @FromReplica()
  @ApiOperation({ operationId: 'getCaseFunnel', summary: 'How far the cases of a procedure came that were begun in a year, step by step' })
  @ApiOkResponse({ type: CaseFunnelResponse })
  @ApiNotFoundResponse()
  async funnel(@Query() { pack, year, division }: CaseFunnelQuery, @CurrentActor() actor: Actor): Promise<CaseFunnelResponse> {
    return Object.assign(new CaseFunnelResponse(), await this.reporter.funnel(division ?? actor.scope ?? '', pack, year));
  }
}
