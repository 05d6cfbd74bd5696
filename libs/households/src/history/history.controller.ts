import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { HistoryReader } from './history-reader.js';
import { HistoryQuery, HistoryResponse } from './history.dto.js';

@ApiTags('households')
@Controller('households/:id/history')
export class HistoryController {
  constructor(private readonly reader: HistoryReader) {}

  @Get()
  @Allow(Permission.HistoryRead)
  @LogRead('household.history')
  @ApiOperation({ summary: 'Timeline of a household, and with `at` its state at that moment' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HistoryResponse })
  async history(@Param('id', CaseIdPipe) id: CaseId, @Query() query: HistoryQuery): Promise<HistoryResponse> {
    return HistoryResponse.from(await this.reader.read(id, query));
  }
}
