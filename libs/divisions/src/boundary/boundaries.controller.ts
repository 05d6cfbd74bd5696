import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow } from '#platform';
import { BoundaryFileResponse, BoundaryResponse, CountyBoundaryParams, PutBoundaryRequest } from './boundaries.dto.js';
import { BoundariesService } from './boundaries.service.js';

@ApiTags('divisions')
@Controller('boundaries')
export class BoundariesController {
  constructor(private readonly boundaries: BoundariesService) {}

  @Get()
  @Allow(Permission.DivisionRead)
  @ApiOperation({ operationId: 'listBoundaries', summary: 'Counties of the territory whose boundaries were uploaded, with their approval numbers' })
  @ApiOkResponse({ type: [BoundaryResponse] })
  list(): Promise<BoundaryResponse[]> {
    return this.boundaries.list();
  }

  @Get(':county')
  @Allow(Permission.DivisionRead)
  @ApiOperation({ operationId: 'readBoundary', summary: 'Boundaries of a county as GeoJSON, with the approval number that stands on every map of them' })
  @ApiOkResponse({ type: BoundaryFileResponse })
  @ApiNotFoundResponse()
  read(@Param() { county }: CountyBoundaryParams): Promise<BoundaryFileResponse> {
    return this.boundaries.read(county);
  }

  @Put(':county')
  @Allow(Permission.BoundaryWrite)
  @ApiOperation({ operationId: 'putBoundary', summary: 'Upload the boundaries of a county under their approval number (审图号)' })
  @ApiOkResponse({ type: BoundaryResponse })
  @ApiUnprocessableEntityResponse()
  put(@Param() { county }: CountyBoundaryParams, @Body() body: PutBoundaryRequest): Promise<BoundaryResponse> {
    return this.boundaries.put(county, body);
  }

  @Delete(':county')
  @HttpCode(204)
  @Allow(Permission.BoundaryWrite)
  @ApiOperation({ operationId: 'removeBoundary', summary: 'Take the boundaries of a county away' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  remove(@Param() { county }: CountyBoundaryParams): Promise<void> {
    return this.boundaries.remove(county);
  }
}
