import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { parseCaseId, Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { maskedPayload } from '#sync';
import { RefusedSpotCheckCount, RefusedSpotCheckCountQuery, RefusedSpotCheckDetail, RefusedSpotCheckPage, RefusedSpotCheckQuery, RefusedSpotCheckResponse, SettleRefusedSpotCheckRequest } from './refused-work.dto.js';
import { RefusedSpotChecks } from './refused-work.service.js';

@ApiTags('samples')
@Controller('sample-refusals')
export class RefusedSpotChecksController {
  constructor(private readonly refused: RefusedSpotChecks) {}

  @Get()
  @Allow(Permission.SampleDraw)
  @LogRead('sample-refusals')
  @ApiOperation({ operationId: 'listRefusedSpotChecks', summary: 'Work of phones for samples that I drew which was refused, with the reason' })
  @ApiOkResponse({ type: RefusedSpotCheckPage })
  async list(@Query() query: RefusedSpotCheckQuery): Promise<RefusedSpotCheckPage> {
    const { items, nextCursor } = await this.refused.list(RefusedSpotCheckQuery.toFilter(query));
    return { items: items.map((row) => RefusedSpotCheckResponse.from(row)), nextCursor };
  }

  @Get('count')
  @Allow(Permission.SampleDraw)
  @ApiOperation({ operationId: 'countRefusedSpotChecks', summary: 'How many pieces of refused work wait for me: a number without names, which is no reading' })
  @ApiOkResponse({ type: RefusedSpotCheckCount })
  async count(@Query() { sample }: RefusedSpotCheckCountQuery): Promise<RefusedSpotCheckCount> {
    return { count: await this.refused.count(sample === undefined ? undefined : parseCaseId(sample)) };
  }

  @Get(':id')
  @Allow(Permission.SampleDraw)
  @LogRead('sample-refusal')
  @ApiOperation({ operationId: 'readRefusedSpotCheck', summary: 'One piece of refused work with what was typed; the reading is on record' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: RefusedSpotCheckDetail })
  @ApiNotFoundResponse()
  async one(@Param('id', CaseIdPipe) id: CaseId): Promise<RefusedSpotCheckDetail> {
    const { row, content } = await this.refused.one(id);
    return { ...RefusedSpotCheckResponse.from(row), content: maskedPayload(content) };
  }

  @Post(':id/settle')
  @HttpCode(200)
  @Allow(Permission.SampleDraw)
  @ApiOperation({ operationId: 'settleRefusedSpotCheck', summary: 'Keep it as a late note, or dismiss it with a reason; answers and results stay as they are' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: RefusedSpotCheckResponse })
  @ApiNotFoundResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  async settle(@Param('id', CaseIdPipe) id: CaseId, @Body() body: SettleRefusedSpotCheckRequest): Promise<RefusedSpotCheckResponse> {
    await this.refused.settle(id, SettleRefusedSpotCheckRequest.toSettlement(body));
    return RefusedSpotCheckResponse.from((await this.refused.one(id)).row);
  }
}
