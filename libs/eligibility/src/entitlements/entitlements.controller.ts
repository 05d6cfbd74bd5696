import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, decodeCursor, LogRead, toPage } from '#platform';
import { YearQuery } from '../shared.dto.js';
import { EntitlementReader } from './entitlement-reader.js';
import { GapListQuery, GapPage, GapResponse, GapSummaryQuery, GapSummaryResponse, HouseholdEntitlementsResponse } from './entitlements.dto.js';

@ApiTags('entitlements')
@Controller()
export class EntitlementsController {
  constructor(private readonly entitlements: EntitlementReader) {}

  @Get('households/:id/entitlements')
  @Allow(Permission.EntitlementRead)
  @LogRead('household.entitlements')
  @ApiOperation({ operationId: 'getHouseholdEntitlements', summary: 'What help a household and its persons get, lack and may get, each with the reasons, the source and the amount as printed' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HouseholdEntitlementsResponse })
  @ApiNotFoundResponse()
  async household(@Param('id', CaseIdPipe) id: CaseId, @Query() { year }: YearQuery): Promise<HouseholdEntitlementsResponse> {
    return HouseholdEntitlementsResponse.from(await this.entitlements.household(id, year), id);
  }

  @Get('entitlement-gaps')
  @Allow(Permission.EntitlementRead)
  @LogRead('entitlement.gaps')
  @ApiOperation({ operationId: 'listEntitlementGaps', summary: 'Entitled but not receiving, receiving but not entitled, needs without a measure: one page of a division' })
  @ApiOkResponse({ type: GapPage })
  @ApiNotFoundResponse()
  async gaps(@Query() query: GapListQuery): Promise<GapPage> {
    const after = decodeCursor(query.cursor, ['string', 'string', 'string', 'string', 'string', 'string']);
    const rows = await this.entitlements.gaps({ division: query.division, kind: query.kind, code: query.measure }, after, query.limit + 1);
    const titles = await this.entitlements.titles();
    return toPage(rows, query.limit, (row) => [row.county_code, row.village_code, row.household_id, row.subject_id, row.kind, row.code], (row) => GapResponse.from(row, titles));
  }

  @Get('entitlement-gaps/summary')
  @Allow(Permission.EntitlementRead)
  @ApiOperation({ operationId: 'summariseEntitlementGaps', summary: 'How many gaps, by child division, kind and measure or need' })
  @ApiOkResponse({ type: GapSummaryResponse })
  @ApiNotFoundResponse()
  async summary(@Query() { division, kind, measure }: GapSummaryQuery): Promise<GapSummaryResponse> {
    return GapSummaryResponse.from(await this.entitlements.summary({ division, kind, code: measure }));
  }
}
