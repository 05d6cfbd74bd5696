import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { Permission, problem } from '#domain';
import { Allow, AllowSignedIn } from '../auth/decorators.js';
import { ENV, type Env } from '../config/env.js';
import { Db } from '../db/db.service.js';

export class MoveClockRequest {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 366, description: 'Days to move forward' })
  @IsInt()
  @Min(1)
  @Max(366)
  days: number;
}

export class ClockResponse {
  @ApiProperty({ format: 'date-time', description: 'Server time; only this time counts' }) now: string;
  @ApiProperty({ format: 'date', description: 'Calendar day in Asia/Shanghai' }) today: string;
  @ApiProperty({ description: 'Days by which the trial clock was moved' }) offsetDays: number;
  @ApiProperty({ enum: ['production', 'trial', 'test'] }) mode: string;
}

const readClock = `select app.now() as now, app.today()::text as today, extract(day from i.clock_offset)::int as offset_days, i.mode from installation i`;

interface ClockRow {
  now: Date;
  today: string;
  offset_days: number;
  mode: string;
}

/** The one clock. It can be moved in the trial only, and every page shows when it was. */
@ApiTags('clock')
@Controller('clock')
export class ClockController {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly db: Db,
  ) {}

  @Get()
  @AllowSignedIn()
  @ApiOperation({ operationId: 'clock', summary: 'Server time and the offset of the trial clock' })
  @ApiOkResponse({ type: ClockResponse })
  async read(): Promise<ClockResponse> {
    const row = await this.db.one<ClockRow>(readClock);
    return { now: row.now.toISOString(), today: row.today, offsetDays: row.offset_days, mode: row.mode };
  }

  @Post('forward')
  @Allow(Permission.ClockMove)
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveClock', summary: 'Trial only: move the clock forward' })
  @ApiOkResponse({ type: ClockResponse })
  async forward(@Body() body: MoveClockRequest): Promise<ClockResponse> {
    if (this.env.mode === 'production') throw problem('not-in-this-mode');
    await this.db.query('select app.move_clock(make_interval(days => $1))', [body.days]);
    return this.read();
  }
}
