import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { parseCaseId, Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { ContestedService } from './contested.service.js';
import { ChooseRequest, ContestedFieldResponse, ContestedPage, ContestedQuery } from './contested.dto.js';

@ApiTags('sync')
@Controller('sync/contested')
export class ContestedController {
  constructor(private readonly contested: ContestedService) {}

  @Get()
  @Allow(Permission.HouseholdRead)
  @ApiOperation({ operationId: 'listContested', summary: 'Fields that two people changed apart from each other, with both values' })
  @ApiOkResponse({ type: ContestedPage })
  async list(@Query() query: ContestedQuery): Promise<ContestedPage> {
    const page = await this.contested.list({ ...query, status: query.status ?? 'OPEN', household: parseCaseId(query.householdId ?? '') });
    return { ...page, items: page.items.map((row) => ContestedFieldResponse.from(row)) };
  }

  @Post(':id/choose')
  @Allow(Permission.HouseholdWrite)
  @HttpCode(200)
  @ApiOperation({ operationId: 'chooseContested', summary: 'Choose one of the two values' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ContestedFieldResponse })
  async choose(@Param('id', CaseIdPipe) id: CaseId, @Body() body: ChooseRequest): Promise<ContestedFieldResponse> {
    return ContestedFieldResponse.from(await this.contested.choose(id, body.choice, body.version));
  }
}
