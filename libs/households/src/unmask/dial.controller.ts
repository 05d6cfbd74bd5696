import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { parseCaseId, Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { DialBody, DialResponse } from './unmask.dto.js';
import { UnmaskService } from './unmask.service.js';

@ApiTags('households')
@Controller('households/:id/dial')
export class DialController {
  constructor(private readonly service: UnmaskService) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Allow(Permission.HouseholdDial)
  @ApiOperation({ operationId: 'dialHousehold', summary: 'One telephone number in clear, to call the household or a member; recorded as contact' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: DialResponse })
  async dial(@Param('id', CaseIdPipe) id: CaseId, @Body() { memberId }: DialBody): Promise<DialResponse> {
    return { phone: await this.service.dial(id, memberId === undefined ? undefined : parseCaseId(memberId)) };
  }
}
