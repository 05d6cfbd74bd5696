import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow, PlanInOrder } from '#platform';
import { HouseholdList } from './household-list.js';
import { HouseholdListItem, HouseholdListQuery, HouseholdPage } from './list.dto.js';

@ApiTags('households')
@Controller('households')
export class HouseholdListController {
  constructor(private readonly list: HouseholdList) {}

  @Get()
  @Allow(Permission.HouseholdRead)
  @PlanInOrder()
  @ApiOperation({ summary: 'Households of a division, page by page' })
  @ApiOkResponse({ type: HouseholdPage })
  async page(@Query() query: HouseholdListQuery): Promise<HouseholdPage> {
    const { items, nextCursor } = await this.list.page(query);
    return { items: items.map((row) => HouseholdListItem.from(row)), nextCursor };
  }
}
