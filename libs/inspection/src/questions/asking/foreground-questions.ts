import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { problem } from '#domain';
import { AccessLog, Db, type Actor } from '#platform';
import { cancelNamed, nameConnection } from './foreground.queries.js';

/** Somebody who waits for an answer. */
export interface Asker {
  readonly actor: Actor;
  readonly requestId: string;
  /** By which the question can be cancelled; chosen by whoever asks. */
  readonly token?: string | undefined;
  /** Calls back when the client goes away; returns what ends the watch. */
  readonly watch?: (gone: () => void) => () => void;
}

/** What is written down about a question that was answered. */
export interface AskedRecord {
  readonly key: string;
  readonly division: string;
  readonly dataset: string;
  readonly rows: number;
  readonly way: 'answer' | 'rows' | 'link';
}

/** Runs questions that somebody waits for: read only, one moment, stopped after some seconds, on request, or when nobody waits any more. */
@Injectable()
export class ForegroundQuestions {
  /** Milliseconds after which a statement is stopped. */
  timeoutMs = 15_000;

  constructor(
    private readonly db: Db,
    private readonly access: AccessLog,
  ) {}

  /** @throws `question.too-slow`, `question.cancelled`, and what `work` throws */
  async ask<T>({ actor, requestId, token, watch }: Asker, work: () => Promise<T>, record: (answer: T) => AskedRecord): Promise<T> {
    const name = connectionName(actor, token ?? randomUUID());
    let gone = false;
    const unwatch = watch?.(() => {
      gone = true;
      void this.stop(actor, name).catch(() => undefined); // then the statement ends by its time limit
    });
    try {
      const answer = await this.db.run({ actor, requestId, readOnly: true, steady: true, fromReplica: true, timeoutMs: this.timeoutMs }, async () => {
        await this.db.query(nameConnection, [name]);
        if (gone) throw problem('question.cancelled');
        try {
          return await work();
        } catch (error) {
          throw this.reason(error);
        }
      });
      await this.db.run({ actor, requestId }, () => this.note(record(answer)));
      return answer;
    } finally {
      unwatch?.();
    }
  }

  /** Stops a question of the same person, in whatever process it runs. @throws `not-found` when none is running, or it is that of another */
  async cancel(actor: Actor, token: string): Promise<void> {
    if (!(await this.stop(actor, connectionName(actor, token)))) throw problem('not-found');
  }

  private async stop(actor: Actor, name: string): Promise<boolean> {
    const on = (fromReplica: boolean) => this.db.run({ actor, readOnly: true, fromReplica }, () => this.db.one<{ stopped: number }>(cancelNamed, [name]));
    return (await on(true)).stopped > 0 || (await on(false)).stopped > 0;
  }

  private note({ key, division, dataset, rows, way }: AskedRecord): Promise<void> {
    return this.access.event('ASK', 'question', key, { dataset, division, rows, way }, { villageCode: division.padEnd(12, '0') });
  }

  /** PostgreSQL has one code for a statement that was stopped by its time limit and by a person. */
  private reason(error: unknown): unknown {
    if ((error as { code?: unknown })?.code !== '57014') return error;
    return /timeout/.test((error as Error).message) ? problem('question.too-slow', { seconds: this.timeoutMs / 1_000 }) : problem('question.cancelled');
  }
}

/** Holds the person, so that nobody cancels the question of another by guessing a token. */
function connectionName({ userId }: Actor, token: string): string {
  return `question ${createHash('sha256').update(`${userId}:${token}`).digest('hex').slice(0, 40)}`;
}
