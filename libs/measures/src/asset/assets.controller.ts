import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, PageQuery } from '#platform';
import { expectedVersion } from '../shared/expected.js';
import { HelpYearPipe } from '../shared/help-year.pipe.js';
import { AssetChangeRequest, AssetDetailResponse, AssetListQuery, AssetMoveRequest, AssetPageResponse, AssetResponse, DistributionRequest, NewAssetRequest, SharePageResponse, ShareResponse, YieldRequest } from './asset.dto.js';
import { AssetService } from './asset.service.js';
import { YieldService } from './yield.service.js';

@ApiTags('assets')
@Controller('assets')
export class AssetsController {
  constructor(
    private readonly assets: AssetService,
    private readonly yields: YieldService,
  ) {}

  @Get()
  @Allow(Permission.AssetRead)
  @ApiOperation({ summary: 'The three ledgers of assets, page by page' })
  @ApiOkResponse({ type: AssetPageResponse })
  async list(@Query() query: AssetListQuery): Promise<AssetPageResponse> {
    const page = await this.assets.page(query);
    return { items: page.items.map((row) => AssetResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Post()
  @Allow(Permission.AssetWrite)
  @ApiOperation({ summary: 'Enter an asset' })
  @ApiCreatedResponse({ type: AssetDetailResponse })
  async enter(@Body() body: NewAssetRequest): Promise<AssetDetailResponse> {
    return this.show(await this.assets.enter(body));
  }

  @Get(':id')
  @Allow(Permission.AssetRead)
  @ApiOperation({ summary: 'An asset with its yields and log' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: AssetDetailResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<AssetDetailResponse> {
    return this.show(id);
  }

  @Patch(':id')
  @Allow(Permission.AssetWrite)
  @ApiOperation({ summary: 'Change owner, operator, contract or value; the log keeps what it was' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: AssetDetailResponse })
  async change(@Param('id', CaseIdPipe) id: CaseId, @Body() { version, ...change }: AssetChangeRequest, @Headers('if-match') ifMatch?: string): Promise<AssetDetailResponse> {
    await this.assets.change(id, expectedVersion(version, ifMatch), change);
    return this.show(id);
  }

  @Post(':id/actions')
  @HttpCode(200)
  @Allow(Permission.AssetWrite)
  @ApiOperation({ summary: 'Idle, in use again, damaged, disposed of' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: AssetDetailResponse })
  async move(@Param('id', CaseIdPipe) id: CaseId, @Body() { version, ...body }: AssetMoveRequest, @Headers('if-match') ifMatch?: string): Promise<AssetDetailResponse> {
    await this.assets.move(id, expectedVersion(version, ifMatch), body);
    return this.show(id);
  }

  @Put(':id/yields/:year')
  @Allow(Permission.AssetWrite)
  @ApiOperation({ summary: 'Record or correct what it earned in a year' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'year', type: 'integer' })
  @ApiOkResponse({ type: AssetDetailResponse })
  async record(@Param('id', CaseIdPipe) id: CaseId, @Param('year', HelpYearPipe) year: number, @Body() body: YieldRequest): Promise<AssetDetailResponse> {
    await this.yields.record(id, year, body);
    return this.show(id);
  }

  @Post(':id/yields/:year/distributions')
  @Allow(Permission.AssetWrite)
  @ApiOperation({ summary: 'Distribute the yield of a year to listed households; never more than was earned' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'year', type: 'integer' })
  @ApiCreatedResponse({ type: AssetDetailResponse })
  async distribute(@Param('id', CaseIdPipe) id: CaseId, @Param('year', HelpYearPipe) year: number, @Body() body: DistributionRequest): Promise<AssetDetailResponse> {
    await this.yields.distribute(id, year, body);
    return this.show(id);
  }

  @Get(':id/distributions')
  @Allow(Permission.AssetRead)
  @ApiOperation({ summary: 'Who got how much, newest first' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SharePageResponse })
  async shares(@Param('id', CaseIdPipe) id: CaseId, @Query() query: PageQuery): Promise<SharePageResponse> {
    const page = await this.yields.shares(id, query);
    return { items: page.items.map((row) => ShareResponse.from(row)), nextCursor: page.nextCursor };
  }

  private async show(id: CaseId): Promise<AssetDetailResponse> {
    return AssetDetailResponse.of(await this.assets.detail(id));
  }
}
