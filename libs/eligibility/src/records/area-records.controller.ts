import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { CountyParams, CountyYearParams, VillageYearParams, YearQuery } from '../shared.dto.js';
import { AreaRecords } from './area-records.service.js';
import { AssessmentRequest, AssessmentResponse, changeOf, ComparisonRequest, CountyYearRequest, VillageYearRequest, YearRecordResponse } from './records.dto.js';
import { YearPipe } from './year.pipe.js';

@ApiTags('village-years', 'county-years')
@Controller()
export class AreaRecordsController {
  constructor(private readonly records: AreaRecords) {}

  @Get('village-years/:code/:year')
  @Allow(Permission.VillageYearRead)
  @ApiOperation({ operationId: 'listVillageYearVersions', summary: 'The record of a village and year with its earlier versions, newest first' })
  @ApiOkResponse({ type: [YearRecordResponse] })
  @ApiNotFoundResponse()
  async villageYear(@Param() { code, year }: VillageYearParams): Promise<YearRecordResponse[]> {
    return (await this.records.villageYear(code, year)).map((row) => YearRecordResponse.from(row));
  }

  @Put('village-years/:code/:year')
  @Allow(Permission.VillageYearWrite)
  @ApiOperation({ operationId: 'recordVillageYear', summary: 'Record or correct the figures of a village for a year' })
  @ApiOkResponse({ type: YearRecordResponse })
  @ApiConflictResponse()
  @ApiNotFoundResponse()
  async recordVillageYear(@Param() { code, year }: VillageYearParams, @Body() body: VillageYearRequest): Promise<YearRecordResponse> {
    return YearRecordResponse.from(await this.records.recordVillageYear(code, year, changeOf(body)));
  }

  @Get('county-years/:code/:year')
  @Allow(Permission.CountyYearRead)
  @ApiOperation({ operationId: 'listCountyYearVersions', summary: 'The record of a county and year with its earlier versions, newest first' })
  @ApiOkResponse({ type: [YearRecordResponse] })
  @ApiNotFoundResponse()
  async countyYear(@Param() { code, year }: CountyYearParams): Promise<YearRecordResponse[]> {
    return (await this.records.countyYear(code, year)).map((row) => YearRecordResponse.from(row));
  }

  @Put('county-years/:code/:year')
  @Allow(Permission.CountyYearWrite)
  @ApiOperation({ operationId: 'recordCountyYear', summary: 'Record or correct the figures of a county for a year' })
  @ApiOkResponse({ type: YearRecordResponse })
  @ApiConflictResponse()
  @ApiNotFoundResponse()
  async recordCountyYear(@Param() { code, year }: CountyYearParams, @Body() body: CountyYearRequest): Promise<YearRecordResponse> {
    return YearRecordResponse.from(await this.records.recordCountyYear(code, year, changeOf(body)));
  }

  @Get('counties/:code/assessments')
  @Allow(Permission.CountyYearRead)
  @ApiOperation({ operationId: 'listAssessments', summary: 'Assessments of a county, newest first; the first of a kind and year counts' })
  @ApiOkResponse({ type: [AssessmentResponse] })
  @ApiNotFoundResponse()
  async assessments(@Param() { code }: CountyParams, @Query() { year }: YearQuery): Promise<AssessmentResponse[]> {
    return (await this.records.assessments(code, year)).map((row) => AssessmentResponse.from(row));
  }

  @Post('counties/:code/assessments')
  @Allow(Permission.AssessmentWrite)
  @ApiOperation({ operationId: 'recordAssessment', summary: 'Record the result of a sample: missed, wrongly exited, or approving persons' })
  @ApiCreatedResponse({ type: [AssessmentResponse] })
  @ApiNotFoundResponse()
  async recordAssessment(@Param() { code }: CountyParams, @Body() body: AssessmentRequest): Promise<AssessmentResponse[]> {
    return (await this.records.recordAssessment(code, body)).map((row) => AssessmentResponse.from(row));
  }

  @Put('household-comparisons/:id/:year')
  @Allow(Permission.HouseholdWrite)
  @ApiOperation({ operationId: 'recordComparison', summary: 'Record what the comparison of a household with other departments gave' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'year', type: Number })
  @ApiOkResponse({ type: YearRecordResponse })
  @ApiConflictResponse()
  @ApiNotFoundResponse()
  async recordComparison(@Param('id', CaseIdPipe) id: CaseId, @Param('year', YearPipe) year: number, @Body() body: ComparisonRequest): Promise<YearRecordResponse> {
    return YearRecordResponse.from(await this.records.recordComparison(id, year, changeOf(body)));
  }
}
