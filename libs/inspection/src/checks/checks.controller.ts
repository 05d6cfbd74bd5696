import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow, LogRead } from '#platform';
import { CheckCatalogue } from './catalogue/check-catalogue.js';
import { CheckAreaResponse, CheckDetailResponse, CheckDivisionQuery, CheckPage, CheckParams, CheckResponse, CheckVersionResponse, HitQuery } from './checks.dto.js';
import { CheckHits } from './hits/check-hits.js';
import { HitPage, HitResponse } from './hits/hits.dto.js';
import { CheckPublisher } from './publish/check-publisher.js';
import { CheckParametersRequest, CheckSimulationRequest, CheckSimulationResponse, PublishCheckRequest } from './publish/publish.dto.js';

@ApiTags('checks')
@Controller('checks')
export class ChecksController {
  constructor(
    private readonly catalogue: CheckCatalogue,
    private readonly hits: CheckHits,
    private readonly publisher: CheckPublisher,
  ) {}

  @Get()
  @Allow(Permission.CheckRead)
  @ApiOperation({ operationId: 'listChecks', summary: 'Audit checks in force, with what they found last in a division' })
  @ApiOkResponse({ type: CheckPage })
  @ApiNotFoundResponse()
  async list(@Query() { division }: CheckDivisionQuery): Promise<CheckPage> {
    return { items: (await this.catalogue.list(division)).map(({ check, counts }) => CheckResponse.from(check, counts)) };
  }

  @Get(':code')
  @Allow(Permission.CheckRead)
  @ApiOperation({ operationId: 'readCheck', summary: 'A check: meaning, basis, numbers, the rule as a sentence or the statement, its versions, and what it found last by child division' })
  @ApiOkResponse({ type: CheckDetailResponse })
  @ApiNotFoundResponse()
  async read(@Param() { code }: CheckParams, @Query() { division }: CheckDivisionQuery): Promise<CheckDetailResponse> {
    const { check, counts, versions } = await this.catalogue.detail(code, division);
    const areas = await this.catalogue.areas(code, division);
    return { check: CheckVersionResponse.of(check, counts), versions: versions.map((version) => CheckVersionResponse.of(version)), areas: areas.map((row) => CheckAreaResponse.from(row)) };
  }

  @Get(':code/hits')
  @Allow(Permission.CheckRead)
  @LogRead('check.hits')
  @ApiOperation({ operationId: 'listCheckHits', summary: 'What a check found, by village: the values that made each a hit, its household, and the newest verdict' })
  @ApiOkResponse({ type: HitPage })
  @ApiNotFoundResponse()
  async listHits(@Param() { code }: CheckParams, @Query() query: HitQuery): Promise<HitPage> {
    const { items, nextCursor } = await this.hits.list(code, query);
    return { items: items.map((row) => HitResponse.from(row)), nextCursor };
  }

  @Post(':code/simulations')
  @HttpCode(200)
  @Allow(Permission.CheckPublish)
  @ApiOperation({ operationId: 'simulateCheck', summary: 'How many hits another rule would add and take away, by county; nothing is written' })
  @ApiOkResponse({ type: CheckSimulationResponse })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse()
  async simulate(@Param() { code }: CheckParams, @Body() body: CheckSimulationRequest): Promise<CheckSimulationResponse> {
    return CheckSimulationResponse.from(await this.publisher.simulate(code, body));
  }

  @Post(':code/versions')
  @Allow(Permission.CheckPublish)
  @ApiOperation({ operationId: 'publishCheck', summary: 'Publish a version in rule form: its examples must pass and its effect must have been simulated' })
  @ApiCreatedResponse({ type: CheckVersionResponse })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  @ApiUnprocessableEntityResponse()
  async publish(@Param() { code }: CheckParams, @Body() body: PublishCheckRequest): Promise<CheckVersionResponse> {
    return CheckVersionResponse.of(await this.publisher.publish(code, body));
  }

  @Post(':code/parameters')
  @Allow(Permission.CheckPublish)
  @ApiOperation({ operationId: 'setCheckParameters', summary: 'Set the numbers of a check, with the document that gives them: a new version, everything else as before' })
  @ApiCreatedResponse({ type: CheckVersionResponse })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  @ApiUnprocessableEntityResponse()
  async setParameters(@Param() { code }: CheckParams, @Body() body: CheckParametersRequest): Promise<CheckVersionResponse> {
    return CheckVersionResponse.of(await this.publisher.setParameters(code, body));
  }
}
