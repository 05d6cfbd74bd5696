import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CommitHooks } from '../db/commit-hooks.js';
import { JobHandler } from '../queue/job-handler.js';

/** Many commits of one county within this time are sealed together. */
const GATHER_MS = 300;

/**
 * Seals audit rows right after their commit, county by county, outside the request: writers of one county never wait for
 * one another. What a process did not get to (it was killed) the sweep seals.
 */
@Injectable()
export class AuditSealer implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(AuditSealer.name);
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly hooks: CommitHooks,
  ) {}

  onModuleInit(): void {
    this.hooks.onTouched((counties) => this.gather(counties));
  }

  /** Seals what is waiting in one county; returns how many rows. */
  async seal(countyCode: string): Promise<number> {
    const rows: { sealed: number }[] = await this.dataSource.query('select app.seal_audit($1) as sealed', [countyCode]);
    return rows[0]?.sealed ?? 0;
  }

  @JobHandler('audit.sweep')
  async sweep(): Promise<void> {
    const rows: { county: string }[] = await this.dataSource.query('select app.unsealed_counties() as county');
    for (const { county } of rows) await this.seal(county);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.flush();
  }

  private gather(counties: string[]): void {
    for (const county of counties) this.waiting.add(county);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.flush();
    }, GATHER_MS);
  }

  private flush(): Promise<void> {
    this.running = this.running.then(async () => {
      const counties = [...this.waiting];
      this.waiting.clear();
      for (const county of counties) {
        await this.seal(county).catch((error: Error) => this.log.warn({ county, error: error.message }, 'sealing is left to the sweep'));
      }
    });
    return this.running;
  }
}
