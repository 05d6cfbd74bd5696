import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { NoticeReader } from './notice-reader.js';
import { NoticeListQuery, NoticePage, PosterResponse } from './notices.dto.js';

@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: NoticeReader) {}

  @Get()
  @Allow(Permission.CaseRead)
  @ApiOperation({ operationId: 'listNotices', summary: 'One lane of the notice board' })
  @ApiOkResponse({ type: NoticePage })
  board(@Query() query: NoticeListQuery): Promise<NoticePage> {
    return this.notices.board(query);
  }

  @Get(':id/poster')
  @Allow(Permission.CaseRead)
  @ApiOperation({ operationId: 'readPoster', summary: 'What is printed and posted: name, village and head count' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: PosterResponse })
  poster(@Param('id', CaseIdPipe) id: CaseId): Promise<PosterResponse> {
    return this.notices.poster(id);
  }
}
