import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead, PageQuery } from '#platform';
import { MatchInbox } from './match-inbox.js';
import { MatchPage, MatchResponse, MatchVerdictRequest } from './matches.dto.js';

@ApiTags('comparisons')
@Controller('matches')
export class MatchesController {
  constructor(private readonly inbox: MatchInbox) {}

  @Get('due')
  @Allow(Permission.ComparisonRead)
  @LogRead('comparison.due')
  @ApiOperation({ operationId: 'listDueMatches', summary: 'Open matches whose day of re-check has come, oldest first' })
  @ApiOkResponse({ type: MatchPage })
  async due(@Query() query: PageQuery): Promise<MatchPage> {
    const { items, nextCursor } = await this.inbox.due(query);
    return { items: items.map((row) => MatchResponse.from(row)), nextCursor };
  }

  @Post(':id/verdict')
  @HttpCode(200)
  @Allow(Permission.ComparisonRun)
  @ApiOperation({ operationId: 'judgeMatch', summary: 'True, false alarm or open, with the reason; the newest holds, for later lists too' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: MatchResponse })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  @ApiUnprocessableEntityResponse()
  async judge(@Param('id', CaseIdPipe) id: CaseId, @Body() body: MatchVerdictRequest): Promise<MatchResponse> {
    return MatchResponse.from(await this.inbox.judge(id, body));
  }
}
