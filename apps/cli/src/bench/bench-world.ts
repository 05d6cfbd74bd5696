import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { FieldWriter } from '#households';
import { CryptoProvider, parseEnv } from '#platform';
import { prepareDatabase } from '../../../../migrations/run.js';
import { generatePopulation } from '../../../../seeds/demo/generate.js';
import { parseStock } from '../../../../seeds/demo/plan.js';
import { fillRegion, recalculateRegion } from './region/build-region.js';
import { regionCounties } from './region/region.queries.js';
import { seedReferenceData } from '../../../../seeds/reference/seed-reference-data.js';
import { AppModule } from '../../../api/src/app.module.js';
import { adminUrl } from '../context.js';

const AS_SYSTEM =
  "begin; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'bench'";

export const root = process.env['BANGFU_ROOT'] ?? process.cwd();

function urlWith(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}

/** A database made for measuring and dropped afterwards; the one with people's work is never touched. */
export class BenchWorld {
  /** Superuser or owner: past territory and masking, for the floors. */
  readonly adminUrl: string;
  /** Environment of a process of the system on this database. */
  readonly env: Record<string, string>;

  private constructor(
    private readonly database: string,
    private readonly folder: string,
  ) {
    this.adminUrl = urlWith(adminUrl(), database);
    const { DATABASE_ADMIN_URL: _, DATABASE_URL: __, DATABASE_APP_PASSWORD: ___, DATABASE_QUEUE_PASSWORD: ____, ...rest } = process.env;
    this.env = {
      ...(rest as Record<string, string>), BANGFU_MODE: 'test', HOST: '127.0.0.1', WEB_DIR: '', DATA_DIR: folder, REDIS_URL: '', DATABASE_READ_URL: '',
      DATABASE_APP_URL: urlWith(process.env['DATABASE_APP_URL'] ?? '', database), DATABASE_QUEUE_URL: urlWith(process.env['DATABASE_QUEUE_URL'] ?? '', database),
    };
  }

  /** Runs `work` in a fresh world with schema and reference data. */
  static async with<T>(work: (world: BenchWorld) => Promise<T>): Promise<T> {
    const world = new BenchWorld(`bangfu_bench_${process.pid}`, mkdtempSync(path.join(tmpdir(), 'bangfu-bench-')));
    try {
      await world.create();
      return await work(world);
    } finally {
      await world.remove();
    }
  }

  /**
   * Runs `work` in a whole region of so many households, recalculated. It takes minutes to make, so with `keep` it stays for the next run;
   * what `work` writes stays in it, too.
   */
  static async region<T>({ households, keep }: { households: number; keep: boolean }, work: (world: BenchWorld) => Promise<T>): Promise<T> {
    const world = new BenchWorld(`bangfu_region_${households}`, mkdtempSync(path.join(tmpdir(), 'bangfu-bench-')));
    try {
      await world.fill(households);
      return await work(world);
    } finally {
      if (keep) rmSync(world.folder, { recursive: true, force: true });
      else await world.remove();
    }
  }

  /** A connection of the administrator; closed when `work` is done. */
  async admin<T>(work: (client: pg.Client) => Promise<T>, options = ''): Promise<T> {
    return connected(this.adminUrl, options, work);
  }

  /** Generates people as `bangfu generate` does, without an audit record for each row. */
  async populate(households: number, years: readonly number[]): Promise<void> {
    const stock = parseStock(readFileSync(path.join(root, 'seeds/reference/published/end-2016-registered.csv'), 'utf8'));
    const fields = new FieldWriter(new CryptoProvider(parseEnv(this.env)));
    await this.admin((client) => generatePopulation([client], fields, stock, { seed: 1, households, calibrate: false, years, audited: false }), '-c role=bangfu_owner');
    await this.admin((client) => client.query('vacuum (analyze)'));
  }

  /** Runs `work` with the whole application on this database, without HTTP and without taking jobs. */
  async app<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(parseEnv({ LOG_LEVEL: 'error', ...this.env })), { logger: ['error', 'warn'], abortOnError: false });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  }

  /** How far a region was made before: its comment says it. */
  private async stage(): Promise<'nothing' | 'written' | 'whole'> {
    const told = "select shobj_description(d.oid, 'pg_database') as stage from pg_database d where d.datname = $1";
    const { rows } = await connected(adminUrl(), '', (client) => client.query<{ stage: string | null }>(told, [this.database]));
    const stage = rows[0]?.stage;
    return stage === 'written' || stage === 'whole' ? stage : 'nothing';
  }

  private async fill(households: number): Promise<void> {
    const started = performance.now();
    const told = (what: string) => process.stderr.write(`  ${what}: ${Math.round((performance.now() - started) / 1000)} s\n`);
    const stage = await this.stage();
    // A region that was kept may be of an older schema.
    if (stage !== 'nothing') await this.prepare();
    if (stage === 'whole') return;
    if (stage === 'nothing') {
      await this.remove();
      mkdirSync(this.folder, { recursive: true });
      await this.create();
      const fields = new FieldWriter(new CryptoProvider(parseEnv(this.env)));
      await this.admin((client) => fillRegion(client, fields, households));
      await this.admin((client) => client.query(`comment on database ${this.database} is 'written'`));
      told('region written');
    }
    const { rows } = await this.admin((client) => client.query<{ code: string }>(regionCounties));
    await this.app((app) => recalculateRegion(app, rows.map(({ code }) => code)));
    await this.admin((client) => client.query('vacuum (analyze)'));
    await this.admin((client) => client.query(`comment on database ${this.database} is 'whole'`));
    told('recalculated');
  }

  private async create(): Promise<void> {
    await connected(adminUrl(), '', (client) => client.query(`create database ${this.database}`));
    await this.prepare();
  }

  private async prepare(): Promise<void> {
    const passwords = { appPassword: process.env['DATABASE_APP_PASSWORD'] ?? '', queuePassword: process.env['DATABASE_QUEUE_PASSWORD'] ?? '' };
    if (passwords.appPassword === '' || passwords.queuePassword === '') throw new Error('DATABASE_APP_PASSWORD and DATABASE_QUEUE_PASSWORD are needed');
    await prepareDatabase(this.adminUrl, { ...passwords, mode: 'test' });
    await this.admin(async (client) => {
      await client.query(AS_SYSTEM);
      await seedReferenceData(client);
      await client.query('commit');
    }, '-c role=bangfu_owner');
  }

  private async remove(): Promise<void> {
    await connected(adminUrl(), '', (client) => client.query(`drop database if exists ${this.database} with (force)`));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function connected<T>(connectionString: string, options: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, options });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
