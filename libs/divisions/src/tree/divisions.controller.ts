import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow } from '#platform';
import { DivisionDetailResponse, DivisionListQuery, DivisionPage, DivisionParams } from './divisions.dto.js';
import { DivisionsService } from './divisions.service.js';

@ApiTags('divisions')
@Controller('divisions')
export class DivisionsController {
  constructor(private readonly divisions: DivisionsService) {}

  @Get()
  @Allow(Permission.DivisionRead)
  @ApiOperation({ operationId: 'listDivisions', summary: 'Children of a division, or a search by name, code or pinyin initials' })
  @ApiOkResponse({ type: DivisionPage })
  list(@Query() query: DivisionListQuery): Promise<DivisionPage> {
    return this.divisions.list(query);
  }

  @Get(':code')
  @Allow(Permission.DivisionRead)
  @ApiOperation({ operationId: 'getDivision', summary: 'One division: path, validity, lineage, poverty designation' })
  @ApiOkResponse({ type: DivisionDetailResponse })
  @ApiNotFoundResponse()
  detail(@Param() params: DivisionParams): Promise<DivisionDetailResponse> {
    return this.divisions.detail(params.code);
  }
}
