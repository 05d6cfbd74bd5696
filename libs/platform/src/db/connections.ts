import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { statementOf } from './prepared.js';

function ignoreLoss(): void {}

/** The connections of the pool that TypeORM keeps, without its query runner: that costs more than a look-up. */
@Injectable()
export class Connections {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** A connection for a transaction; give it back with `release`. */
  async take(): Promise<PoolClient> {
    const client = await this.pool.connect();
    // A connection that is lost in use says so twice, by the failing statement and by an event; the event without a listener
    // would end the process. The listener stays: the second event comes after the pool has let go of the client.
    client.off('error', ignoreLoss).on('error', ignoreLoss);
    return client;
  }

  /** One statement outside of any transaction. */
  async query<Row extends object>(sql: string, params: readonly unknown[]): Promise<Row[]> {
    const client = await this.take();
    let sound = false;
    try {
      const { rows } = await client.query<Row>(statementOf(sql, params));
      sound = true;
      return rows;
    } finally {
      client.release(!sound);
    }
  }

  /** TypeORM on this very connection; it opens no transaction of its own inside ours. */
  managerOf(client: PoolClient): EntityManager {
    const runner: QueryRunner = this.dataSource.createQueryRunner();
    Object.assign(runner, { databaseConnection: client, isTransactionActive: true });
    return runner.manager;
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}
