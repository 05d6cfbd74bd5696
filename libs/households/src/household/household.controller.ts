import { Body, Controller, Get, Headers, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { expectedVersion } from './expected-version.js';
import { CorrectionRequest, NewHouseholdRequest } from './household.dto.js';
import { HouseholdReader } from './household-reader.js';
import { HouseholdResponse, MemberResponse } from './household.response.js';
import { HouseholdService } from './household.service.js';

@ApiTags('households')
@Controller('households')
export class HouseholdController {
  constructor(
    private readonly households: HouseholdService,
    private readonly reader: HouseholdReader,
  ) {}

  @Post()
  @Allow(Permission.HouseholdWrite)
  @ApiOperation({ summary: 'Register a household with its members, as a candidate' })
  @ApiCreatedResponse({ type: HouseholdResponse })
  async register(@Body() body: NewHouseholdRequest): Promise<HouseholdResponse> {
    const id = await this.households.register(body);
    return HouseholdResponse.from(await this.reader.detail(id));
  }

  @Get(':id')
  @Allow(Permission.HouseholdRead)
  @LogRead('household.detail')
  @ApiOperation({ summary: 'A household with members, episodes and links; sensitive fields masked' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HouseholdResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<HouseholdResponse> {
    return HouseholdResponse.from(await this.reader.detail(id));
  }

  @Patch(':id')
  @Allow(Permission.HouseholdWrite)
  @ApiOperation({ summary: 'Correct recorded fields; 409 with both values when someone was faster' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HouseholdResponse })
  async correct(@Param('id', CaseIdPipe) id: CaseId, @Body() body: CorrectionRequest, @Headers('if-match') ifMatch?: string): Promise<HouseholdResponse> {
    await this.households.correct(id, { version: expectedVersion(body.version, ifMatch), values: body.values });
    return HouseholdResponse.from(await this.reader.detail(id));
  }

  @Get(':id/members')
  @Allow(Permission.HouseholdRead)
  @LogRead('household.members')
  @ApiOperation({ summary: 'Members of a household, those who left last' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: [MemberResponse] })
  async members(@Param('id', CaseIdPipe) id: CaseId): Promise<MemberResponse[]> {
    return (await this.reader.detail(id)).members.map((member) => MemberResponse.from(member));
  }

  @Patch(':id/members/:memberId')
  @Allow(Permission.HouseholdWrite)
  @ApiOperation({ summary: 'Correct recorded fields of one person' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'memberId', type: String })
  @ApiOkResponse({ type: HouseholdResponse })
  async correctMember(
    @Param('id', CaseIdPipe) id: CaseId,
    @Param('memberId', CaseIdPipe) memberId: CaseId,
    @Body() body: CorrectionRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<HouseholdResponse> {
    await this.households.correctMember(id, memberId, { version: expectedVersion(body.version, ifMatch), values: body.values });
    return HouseholdResponse.from(await this.reader.detail(id));
  }
}
