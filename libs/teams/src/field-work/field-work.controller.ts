import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow } from '#platform';
import { FieldWorkReportQuery, FieldWorkResponse, FieldWorkYearQuery, MissingHousehold, MissingPage, MissingQuery } from './field-work.dto.js';
import { FieldWorkDesk } from './field-work-desk.js';

@ApiTags('teams')
@Controller()
export class FieldWorkController {
  constructor(private readonly desk: FieldWorkDesk) {}

  @Get('villages/:code/field-work')
  @Allow(Permission.TeamRead)
  @ApiOperation({ operationId: 'readVillageFieldWork', summary: 'Team, helpers, visits and days of one village' })
  @ApiParam({ name: 'code', type: String })
  @ApiOkResponse({ type: FieldWorkResponse })
  async village(@Param('code') code: string, @Query() query: FieldWorkYearQuery): Promise<FieldWorkResponse> {
    return FieldWorkResponse.from(await this.desk.village(code, query.year));
  }

  @Get('field-work')
  @Allow(Permission.TeamRead)
  @ApiOperation({ operationId: 'readFieldWork', summary: 'Coverage and load of a division and of each division right below it; places, never persons' })
  @ApiOkResponse({ type: FieldWorkResponse })
  async division(@Query() query: FieldWorkReportQuery): Promise<FieldWorkResponse> {
    return FieldWorkResponse.from(await this.desk.division(query.division, query.year));
  }

  @Get('field-work/households')
  @Allow(Permission.TeamRead)
  @ApiOperation({ operationId: 'listHouseholdsMissing', summary: 'The households behind the numbers: without a helper, or without a visit this year' })
  @ApiOkResponse({ type: MissingPage })
  async households(@Query() query: MissingQuery): Promise<MissingPage> {
    const { items, nextCursor } = await this.desk.missing(query);
    return { items: items.map((row) => MissingHousehold.from(row)), nextCursor };
  }
}
