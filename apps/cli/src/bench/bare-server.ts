// The floor: a Nest application on Fastify with one route that does given reads on a raw pool and sends their rows.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { Statement } from './recorded-route.js';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (value: string) => value);

const pool = new pg.Pool({ connectionString: process.env['BARE_DATABASE_URL'], max: Number(process.env['DATABASE_POOL'] ?? 10), options: '-c jit=off -c search_path=public,app -c app.scope=15' });
const pages = JSON.parse(readFileSync(process.env['BARE_STATEMENTS'] ?? '', 'utf8')) as Record<string, Statement[]>;

@Controller()
class BareController {
  @Get('ready')
  ready(): { status: string } {
    return { status: 'ok' };
  }

  @Get('bare/:page')
  async page(@Param('page') page: string): Promise<unknown[]> {
    const found: unknown[] = [];
    for (const { text, values } of pages[page] ?? []) found.push((await pool.query(text, values as unknown[])).rows);
    return found;
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: ['error'] });
await app.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
