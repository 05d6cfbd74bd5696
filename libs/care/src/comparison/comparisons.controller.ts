import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, Db, LogRead, OwnTransaction, PageQuery, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { AdjudicationRequest, CareFindingPage, CareFindingResponse, CareComparisonDetail, CareComparisonFileRequest, CareComparisonPage, CareComparisonRequest, CareComparisonResponse, FindingQuery } from './comparisons.dto.js';
import { CareComparisons } from './comparisons.service.js';
import { ListUpload } from './list-upload.js';

@ApiTags('care')
@Controller()
export class CareComparisonsController {
  constructor(
    private readonly db: Db,
    private readonly comparisons: CareComparisons,
    private readonly upload: ListUpload,
  ) {}

  @Post('care-comparisons')
  @Allow(Permission.CareCompare)
  @ApiOperation({ operationId: 'compareCareRegister', summary: "Compare a register with a department's list; the purpose is recorded, clear numbers are not stored" })
  @ApiCreatedResponse({ type: CareComparisonResponse })
  @ApiUnprocessableEntityResponse()
  async compare(@Body() body: CareComparisonRequest): Promise<CareComparisonResponse> {
    return CareComparisonResponse.from(await this.comparisons.compare({ ...body, fileName: null }));
  }

  @Post('care-comparisons/files')
  @Allow(Permission.CareCompare)
  @OwnTransaction()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: CareComparisonFileRequest })
  @ApiOperation({ operationId: 'compareCareRegisterWithFile', summary: 'The same with a workbook or CSV file, which is deleted as soon as it is read' })
  @ApiCreatedResponse({ type: CareComparisonResponse })
  @ApiUnprocessableEntityResponse()
  async compareFile(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<CareComparisonResponse> {
    const list = await this.upload.read(request);
    const requestId = requestIdOf(request as unknown as HttpRequest); // Fastify's request has what the platform looks at
    return CareComparisonResponse.from(await this.db.run({ actor, requestId }, () => this.comparisons.compare(list)));
  }

  @Get('care-comparisons')
  @Allow(Permission.CareCompare)
  @ApiOperation({ operationId: 'listCareComparisons', summary: 'Comparisons of the territory, newest first' })
  @ApiOkResponse({ type: CareComparisonPage })
  async list(@Query() query: PageQuery): Promise<CareComparisonPage> {
    const { items, nextCursor } = await this.comparisons.list(query);
    return { items: items.map((row) => CareComparisonResponse.from(row)), nextCursor };
  }

  @Get('care-comparisons/:id')
  @Allow(Permission.CareCompare)
  @ApiOperation({ operationId: 'readCareComparison', summary: 'A comparison with what it found, in numbers' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CareComparisonDetail })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<CareComparisonDetail> {
    const { comparison, counts } = await this.comparisons.read(id);
    return CareComparisonDetail.of(comparison, counts);
  }

  @Get('care-comparisons/:id/findings')
  @Allow(Permission.CareCompare)
  @LogRead('care-comparison.findings')
  @ApiOperation({ operationId: 'listCareFindings', summary: 'Persons who are missing on one side or doubtful, with what was decided about them' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CareFindingPage })
  @ApiNotFoundResponse()
  async findings(@Param('id', CaseIdPipe) id: CaseId, @Query() query: FindingQuery): Promise<CareFindingPage> {
    const { items, nextCursor } = await this.comparisons.findings(id, query);
    return { items: items.map((row) => CareFindingResponse.from(row)), nextCursor };
  }

  @Post('care-findings/:id/adjudications')
  @Allow(Permission.CareCompare)
  @ApiOperation({ operationId: 'settleCareFinding', summary: 'Settle a finding with its reason; it stays settled in the next comparison' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: CareFindingResponse })
  @ApiNotFoundResponse()
  async adjudicate(@Param('id', CaseIdPipe) id: CaseId, @Body() body: AdjudicationRequest): Promise<CareFindingResponse> {
    return CareFindingResponse.from(await this.comparisons.adjudicate(id, body));
  }
}
