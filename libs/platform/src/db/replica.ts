import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { ENV, type Env } from '../config/env.js';
import { Connections } from './connections.js';
import { connectionOptions } from './data-source.js';
import * as sql from './replica.queries.js';
import { LagWatch, walPosition } from './wal-position.js';

const EVERY_MS = 1_000;

/** Why the replica is not read at the moment. */
export type ReplicaTrouble = 'not-configured' | 'not-asked-yet' | 'away' | 'not-a-standby' | 'other-database' | 'behind';

export type ReplicaState = { readonly usable: true; readonly lagMs: number } | { readonly usable: false; readonly trouble: ReplicaTrouble; readonly lagMs: number | null };

/**
 * A second server that follows the first (`DATABASE_READ_URL`): reads of inspection go there while it follows closely enough, and to the
 * primary otherwise. Nothing is ever decided from it: a transaction on it cannot write, and sessions are proven on the primary.
 */
@Injectable()
export class Replica implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(Replica.name);
  private readonly watch = new LagWatch();
  private readonly pool: pg.Pool | null;
  private timer: NodeJS.Timeout | null = null;
  private current: ReplicaState;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly connections: Connections,
  ) {
    this.pool = env.readUrl === null ? null : new pg.Pool({ connectionString: env.readUrl, application_name: 'bangfu-read', ...connectionOptions(env) });
    // An idle connection that is lost must not end the process; the next look finds out.
    this.pool?.on('error', (error) => this.log.warn({ error: error.message }, 'read replica connection'));
    this.current = { usable: false, trouble: this.pool ? 'not-asked-yet' : 'not-configured', lagMs: null };
  }

  async onModuleInit(): Promise<void> {
    if (!this.pool) return;
    await this.look();
    this.timer = setInterval(() => void this.look(), EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.pool?.end();
  }

  /** As of the last look, at most a second or so ago. */
  get state(): ReplicaState {
    return this.current;
  }

  /** A connection to the replica, or null when it is not to be used now. */
  async take(): Promise<pg.PoolClient | null> {
    if (!this.pool || !this.current.usable) return null;
    try {
      const client = await this.pool.connect();
      client.off('error', ignoreLoss).on('error', ignoreLoss);
      return client;
    } catch (error) {
      this.leave(error);
      return null;
    }
  }

  /** It failed in use: not before the next look again. */
  leave(error: unknown): void {
    this.log.warn({ error: (error as Error).message }, 'read replica left for the primary');
    this.current = { usable: false, trouble: 'away', lagMs: this.current.lagMs };
  }

  /** Looks at both servers. Never throws. */
  async look(): Promise<void> {
    const before = this.current.usable;
    this.current = await this.asked().catch((): ReplicaState => ({ usable: false, trouble: 'away', lagMs: null }));
    if (before !== this.current.usable) this.log.log({ ...this.current }, 'read replica');
  }

  private async asked(): Promise<ReplicaState> {
    const [primary] = await this.connections.query<sql.PrimaryRow>(sql.primaryPosition, []);
    if (!this.pool || !primary) throw new Error('nobody to ask');
    this.watch.mark(performance.now(), walPosition(primary.position));
    const [replica] = (await this.pool.query<sql.ReplicaRow>(sql.replicaPosition)).rows;
    if (!replica?.position) return { usable: false, trouble: 'not-a-standby', lagMs: null };
    if (replica.epoch !== primary.epoch) return { usable: false, trouble: 'other-database', lagMs: null };
    const lagMs = this.watch.lagOf(performance.now(), walPosition(replica.position));
    if (lagMs === null || lagMs > this.env.readMaxLagSeconds * 1000) return { usable: false, trouble: 'behind', lagMs };
    return { usable: true, lagMs: Math.round(lagMs) };
  }
}

function ignoreLoss(): void {}
