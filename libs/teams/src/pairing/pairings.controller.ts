import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { FieldWorkQuery, sameCounty, someCaseId } from '../shared.dto.js';
import { EndRequest } from '../team/team.dto.js';
import { HelperService } from './helper.service.js';
import { HandOverAllRequest, HandOverRequest, HandOverResponse, HelperPage, HelperRequest, HelperResponse, PairingListQuery, PairingPage, PairingRequest, PairingResponse } from './pairing.dto.js';
import { HandOversRequest, HandOversResponse, PairingMatrixResponse } from './hand-overs.dto.js';
import { PairingService } from './pairing.service.js';

@ApiTags('pairings')
@Controller('pairings')
export class PairingsController {
  constructor(private readonly pairings: PairingService) {}

  @Get()
  @Allow(Permission.TeamRead)
  @ApiOperation({ operationId: 'listPairings', summary: 'Pairings that hold in a division, or all of a household' })
  @ApiOkResponse({ type: PairingPage })
  async list(@Query() { household, ...query }: PairingListQuery): Promise<PairingPage> {
    const { items, nextCursor } = await this.pairings.page({ ...query, ...(household === undefined ? {} : { household: someCaseId(household) }) });
    return { items: items.map((row) => PairingResponse.from(row)), nextCursor };
  }

  @Post()
  @Allow(Permission.PairingWrite)
  @ApiOperation({ operationId: 'pairHousehold', summary: 'A helper takes a household on; refused above the limit of the rank, where one is set' })
  @ApiCreatedResponse({ type: PairingResponse })
  async pair(@Body() body: PairingRequest): Promise<PairingResponse> {
    const householdId = someCaseId(body.householdId);
    const id = await this.pairings.pair({ id: body.id, householdId, helperId: sameCounty(body.helperId, householdId), startedOn: body.startedOn });
    return PairingResponse.from(await this.pairings.read(id));
  }

  @Get('matrix')
  @Allow(Permission.TeamRead)
  @ApiOperation({ operationId: 'readPairingMatrix', summary: 'Villages with how many households each helper has there; a page is so many villages' })
  @ApiOkResponse({ type: PairingMatrixResponse })
  async matrix(@Query() query: FieldWorkQuery): Promise<PairingMatrixResponse> {
    return PairingMatrixResponse.from(await this.pairings.matrix(query));
  }

  @Post('hand-overs')
  @HttpCode(200)
  @Allow(Permission.PairingWrite)
  @ApiOperation({ operationId: 'handOverPairings', summary: 'Chosen households of a county go to another helper; a result for each' })
  @ApiOkResponse({ type: HandOversResponse })
  async handOverMany(@Body() body: HandOversRequest): Promise<HandOversResponse> {
    const helper = someCaseId(body.toHelperId);
    const chosen = body.pairings.map(({ pairingId, id }) => ({ id: sameCounty(pairingId, helper), newId: id }));
    return HandOversResponse.from(helper.countyCode, await this.pairings.handOverMany(helper.countyCode, chosen, { toHelperId: helper.id, on: body.on, reason: body.reason }));
  }

  @Post(':id/hand-over')
  @Allow(Permission.PairingWrite)
  @ApiOperation({ operationId: 'handOverPairing', summary: 'Another helper takes the household over; both pairings stay' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: PairingResponse })
  async handOver(@Param('id', CaseIdPipe) id: CaseId, @Body() body: HandOverRequest): Promise<PairingResponse> {
    const successor = await this.pairings.handOver(id, body.id, { toHelperId: sameCounty(body.toHelperId, id), on: body.on, reason: body.reason });
    return PairingResponse.from(await this.pairings.read(successor));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow(Permission.PairingWrite)
  @ApiOperation({ operationId: 'endPairing', summary: 'The pairing ends without a successor' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: PairingResponse })
  async end(@Param('id', CaseIdPipe) id: CaseId, @Body() body: EndRequest): Promise<PairingResponse> {
    await this.pairings.end(id, body);
    return PairingResponse.from(await this.pairings.read(id));
  }
}

@ApiTags('pairings')
@Controller('helpers')
export class HelpersController {
  constructor(
    private readonly helpers: HelperService,
    private readonly pairings: PairingService,
  ) {}

  @Get()
  @Allow(Permission.TeamRead)
  @ApiOperation({ operationId: 'listHelpers', summary: 'Helpers of a county with how many households each has; empty below the county' })
  @ApiOkResponse({ type: HelperPage })
  async list(@Query() query: FieldWorkQuery): Promise<HelperPage> {
    const { items, nextCursor } = await this.helpers.page(query);
    return { items: items.map((row) => HelperResponse.from(row)), nextCursor };
  }

  @Post()
  @Allow(Permission.PairingWrite)
  @ApiOperation({ operationId: 'createHelper', summary: 'Register somebody who helps households' })
  @ApiCreatedResponse({ type: HelperResponse })
  async create(@Body() body: HelperRequest): Promise<HelperResponse> {
    return HelperResponse.from(await this.helpers.read(await this.helpers.create(body)));
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @Allow(Permission.PairingWrite)
  @ApiOperation({ operationId: 'handOverAll', summary: 'All households of a helper go to another one' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HandOverResponse })
  async handOver(@Param('id', CaseIdPipe) id: CaseId, @Body() body: HandOverAllRequest): Promise<HandOverResponse> {
    return { households: await this.pairings.handOverAll(id, { toHelperId: sameCounty(body.toHelperId, id), on: body.on, reason: body.reason }) };
  }
}
