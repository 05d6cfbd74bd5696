import { Body, Controller, Get, Headers, Param, Patch, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { HouseholdYearService } from './household-year.service.js';
import { YearPipe } from './year.pipe.js';
import { YearReader } from './year-reader.js';
import { YearRequest } from './year.dto.js';
import { yearInput } from './year-input.js';
import { YearResponse, YearVersionResponse } from './year.response.js';

@ApiTags('household-years')
@ApiParam({ name: 'id', type: String })
@Controller('households/:id/years')
export class YearController {
  constructor(
    private readonly years: HouseholdYearService,
    private readonly reader: YearReader,
  ) {}

  @Get()
  @Allow(Permission.HouseholdRead)
  @LogRead('household.years')
  @ApiOperation({ summary: 'Recorded years, latest first, each with its income formula item by item' })
  @ApiOkResponse({ type: [YearResponse] })
  async all(@Param('id', CaseIdPipe) id: CaseId): Promise<YearResponse[]> {
    return (await this.reader.all(id)).map((year) => YearResponse.of(year));
  }

  @Get(':year')
  @Allow(Permission.HouseholdRead)
  @LogRead('household.year')
  @ApiOperation({ summary: 'One recorded year' })
  @ApiParam({ name: 'year', type: 'integer' })
  @ApiOkResponse({ type: YearResponse })
  async one(@Param('id', CaseIdPipe) id: CaseId, @Param('year', YearPipe) year: number): Promise<YearResponse> {
    return YearResponse.of(await this.reader.one(id, year));
  }

  @Get(':year/versions')
  @Allow(Permission.HistoryRead)
  @LogRead('household.year-versions')
  @ApiOperation({ summary: 'Every version of one year with the reason of each correction' })
  @ApiParam({ name: 'year', type: 'integer' })
  @ApiOkResponse({ type: [YearVersionResponse] })
  async versions(@Param('id', CaseIdPipe) id: CaseId, @Param('year', YearPipe) year: number): Promise<YearVersionResponse[]> {
    return (await this.reader.versions(id, year)).map((row) => YearVersionResponse.from(row));
  }

  @Put(':year')
  @Allow(Permission.HouseholdWrite)
  @ApiOperation({ summary: 'Record a year as a whole; writing a recorded year is a correction with a reason' })
  @ApiParam({ name: 'year', type: 'integer' })
  @ApiOkResponse({ type: YearResponse })
  async record(@Param('id', CaseIdPipe) id: CaseId, @Param('year', YearPipe) year: number, @Body() body: YearRequest, @Headers('if-match') ifMatch?: string): Promise<YearResponse> {
    await this.years.record(id, year, yearInput(body, ifMatch));
    return YearResponse.of(await this.reader.one(id, year));
  }

  @Patch(':year')
  @Allow(Permission.HouseholdWrite)
  @ApiOperation({ summary: 'Correct some fields of a recorded year, with a reason' })
  @ApiParam({ name: 'year', type: 'integer' })
  @ApiOkResponse({ type: YearResponse })
  async correct(@Param('id', CaseIdPipe) id: CaseId, @Param('year', YearPipe) year: number, @Body() body: YearRequest, @Headers('if-match') ifMatch?: string): Promise<YearResponse> {
    await this.years.correct(id, year, yearInput(body, ifMatch));
    return YearResponse.of(await this.reader.one(id, year));
  }
}
