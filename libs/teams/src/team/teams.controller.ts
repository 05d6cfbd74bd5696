import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { FieldWorkQuery } from '../shared.dto.js';
import { MemberIdPipe } from './member-id.pipe.js';
import { TeamDaysService } from './team-days.service.js';
import { EndRequest, TeamDaysRequest, TeamJoinRequest, TeamRequest, TeamYearQuery } from './team.dto.js';
import { TeamItem, TeamPage, TeamResponse } from './team.response.js';
import { TeamReader } from './team-reader.js';
import { TeamService } from './team.service.js';

@ApiTags('teams')
@Controller('teams')
export class TeamsController {
  constructor(
    private readonly teams: TeamService,
    private readonly days: TeamDaysService,
    private readonly reader: TeamReader,
  ) {}

  @Get()
  @Allow(Permission.TeamRead)
  @ApiOperation({ operationId: 'listTeams', summary: 'Villages of a division with the team that serves them' })
  @ApiOkResponse({ type: TeamPage })
  async list(@Query() query: FieldWorkQuery): Promise<TeamPage> {
    const { items, nextCursor } = await this.reader.page(query);
    return { items: items.map((row) => TeamItem.from(row)), nextCursor };
  }

  @Post()
  @Allow(Permission.TeamWrite)
  @ApiOperation({ operationId: 'createTeam', summary: 'Send a work team to a village or a set of villages' })
  @ApiCreatedResponse({ type: TeamResponse })
  async create(@Body() body: TeamRequest): Promise<TeamResponse> {
    return TeamResponse.from(await this.reader.detail(await this.teams.create(body)));
  }

  @Get(':id')
  @Allow(Permission.TeamRead)
  @ApiOperation({ operationId: 'readTeam', summary: 'A team with its members, those who left too, and the days of a year' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TeamResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId, @Query() query: TeamYearQuery): Promise<TeamResponse> {
    return TeamResponse.from(await this.reader.detail(id, query.year));
  }

  @Post(':id/members')
  @Allow(Permission.TeamWrite)
  @ApiOperation({ operationId: 'joinTeam', summary: 'A member joins, or takes over from another one' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: TeamResponse })
  async join(@Param('id', CaseIdPipe) id: CaseId, @Body() body: TeamJoinRequest): Promise<TeamResponse> {
    const { replaces, reason, ...member } = body;
    await this.teams.join(id, member, replaces === undefined ? undefined : { memberId: replaces, reason: reason ?? '' });
    return TeamResponse.from(await this.reader.detail(id));
  }

  @Post(':id/members/:memberId/leave')
  @HttpCode(200)
  @Allow(Permission.TeamWrite)
  @ApiOperation({ operationId: 'leaveTeam', summary: 'A member leaves without a successor' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'memberId', type: String })
  @ApiOkResponse({ type: TeamResponse })
  async leave(@Param('id', CaseIdPipe) id: CaseId, @Param('memberId', MemberIdPipe) memberId: string, @Body() body: EndRequest): Promise<TeamResponse> {
    await this.teams.leave(id, memberId, body);
    return TeamResponse.from(await this.reader.detail(id));
  }

  @Put(':id/days')
  @Allow(Permission.TeamDaysWrite)
  @ApiOperation({ operationId: 'recordTeamDays', summary: 'Days in the village of one month, as the team itself records them' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TeamResponse })
  async record(@Param('id', CaseIdPipe) id: CaseId, @Body() body: TeamDaysRequest): Promise<TeamResponse> {
    await this.days.record(id, body);
    return TeamResponse.from(await this.reader.detail(id, body.year));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow(Permission.TeamWrite)
  @ApiOperation({ operationId: 'endTeam', summary: 'The team goes home; nothing of it is removed' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TeamResponse })
  async end(@Param('id', CaseIdPipe) id: CaseId, @Body() body: EndRequest): Promise<TeamResponse> {
    await this.teams.end(id, body);
    return TeamResponse.from(await this.reader.detail(id));
  }
}
