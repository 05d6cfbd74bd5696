import { Controller, Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { Permission } from '#domain';
import { Allow, CurrentActor, type Actor } from '#platform';
import { YearQuery } from '../shared.dto.js';
import { StockReporter, type StockReport } from './stock-report.js';

export class StockQuery extends YearQuery {
  @ApiPropertyOptional({ pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6})$', description: 'The whole territory without it' })
  @IsOptional() @Matches(/^([0-9]{2}|[0-9]{4}|[0-9]{6})$/)
  division?: string;
}

export class StockLineResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) registeredHouseholds: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) registeredPersons: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) poorHouseholds: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) poorPersons: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) ruralResidentPopulation: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Basis points, rounded down' }) incidenceBasisPoints: number | null;
}

export class StockReportResponse {
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ type: () => StockLineResponse }) total: StockLineResponse;
  @ApiProperty({ type: () => [StockLineResponse] }) prefectures: StockLineResponse[];
  @ApiProperty({ type: () => [StockLineResponse] }) counties: StockLineResponse[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) asOf: string | null;

  static from(report: StockReport): StockReportResponse {
    return Object.assign(new StockReportResponse(), { ...report, asOf: report.asOf?.toISOString() ?? null });
  }
}

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reporter: StockReporter) {}

  @Get('stock')
  @Allow(Permission.ReportRead)
  @ApiOperation({ operationId: 'getStock', summary: 'Registered and poor persons and households and incidence, by league and county' })
  @ApiOkResponse({ type: StockReportResponse })
  @ApiNotFoundResponse()
  async stock(@Query() query: StockQuery, @CurrentActor() actor: Actor): Promise<StockReportResponse> {
    return StockReportResponse.from(await this.reporter.stock(query.division ?? actor.scope ?? '', query.year));
  }
}
