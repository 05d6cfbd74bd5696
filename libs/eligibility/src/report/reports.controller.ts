import { Controller, Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { Permission } from '#domain';
import { Allow, CurrentActor, FromReplica, type Actor } from '#platform';
import { YearQuery } from '../shared.dto.js';
import { IncomeReporter } from './income-report.js';
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

export class IncomeQuery extends YearQuery {
  @ApiPropertyOptional({ pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$', description: 'The whole territory without it' })
  @IsOptional() @Matches(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/)
  division?: string;
}

export class IncomeBinResponse {
  @ApiProperty({ type: 'integer', description: 'Lower bound in fen' }) from: number;
  @ApiProperty({ type: 'integer' }) households: number;
}

export class IncomeReportResponse {
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ type: 'integer', description: 'Width of a bin in fen; the last one is open upwards' }) step: number;
  @ApiProperty({ type: [IncomeBinResponse] }) bins: IncomeBinResponse[];
  @ApiProperty({ type: 'integer', description: 'Registered households without a recorded income' }) unknown: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Poverty line of the year in fen, working basis; null: 未设置' }) line: number | null;
}

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reporter: StockReporter,
    private readonly incomes: IncomeReporter,
  ) {}

  @Get('stock')
  @Allow(Permission.ReportRead)
  @ApiOperation({ operationId: 'getStock', summary: 'Registered and poor persons and households and incidence, by league and county' })
  @ApiOkResponse({ type: StockReportResponse })
  @ApiNotFoundResponse()
  async stock(@Query() query: StockQuery, @CurrentActor() actor: Actor): Promise<StockReportResponse> {
    return StockReportResponse.from(await this.reporter.stock(query.division ?? actor.scope ?? '', query.year));
  }

  @Get('incomes')
  @Allow(Permission.ReportRead)
  @FromReplica()
  @ApiOperation({ operationId: 'getIncomes', summary: 'How the net income per head of registered households is spread, with the poverty line' })
  @ApiOkResponse({ type: IncomeReportResponse })
  @ApiNotFoundResponse()
  async distribution(@Query() query: IncomeQuery, @CurrentActor() actor: Actor): Promise<IncomeReportResponse> {
    return Object.assign(new IncomeReportResponse(), await this.incomes.distribution(query.division ?? actor.scope ?? '', query.year));
  }
}
