import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { formatCaseId, parseCaseId, Permission, type CaseId } from '#domain';
import { DivisionReader } from '#divisions';
import { Allow, CaseIdPipe, decodeCursor, LogRead, toPage } from '#platform';
import { CountyParams, VillageParams, YearQuery } from '../shared.dto.js';
import { AreaVerdictsResponse, HouseholdBehindResponse, HouseholdVerdictsResponse, RowsPage, RowsQuery, VillageListQuery, VillagePage, VillageSummaryResponse } from './verdicts.dto.js';
import { VerdictReader } from './verdict-reader.js';

@ApiTags('verdicts')
@Controller()
export class VerdictsController {
  constructor(
    private readonly verdicts: VerdictReader,
    private readonly divisions: DivisionReader,
  ) {}

  @Get('verdicts/households/:id')
  @Allow(Permission.VerdictRead)
  @LogRead('household.verdict')
  @ApiOperation({ operationId: 'getHouseholdVerdicts', summary: 'Facts and verdicts of a household for a year, with the reasons' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HouseholdVerdictsResponse })
  @ApiNotFoundResponse()
  async household(@Param('id', CaseIdPipe) id: CaseId, @Query() { year }: YearQuery): Promise<HouseholdVerdictsResponse> {
    return HouseholdVerdictsResponse.from(await this.verdicts.household(id, year));
  }

  @Get('villages')
  @Allow(Permission.VerdictRead)
  @ApiOperation({ operationId: 'listVillages', summary: 'Villages of a division with their numbers, incidence and exit verdict' })
  @ApiOkResponse({ type: VillagePage })
  @ApiNotFoundResponse()
  async villages(@Query() query: VillageListQuery): Promise<VillagePage> {
    const [after] = decodeCursor(query.cursor, ['string']) ?? [''];
    const { year, rows } = await this.verdicts.villages({ ...query, after: String(after), limit: query.limit + 1 });
    return { year, ...toPage(rows, query.limit, (row) => [row.village_code], (row) => VillageSummaryResponse.from(row)) };
  }

  @Get('villages/:code/verdict')
  @Allow(Permission.VerdictRead)
  @ApiOperation({ operationId: 'getVillageVerdict', summary: 'Facts and verdicts of a village for a year, with the reasons' })
  @ApiOkResponse({ type: AreaVerdictsResponse })
  @ApiNotFoundResponse()
  async village(@Param() { code }: VillageParams, @Query() { year }: YearQuery): Promise<AreaVerdictsResponse> {
    const name = (await this.divisions.names([code])).get(code) ?? null;
    return AreaVerdictsResponse.from(await this.verdicts.village(code, year), { level: 'village', name });
  }

  @Get('villages/:code/rows')
  @Allow(Permission.HouseholdRead)
  @LogRead('village.rows')
  @ApiOperation({ operationId: 'listRowsOfVillage', summary: 'The households that a number of a village counts' })
  @ApiOkResponse({ type: RowsPage })
  @ApiNotFoundResponse()
  async rows(@Param() { code }: VillageParams, @Query() query: RowsQuery): Promise<RowsPage> {
    const cursor = decodeCursor(query.cursor, ['string'])?.[0];
    const year = query.year ?? (await this.verdicts.newestYear(code));
    const after = parseCaseId(String(cursor ?? ''))?.id ?? null;
    const rows = await this.verdicts.rowsOfVillage(code, { fact: query.fact, year, after, limit: query.limit + 1 });
    return { year, ...toPage(rows, query.limit, (row) => [formatCaseId(row.county_code, row.household_id)], (row) => HouseholdBehindResponse.from(row)) };
  }

  @Get('counties/:code/verdict')
  @Allow(Permission.VerdictRead)
  @ApiOperation({ operationId: 'getCountyVerdict', summary: 'Facts and verdicts of a county for a year, with the reasons' })
  @ApiOkResponse({ type: AreaVerdictsResponse })
  @ApiNotFoundResponse()
  async county(@Param() { code }: CountyParams, @Query() { year }: YearQuery): Promise<AreaVerdictsResponse> {
    const name = (await this.divisions.names([code])).get(code) ?? null;
    return AreaVerdictsResponse.from(await this.verdicts.county(code, year), { level: 'county', name });
  }
}
