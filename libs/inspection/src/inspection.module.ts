import { Module } from '@nestjs/common';

/** Inspection: whether what was decided was true. Each room has a module of its own and is listed here. */
@Module({ imports: [] })
export class InspectionModule {}
