import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, screens } from '#domain';
import { Allow, LogRead } from '#platform';
import { groupPage } from './group-page.js';
import { ScreenReader } from './screen-reader.js';
import { ScreenSettings } from './screen-settings.js';
import { ScreenItem, ScreenList, ScreenQuery, ScreenResponse, ScreenRowItem, ScreenRowPage, ScreenRowsQuery, ScreenSettingRequest } from './screens.dto.js';

@ApiTags('screens')
@Controller('screens')
export class ScreensController {
  constructor(
    private readonly reader: ScreenReader,
    private readonly settings: ScreenSettings,
  ) {}

  @Get()
  @Allow(Permission.ScreenRead)
  @ApiOperation({ operationId: 'listScreens', summary: 'Statistical screens: how each is computed, with its settings in force' })
  @ApiOkResponse({ type: ScreenList })
  async list(): Promise<ScreenList> {
    const items = [];
    for (const screen of screens) items.push(ScreenItem.of(screen, await this.settings.of(screen)));
    return { items };
  }

  @Get(':code')
  @Allow(Permission.ScreenRead)
  @LogRead('screen.groups')
  @ApiOperation({ operationId: 'askScreen', summary: 'Groups of a division, flagged, not flagged or too small to judge, in the order of the places' })
  @ApiParam({ name: 'code', type: String })
  @ApiOkResponse({ type: ScreenResponse })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse()
  async ask(@Param('code') code: string, @Query() query: ScreenQuery): Promise<ScreenResponse> {
    const answer = await this.reader.ask({ ...query, code });
    return ScreenResponse.of(answer, groupPage(answer.groups, query));
  }

  @Get(':code/rows')
  @Allow(Permission.ScreenRead)
  @LogRead('screen.rows')
  @ApiOperation({ operationId: 'readScreenRows', summary: 'The rows behind a figure of a group' })
  @ApiParam({ name: 'code', type: String })
  @ApiOkResponse({ type: ScreenRowPage })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse()
  async rows(@Param('code') code: string, @Query() query: ScreenRowsQuery): Promise<ScreenRowPage> {
    const { items, nextCursor } = await this.reader.rows({ ...query, code });
    return { items: items.map((row) => ScreenRowItem.from(row)), nextCursor };
  }

  @Put(':code/settings')
  @HttpCode(200)
  @Allow(Permission.ParameterWrite)
  @ApiOperation({ operationId: 'setScreenSetting', summary: 'Set how sharply a screen looks, with the reason' })
  @ApiParam({ name: 'code', type: String })
  @ApiOkResponse({ type: ScreenItem })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse()
  async set(@Param('code') code: string, @Body() body: ScreenSettingRequest): Promise<ScreenItem> {
    const screen = this.reader.screen(code);
    await this.settings.set(screen, body);
    return ScreenItem.of(screen, await this.settings.of(screen));
  }
}
