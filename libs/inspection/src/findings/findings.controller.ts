import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { FindingExtensions } from './extensions.service.js';
import { FindingAnswerRequest, FindingCountQuery, FindingDecisionRequest, FindingExtensionDecisionRequest, FindingExtensionRequest, FindingListQuery, RaiseFindingRequest } from './finding.dto.js';
import { FindingReader } from './finding-reader.js';
import { FindingCounts, FindingItem, FindingPage, FindingResponse, RaisedFindings } from './finding.response.js';
import { FindingService } from './finding.service.js';
import { RectificationNotice } from './notice.js';
import { FindingRaiser } from './raise.service.js';

@ApiTags('findings')
@Controller()
export class FindingsController {
  constructor(
    private readonly raiser: FindingRaiser,
    private readonly findings: FindingService,
    private readonly extensions: FindingExtensions,
    private readonly reader: FindingReader,
  ) {}

  @Post('findings')
  @Allow(Permission.FindingWrite)
  @ApiOperation({ operationId: 'raiseFindings', summary: 'Raise findings from hits, matches, answers of a sample, a flag of a screen, a letter or by hand: one for each responsible unit' })
  @ApiCreatedResponse({ type: RaisedFindings })
  @ApiConflictResponse()
  @ApiUnprocessableEntityResponse()
  async raise(@Body() body: RaiseFindingRequest): Promise<RaisedFindings> {
    const rows = await this.raiser.raise(body);
    const findings = [];
    for (const row of rows) findings.push(FindingResponse.of(await this.reader.detail({ countyCode: row.county_code, id: row.id })));
    return { findings };
  }

  @Get('findings')
  @Allow(Permission.FindingRead)
  @ApiOperation({ operationId: 'listFindings', summary: 'Findings of the territory by deadline' })
  @ApiOkResponse({ type: FindingPage })
  async list(@Query() query: FindingListQuery): Promise<FindingPage> {
    const { items, nextCursor } = await this.reader.page(query);
    return { items: items.map((item) => FindingItem.from(item)), nextCursor };
  }

  @Get('findings/counts')
  @Allow(Permission.FindingRead)
  @ApiOperation({ operationId: 'countFindings', summary: 'Findings by responsible unit, in the order of the codes, and state' })
  @ApiOkResponse({ type: FindingCounts })
  async counts(@Query() { division }: FindingCountQuery): Promise<FindingCounts> {
    return FindingCounts.from(await this.reader.counts(division));
  }

  @Get('findings/:id')
  @Allow(Permission.FindingRead)
  @LogRead('finding.detail')
  @ApiOperation({ operationId: 'readFinding', summary: 'A finding with its origins as of raising, its log and extensions' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: FindingResponse })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<FindingResponse> {
    return FindingResponse.of(await this.reader.detail(id));
  }

  @Get('findings/:id/notice')
  @Allow(Permission.FindingRead)
  @LogRead('finding.notice')
  @ApiOperation({ operationId: 'readRectificationNotice', summary: 'What the rectification notice (整改通知书) says, for printing' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: RectificationNotice })
  @ApiNotFoundResponse()
  async notice(@Param('id', CaseIdPipe) id: CaseId): Promise<RectificationNotice> {
    return RectificationNotice.of(await this.reader.detail(id));
  }

  @Post('findings/:id/answers')
  @HttpCode(200)
  @Allow(Permission.FindingAnswer)
  @ApiOperation({ operationId: 'answerFinding', summary: 'Receive, plan measures, report with evidence, hand in for review' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: FindingResponse })
  @ApiNotFoundResponse()
  async answer(@Param('id', CaseIdPipe) id: CaseId, @Body() body: FindingAnswerRequest): Promise<FindingResponse> {
    await this.findings.answer(id, body);
    return FindingResponse.of(await this.reader.detail(id));
  }

  @Post('findings/:id/decisions')
  @HttpCode(200)
  @Allow(Permission.FindingDecide)
  @ApiOperation({ operationId: 'decideFinding', summary: 'Close, return, open again, or the result of a look-back; never by whoever rectified' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: FindingResponse })
  @ApiNotFoundResponse()
  async decide(@Param('id', CaseIdPipe) id: CaseId, @Body() body: FindingDecisionRequest): Promise<FindingResponse> {
    await this.findings.decide(id, body);
    return FindingResponse.of(await this.reader.detail(id));
  }

  @Post('findings/:id/extensions')
  @Allow(Permission.FindingAnswer)
  @ApiOperation({ operationId: 'requestFindingExtension', summary: 'Ask for a later deadline with the reason' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: FindingResponse })
  @ApiNotFoundResponse()
  async extend(@Param('id', CaseIdPipe) id: CaseId, @Body() body: FindingExtensionRequest): Promise<FindingResponse> {
    await this.extensions.request(id, body);
    return FindingResponse.of(await this.reader.detail(id));
  }

  @Post('finding-extensions/:id/decision')
  @HttpCode(200)
  @Allow(Permission.FindingDecide)
  @ApiOperation({ operationId: 'decideFindingExtension', summary: 'Grant or refuse a later deadline; never by whoever asked' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: FindingResponse })
  @ApiNotFoundResponse()
  async decideExtension(@Param('id', CaseIdPipe) id: CaseId, @Body() body: FindingExtensionDecisionRequest): Promise<FindingResponse> {
    return FindingResponse.of(await this.reader.detail(await this.extensions.decide(id, body)));
  }
}
