import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow, decodeCursor, toPage } from '#platform';
import { MeasureReader } from './measure-reader.js';
import { MeasureListQuery, MeasurePage, MeasureParams, MeasureResponse, MeasureSummary } from './measures.dto.js';

@ApiTags('measures')
@Controller('measures')
export class MeasuresController {
  constructor(private readonly measures: MeasureReader) {}

  @Get()
  @Allow(Permission.MeasureRead)
  @ApiOperation({ operationId: 'listMeasures', summary: 'The catalogue of measures, newest versions; what no document settles is named as not set' })
  @ApiOkResponse({ type: MeasurePage })
  async list(@Query() query: MeasureListQuery): Promise<MeasurePage> {
    const [after] = decodeCursor(query.cursor, ['string']) ?? [''];
    const rows = await this.measures.list({ kind: query.kind, level: query.level, text: query.text, after: String(after), limit: query.limit + 1 });
    return toPage(rows, query.limit, (row) => [row.code], (row) => MeasureSummary.from(row));
  }

  @Get(':code')
  @Allow(Permission.MeasureRead)
  @ApiOperation({ operationId: 'getMeasure', summary: 'One measure with all its versions, the rule read out, amounts as printed' })
  @ApiOkResponse({ type: MeasureResponse })
  @ApiNotFoundResponse()
  async get(@Param() { code }: MeasureParams): Promise<MeasureResponse> {
    return MeasureResponse.from(await this.measures.versions(code));
  }
}
