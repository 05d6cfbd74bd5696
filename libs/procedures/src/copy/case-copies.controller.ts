import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { CaseCopies } from './case-copies.js';
import { CopyReaderResponse } from './case-copies.dto.js';

@ApiTags('cases')
@Controller('cases')
export class CaseCopiesController {
  constructor(private readonly copies: CaseCopies) {}

  @Get(':id/readers')
  @Allow(Permission.CaseSubmit)
  @ApiOperation({ operationId: 'listCaseReaders', summary: 'Persons to whom the case can be copied: those who may read it, the nearest first' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: [CopyReaderResponse] })
  async readers(@Param('id', CaseIdPipe) id: CaseId): Promise<CopyReaderResponse[]> {
    return (await this.copies.readers(id)).map((row) => CopyReaderResponse.from(row));
  }

  @Post(':id/copies/read')
  @Allow(Permission.CaseRead)
  @HttpCode(204)
  @ApiOperation({ operationId: 'markCopiesRead', summary: 'I have opened the case: its copies to me count as read' })
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  markRead(@Param('id', CaseIdPipe) id: CaseId): Promise<void> {
    return this.copies.markRead(id);
  }
}
