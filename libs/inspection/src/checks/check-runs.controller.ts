import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { CheckRunDetail, CheckRunPage, CheckRunQuery, CheckRunRequest, CheckRunResponse } from './checks.dto.js';
import { CheckRuns } from './run/check-runs.service.js';

@ApiTags('checks')
@Controller('check-runs')
export class CheckRunsController {
  constructor(private readonly runs: CheckRuns) {}

  @Post()
  @HttpCode(202)
  @Allow(Permission.CheckRun)
  @ApiOperation({ operationId: 'startCheckRun', summary: 'Run one check, some or all over a division, as a job' })
  @ApiAcceptedResponse({ type: CheckRunResponse })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse()
  async start(@Body() { division, codes, all, year }: CheckRunRequest): Promise<CheckRunResponse> {
    return CheckRunResponse.from(await this.runs.start({ division, codes: all ? null : (codes ?? []), year }));
  }

  @Get()
  @Allow(Permission.CheckRead)
  @ApiOperation({ operationId: 'listCheckRuns', summary: 'Runs over divisions of the territory, newest first' })
  @ApiOkResponse({ type: CheckRunPage })
  async list(@Query() query: CheckRunQuery): Promise<CheckRunPage> {
    const { items, nextCursor } = await this.runs.list(query);
    return { items: items.map((row) => CheckRunResponse.from(row)), nextCursor };
  }

  @Get(':id')
  @Allow(Permission.CheckRead)
  @ApiOperation({ operationId: 'readCheckRun', summary: 'Progress of a run; per check and child division: hits, new, gone, unproven, what was missing, and how long it took' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CheckRunDetail })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<CheckRunDetail> {
    const { run, results } = await this.runs.read(id);
    return CheckRunDetail.of(run, results);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow(Permission.CheckRun)
  @ApiOperation({ operationId: 'cancelCheckRun', summary: 'Give a run up: checks that are counted stay, those at work are stopped, the rest does not begin' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CheckRunDetail })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async cancel(@Param('id', CaseIdPipe) id: CaseId): Promise<CheckRunDetail> {
    const { run, results } = await this.runs.cancel(id);
    return CheckRunDetail.of(run, results);
  }
}
