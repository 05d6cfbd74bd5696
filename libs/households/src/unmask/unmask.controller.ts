import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { parseCaseId, Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { UnmaskBody, UnmaskResponse } from './unmask.dto.js';
import { UnmaskService } from './unmask.service.js';

@ApiTags('households')
@Controller('households/:id/unmask')
export class UnmaskController {
  constructor(private readonly service: UnmaskService) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Allow(Permission.HouseholdUnmask)
  @ApiOperation({ summary: 'Show sensitive fields in clear for a stated purpose; recorded' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: UnmaskResponse })
  async reveal(@Param('id', CaseIdPipe) id: CaseId, @Body() body: UnmaskBody): Promise<UnmaskResponse> {
    const memberId = body.memberId === undefined ? undefined : parseCaseId(body.memberId);
    return { values: await this.service.reveal(id, { fields: body.fields, memberId, purposeCode: body.purposeCode ?? 'OTHER', purpose: body.purpose ?? '' }) };
  }
}
