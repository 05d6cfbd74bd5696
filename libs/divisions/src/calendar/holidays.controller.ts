import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow } from '#platform';
import { HolidayListResponse, HolidayParams, HolidayQuery, HolidayResponse, PutHolidayRequest } from './holidays.dto.js';
import { HolidaysService } from './holidays.service.js';

@ApiTags('parameters')
@Controller('holidays')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Get()
  @Allow(Permission.ParameterRead)
  @ApiOperation({ operationId: 'listHolidays', summary: 'Holidays and worked weekend days of a year, as announced' })
  @ApiOkResponse({ type: HolidayListResponse })
  list(@Query() query: HolidayQuery): Promise<HolidayListResponse> {
    return this.holidays.list(query.year);
  }

  @Put(':day')
  @Allow(Permission.ParameterWrite)
  @ApiOperation({ operationId: 'putHoliday', summary: 'Enter or correct a day of the holiday calendar, with its announcement' })
  @ApiOkResponse({ type: HolidayResponse })
  @ApiUnprocessableEntityResponse()
  put(@Param() params: HolidayParams, @Body() body: PutHolidayRequest): Promise<HolidayResponse> {
    return this.holidays.put(params.day, body);
  }

  @Delete(':day')
  @HttpCode(204)
  @Allow(Permission.ParameterWrite)
  @ApiOperation({ operationId: 'removeHoliday', summary: 'Take a day of the holiday calendar back' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  remove(@Param() params: HolidayParams): Promise<void> {
    return this.holidays.remove(params.day);
  }
}
