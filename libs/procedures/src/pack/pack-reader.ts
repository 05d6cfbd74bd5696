import { Injectable } from '@nestjs/common';
import { problem, type Pack } from '#domain';
import { Db } from '#platform';
import * as sql from './pack.queries.js';

export interface StoredPack {
  readonly id: string;
  readonly pack: Pack;
}

/** Packs are immutable, so a version that was read once is kept. */
@Injectable()
export class PackReader {
  private readonly byId = new Map<string, Pack>();

  constructor(private readonly db: Db) {}

  /** The version of a procedure that is in force on a day. Throws `pack.not-found` and `pack.not-effective`. */
  async effective(code: string, on: string): Promise<StoredPack> {
    const row = await this.db.maybeOne<sql.PackRow>(sql.effectivePack, [code, on]);
    if (row) return this.keep(row);
    const any = await this.db.query<sql.PackRow>(sql.allPacks);
    throw any.some((pack) => pack.code === code) ? problem('pack.not-effective', { code, on }) : problem('pack.not-found', { code });
  }

  /** The version that a case runs by. */
  async byVersion(id: string): Promise<Pack> {
    const known = this.byId.get(id);
    if (known) return known;
    return this.keep(await this.db.one<sql.PackRow>(sql.packById, [id])).pack;
  }

  async all(): Promise<sql.PackRow[]> {
    return this.db.query<sql.PackRow>(sql.allPacks);
  }

  private keep(row: sql.PackRow): StoredPack {
    this.byId.set(row.id, row.content);
    return { id: row.id, pack: row.content };
  }
}
