import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, toPage, uuidCursor } from '#platform';
import { ParkedVillageResponse, RecalculateRequest, RecalculateResponse, RunListQuery, RunPage, RunResponse } from './runs.dto.js';
import { RunsService } from './runs.service.js';

@ApiTags('runs')
@Controller('runs')
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @Get()
  @Allow(Permission.VerdictRead)
  @ApiOperation({ operationId: 'listRuns', summary: 'Recalculations and proofs, newest first' })
  @ApiOkResponse({ type: RunPage })
  @ApiNotFoundResponse()
  async list(@Query() query: RunListQuery): Promise<RunPage> {
    const rows = await this.runs.list({ division: query.division, kind: query.kind, before: uuidCursor(query.cursor), limit: query.limit + 1 });
    return toPage(rows, query.limit, (row) => [row.id], (row) => RunResponse.from(row));
  }

  @Post()
  @HttpCode(202)
  @Allow(Permission.RecalculationRun)
  @ApiOperation({ operationId: 'requestRun', summary: 'Compute a division anew' })
  @ApiAcceptedResponse({ type: RecalculateResponse })
  @ApiNotFoundResponse()
  async request(@Body() body: RecalculateRequest): Promise<RecalculateResponse> {
    return { counties: await this.runs.request(body.division) };
  }

  @Get('parked')
  @Allow(Permission.VerdictRead)
  @ApiOperation({ operationId: 'listParkedVillages', summary: 'Villages whose data cannot be computed, with the fault' })
  @ApiOkResponse({ type: [ParkedVillageResponse] })
  async parked(): Promise<ParkedVillageResponse[]> {
    return (await this.runs.parked()).map((row) => ParkedVillageResponse.from(row));
  }

  @Get(':id/differences')
  @Allow(Permission.RecalculationRun)
  @ApiOperation({ operationId: 'listDifferences', summary: 'Rows in which a proof differed from what was stored' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'object', additionalProperties: true } } })
  @ApiNotFoundResponse()
  differences(@Param('id', CaseIdPipe) id: CaseId): Promise<Record<string, unknown>[]> {
    return this.runs.differences(id.countyCode, id.id);
  }
}
