import { Module } from '@nestjs/common';
import { BoundariesController } from './boundary/boundaries.controller.js';
import { BoundariesService } from './boundary/boundaries.service.js';
import { HolidayReader } from './calendar/holiday-reader.js';
import { HolidaysController } from './calendar/holidays.controller.js';
import { HolidaysService } from './calendar/holidays.service.js';
import { ParameterReader } from './parameters/parameter-reader.js';
import { ParametersController } from './parameters/parameters.controller.js';
import { ParametersService } from './parameters/parameters.service.js';
import { DivisionReader } from './tree/division-reader.js';
import { DivisionsController } from './tree/divisions.controller.js';
import { DivisionsService } from './tree/divisions.service.js';

/** The administrative tree, poverty designations, policy parameters, the holiday calendar and boundaries for maps. */
@Module({
  controllers: [DivisionsController, ParametersController, HolidaysController, BoundariesController],
  providers: [DivisionsService, DivisionReader, ParametersService, ParameterReader, HolidayReader, HolidaysService, BoundariesService],
  exports: [DivisionReader, ParameterReader, HolidayReader],
})
export class DivisionsModule {}
