import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { VisitCorrectionRequest, VisitListQuery, VisitRequest } from './visit.dto.js';
import { VisitListItem, VisitPage, VisitResponse } from './visit.response.js';
import { VisitReader } from './visit-reader.js';
import { VisitService } from './visit.service.js';

@ApiTags('visits')
@Controller('visits')
export class VisitsController {
  constructor(
    private readonly visits: VisitService,
    private readonly reader: VisitReader,
  ) {}

  @Post()
  @Allow(Permission.VisitWrite)
  @ApiOperation({ operationId: 'recordVisit', summary: 'Record a visit; the same id with the same content again is the same visit' })
  @ApiCreatedResponse({ type: VisitResponse })
  async record(@Body() body: VisitRequest): Promise<VisitResponse> {
    const { visitId } = await this.visits.record(VisitRequest.input(body));
    return VisitResponse.fromDetail(await this.reader.detail(visitId));
  }

  @Get()
  @Allow(Permission.VisitRead)
  @ApiOperation({ operationId: 'listVisits', summary: 'Visits of a household, a village or a division, the latest day first' })
  @ApiOkResponse({ type: VisitPage })
  async list(@Query() query: VisitListQuery): Promise<VisitPage> {
    const { items, nextCursor } = await this.reader.page(query);
    return { items: items.map(({ row, villageName }) => VisitListItem.from(row, villageName)), nextCursor };
  }

  @Get(':id')
  @Allow(Permission.VisitRead)
  @LogRead('visit.detail')
  @ApiOperation({ operationId: 'readVisit', summary: 'Everything that a visit recorded' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: VisitResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<VisitResponse> {
    return VisitResponse.fromDetail(await this.reader.detail(id));
  }

  @Post(':id/corrections')
  @Allow(Permission.VisitWrite)
  @ApiOperation({ operationId: 'correctVisit', summary: 'Correct a visit by a further record that is linked to the first' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: VisitResponse })
  async correct(@Param('id', CaseIdPipe) id: CaseId, @Body() body: VisitCorrectionRequest): Promise<VisitResponse> {
    const { row } = await this.reader.detail(id);
    const { visitId } = await this.visits.record(VisitCorrectionRequest.input(body, { householdId: { countyCode: id.countyCode, id: row.household_id }, of: id.id }));
    return VisitResponse.fromDetail(await this.reader.detail(visitId));
  }
}
