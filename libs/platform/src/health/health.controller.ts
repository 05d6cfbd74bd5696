import { Controller, Get, Header, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { register } from 'prom-client';
import { DataSource } from 'typeorm';
import { problem } from '#domain';
import { Public } from '../auth/decorators.js';
import { Replica } from '../db/replica.js';
import { JobQueue } from '../queue/job-queue.js';

/** `/live`: the process answers. `/ready`: the database answers too (never the queue: accepting work must outlive it). `/metrics`: numbers. */
@ApiExcludeController()
@Controller({ version: VERSION_NEUTRAL })
export class HealthController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly replica: Replica,
  ) {}

  @Get('live')
  @Public()
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  async ready(): Promise<{ status: string; epoch: string; mode: string }> {
    try {
      const rows: { epoch: string; mode: string }[] = await this.dataSource.query('select i.epoch, i.mode from installation i');
      const row = rows[0];
      if (!row) throw problem('not-ready');
      return { status: 'ok', ...row };
    } catch {
      throw problem('not-ready');
    }
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(): Promise<string> {
    const counts = await this.queue.counts().catch(() => ({}) as Record<string, number>);
    const { usable, lagMs } = this.replica.state;
    const replica = [`# TYPE bangfu_read_replica_usable gauge\nbangfu_read_replica_usable ${usable ? 1 : 0}`, ...(lagMs === null ? [] : [`# TYPE bangfu_read_replica_lag_ms gauge\nbangfu_read_replica_lag_ms ${lagMs}`])];
    const lines = Object.entries(counts).map(([state, count]) => `bangfu_jobs{state="${state}"} ${count}`);
    return `${await register.metrics()}\n# TYPE bangfu_jobs gauge\n${lines.join('\n')}\n${replica.join('\n')}\n`;
  }
}
