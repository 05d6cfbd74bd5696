import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { CluePauses } from './clue-pauses.js';
import { ClueListQuery, CluePage, CluePauseRequest, ClueRequest, ClueResponse, ClueSettleRequest } from './clue.dto.js';
import { ClueReader } from './clue-reader.js';
import { ClueService } from './clue.service.js';

@ApiTags('clues')
@Controller('clues')
export class CluesController {
  constructor(
    private readonly clues: ClueService,
    private readonly pauses: CluePauses,
    private readonly reader: ClueReader,
  ) {}

  @Get()
  @Allow(Permission.ClueRead)
  @ApiOperation({ operationId: 'listClues', summary: 'Risk clues of a division by village, or about one household' })
  @ApiOkResponse({ type: CluePage })
  async list(@Query() query: ClueListQuery): Promise<CluePage> {
    const { items, nextCursor } = await this.reader.page(query);
    return { items: items.map((item) => ClueResponse.from(item)), nextCursor };
  }

  @Post()
  @Allow(Permission.ClueWrite)
  @ApiOperation({ operationId: 'recordClue', summary: 'Report a risk, of a household known here or not; the same id again is the same clue' })
  @ApiCreatedResponse({ type: ClueResponse })
  async record(@Body() body: ClueRequest): Promise<ClueResponse> {
    const { clueId } = await this.clues.record(ClueRequest.input(body));
    return ClueResponse.from(await this.reader.detail(clueId));
  }

  @Get(':id')
  @Allow(Permission.ClueRead)
  @LogRead('clue.detail')
  @ApiOperation({ operationId: 'readClue', summary: 'One risk clue' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ClueResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<ClueResponse> {
    return ClueResponse.from(await this.reader.detail(id));
  }

  @Post(':id/check')
  @HttpCode(200)
  @Allow(Permission.ClueWrite)
  @ApiOperation({ operationId: 'checkClue', summary: 'I am looking into it' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ClueResponse })
  async check(@Param('id', CaseIdPipe) id: CaseId): Promise<ClueResponse> {
    await this.clues.check(id);
    return ClueResponse.from(await this.reader.detail(id));
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Allow(Permission.ClueSettle)
  @ApiOperation({ operationId: 'pauseClue', summary: 'It waits for something; the days do not count until it goes on' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ClueResponse })
  async pause(@Param('id', CaseIdPipe) id: CaseId, @Body() { reason }: CluePauseRequest): Promise<ClueResponse> {
    await this.pauses.pause(id, reason);
    return ClueResponse.from(await this.reader.detail(id));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Allow(Permission.ClueSettle)
  @ApiOperation({ operationId: 'resumeClue', summary: 'The clue goes on; from today the days count again' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ClueResponse })
  async resume(@Param('id', CaseIdPipe) id: CaseId): Promise<ClueResponse> {
    await this.pauses.resume(id);
    return ClueResponse.from(await this.reader.detail(id));
  }

  @Post(':id/settle')
  @HttpCode(200)
  @Allow(Permission.ClueSettle)
  @ApiOperation({ operationId: 'settleClue', summary: 'What came of it; not by whoever reported it' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ClueResponse })
  async settle(@Param('id', CaseIdPipe) id: CaseId, @Body() body: ClueSettleRequest): Promise<ClueResponse> {
    await this.clues.settle(id, ClueSettleRequest.input(body));
    return ClueResponse.from(await this.reader.detail(id));
  }
}
