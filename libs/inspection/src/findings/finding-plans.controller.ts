import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow, PageQuery } from '#platform';
import { FindingColours } from './colour.service.js';
import { FindingColourRequest, FindingDrawRequest } from './finding.dto.js';
import { FindingColourItem, FindingColourList, FindingDrawItem, FindingDrawPage } from './finding.response.js';
import { LookBacks } from './look-backs.service.js';

/** What holds for many findings: draws of look-backs, bounds of colours. */
@ApiTags('findings')
@Controller()
export class FindingPlansController {
  constructor(
    private readonly lookBacks: LookBacks,
    private readonly colours: FindingColours,
  ) {}

  @Post('finding-draws')
  @Allow(Permission.FindingWrite)
  @ApiOperation({ operationId: 'drawLookBacks', summary: 'Draw closed findings to look at again: the same seed over the same frame draws the same' })
  @ApiCreatedResponse({ type: FindingDrawItem })
  @ApiUnprocessableEntityResponse()
  async draw(@Body() body: FindingDrawRequest): Promise<FindingDrawItem> {
    return FindingDrawItem.from(await this.lookBacks.draw(body));
  }

  @Get('finding-draws')
  @Allow(Permission.FindingRead)
  @ApiOperation({ operationId: 'listLookBackDraws', summary: 'Draws of the territory, the newest first' })
  @ApiOkResponse({ type: FindingDrawPage })
  async draws(@Query() query: PageQuery): Promise<FindingDrawPage> {
    const { items, nextCursor } = await this.lookBacks.list(query);
    return { items: items.map((row) => FindingDrawItem.from(row)), nextCursor };
  }

  @Get('finding-colours')
  @Allow(Permission.FindingRead)
  @ApiOperation({ operationId: 'readFindingColours', summary: 'Days left from which findings are blue, yellow and red' })
  @ApiOkResponse({ type: FindingColourList })
  async readColours(): Promise<FindingColourList> {
    const { scale } = await this.colours.today();
    return { isSet: scale !== null, versions: (await this.colours.history()).map((row) => FindingColourItem.from(row)) };
  }

  @Put('finding-colours')
  @HttpCode(200)
  @Allow(Permission.ParameterWrite)
  @ApiOperation({ operationId: 'setFindingColours', summary: 'Set the bounds from a day on, with the document that says so' })
  @ApiOkResponse({ type: FindingColourList })
  @ApiUnprocessableEntityResponse()
  async setColours(@Body() body: FindingColourRequest): Promise<FindingColourList> {
    await this.colours.set(body);
    return this.readColours();
  }
}
