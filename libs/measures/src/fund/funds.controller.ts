import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, PageQuery } from '#platform';
import { expectedVersion } from '../shared/expected.js';
import { FundChangeRequest, FundListQuery, FundPageResponse, FundResponse, FundTotalsResponse, NewFundRequest, SpendingPageResponse, SpendingResponse } from './fund.dto.js';
import { FundService } from './fund.service.js';

@ApiTags('funds')
@Controller('funds')
export class FundsController {
  constructor(private readonly funds: FundService) {}

  @Get()
  @Allow(Permission.ProjectRead)
  @ApiOperation({ summary: 'Fund sources with allocation, spending and idle days; totals of the whole list' })
  @ApiOkResponse({ type: FundPageResponse })
  async list(@Query() query: FundListQuery): Promise<FundPageResponse> {
    const { items, nextCursor, totals } = await this.funds.page(query);
    return { items: items.map((row) => FundResponse.from(row)), totals: FundTotalsResponse.from(totals), nextCursor };
  }

  @Post()
  @Allow(Permission.FundWrite)
  @ApiOperation({ summary: 'Record an allocation' })
  @ApiCreatedResponse({ type: FundResponse })
  async create(@Body() body: NewFundRequest): Promise<FundResponse> {
    return FundResponse.from(await this.funds.create(body));
  }

  @Get(':id')
  @Allow(Permission.ProjectRead)
  @ApiOperation({ summary: 'One fund source' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: FundResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<FundResponse> {
    return FundResponse.from(await this.funds.find(id));
  }

  @Patch(':id')
  @Allow(Permission.FundWrite)
  @ApiOperation({ summary: 'Correct an allocation; never below what is spent or budgeted' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: FundResponse })
  async change(@Param('id', CaseIdPipe) id: CaseId, @Body() { version, ...change }: FundChangeRequest, @Headers('if-match') ifMatch?: string): Promise<FundResponse> {
    return FundResponse.from(await this.funds.change(id, expectedVersion(version, ifMatch), change));
  }

  @Get(':id/spending')
  @Allow(Permission.ProjectRead)
  @ApiOperation({ summary: 'The payments and expenses behind the spending of a fund' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SpendingPageResponse })
  async spending(@Param('id', CaseIdPipe) id: CaseId, @Query() query: PageQuery): Promise<SpendingPageResponse> {
    const page = await this.funds.spending(id, query);
    return { items: page.items.map((row) => SpendingResponse.from(row)), nextCursor: page.nextCursor };
  }
}
