import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, recordKindNames, type CaseId, type RecordKind } from '#domain';
import { Allow, CaseIdPipe, FromReplica, LogRead, PageQuery } from '#platform';
import { RecordMomentQuery, RecordStateResponse, RecordTimelinePage } from './record-history.dto.js';
import { RecordHistory } from './record-history.service.js';
import { RecordKindPipe } from './record-kind.pipe.js';

@ApiTags('history')
@Controller('records/:kind/:id')
@ApiParam({ name: 'kind', enum: recordKindNames })
@ApiParam({ name: 'id', type: String })
export class RecordHistoryController {
  constructor(private readonly history: RecordHistory) {}

  @Get('history')
  @Allow(Permission.HistoryRead)
  @LogRead('record.history')
  @FromReplica()
  @ApiOperation({ operationId: 'readRecordHistory', summary: 'Who changed what of a record, when, why and from where, with the mark of the chain; latest first' })
  @ApiOkResponse({ type: RecordTimelinePage })
  @ApiNotFoundResponse()
  async timeline(@Param('kind', RecordKindPipe) kind: RecordKind, @Param('id', CaseIdPipe) id: CaseId, @Query() query: PageQuery): Promise<RecordTimelinePage> {
    return RecordTimelinePage.from(kind, await this.history.timeline(kind, id, query));
  }

  @Get('state')
  @Allow(Permission.HistoryRead)
  @LogRead('record.state')
  @FromReplica()
  @ApiOperation({ operationId: 'readRecordState', summary: 'A record as it stood at a moment' })
  @ApiOkResponse({ type: RecordStateResponse })
  @ApiNotFoundResponse()
  async state(@Param('kind', RecordKindPipe) kind: RecordKind, @Param('id', CaseIdPipe) id: CaseId, @Query() query: RecordMomentQuery): Promise<RecordStateResponse> {
    return RecordStateResponse.from(kind, await this.history.stateAt(kind, id, query.at));
  }
}
