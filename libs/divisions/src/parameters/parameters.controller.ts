import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow } from '#platform';
import { ParameterReader } from './parameter-reader.js';
import {
  EffectiveParameterQuery, EffectiveParameterResponse, ParameterHistoryQuery, ParameterListResponse, ParameterParams, ParameterQuery, ParameterValuePage,
  ParameterValueResponse, SetParameterRequest,
} from './parameters.dto.js';
import { ParametersService } from './parameters.service.js';

@ApiTags('parameters')
@Controller('parameters')
export class ParametersController {
  constructor(
    private readonly parameters: ParametersService,
    private readonly reader: ParameterReader,
  ) {}

  @Get()
  @Allow(Permission.ParameterRead)
  @ApiOperation({ operationId: 'listParameters', summary: 'Every policy parameter with its values in force, also those that are not set' })
  @ApiOkResponse({ type: ParameterListResponse })
  list(@Query() query: ParameterQuery): Promise<ParameterListResponse> {
    return this.parameters.list(query);
  }

  @Get(':name/effective')
  @Allow(Permission.ParameterRead)
  @ApiOperation({ operationId: 'getEffectiveParameter', summary: 'The one value that answers a question' })
  @ApiOkResponse({ type: EffectiveParameterResponse })
  @ApiNotFoundResponse()
  async effective(@Param() params: ParameterParams, @Query() query: EffectiveParameterQuery): Promise<EffectiveParameterResponse> {
    return EffectiveParameterResponse.of(params.name, await this.reader.effective(params.name, query));
  }

  @Get(':name/history')
  @Allow(Permission.ParameterRead)
  @ApiOperation({ operationId: 'listParameterHistory', summary: 'All records of a parameter, newest first' })
  @ApiOkResponse({ type: ParameterValuePage })
  @ApiNotFoundResponse()
  history(@Param() params: ParameterParams, @Query() query: ParameterHistoryQuery): Promise<ParameterValuePage> {
    return this.parameters.history(params.name, query);
  }

  @Put(':name')
  @Allow(Permission.ParameterWrite)
  @ApiOperation({ operationId: 'setParameter', summary: 'Record a new value with its document; the earlier one stays in the history' })
  @ApiOkResponse({ type: ParameterValueResponse })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  @ApiUnprocessableEntityResponse()
  set(@Param() params: ParameterParams, @Body() body: SetParameterRequest): Promise<ParameterValueResponse> {
    return this.parameters.set(params.name, body);
  }
}
