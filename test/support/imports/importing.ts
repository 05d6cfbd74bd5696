import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import pg from 'pg';
import type { CaseId, Role } from '#domain';
import { ImportRunner, ImportService, UndoRunner } from '#households';
import { uuidV7 } from '#domain';
import { scopeOf, type Actor } from '#platform';
import type { BatchRow } from '../../../libs/households/src/import/batch/batch.queries.js';
import type { TestApp } from '../app.js';
import type { SampleVillage } from './sample.js';

/** Somebody with this role and division, without a session. */
export function actorOf(role: Role, division: string): Actor {
  return { userId: '0199a000-0000-7000-8000-00000000000a', name: role, role, division, scope: scopeOf(role, division), grantId: null, sessionId: null };
}

/** Imports without HTTP and without a queue: the jobs are run right here. */
export class Importing {
  constructor(
    private readonly test: TestApp,
    readonly actor: Actor,
  ) {}

  async upload(fileName: string, content: Buffer | string, year = 2020): Promise<CaseId> {
    const service = this.test.app.get(ImportService);
    const row = await service.upload(this.actor, uuidV7(), { file: Readable.from([Buffer.from(content)]), fileName, year: () => year });
    return { countyCode: row.county_code, id: row.id };
  }

  async check(fileName: string, content: Buffer | string, year = 2020): Promise<{ id: CaseId; batch: BatchRow }> {
    const id = await this.upload(fileName, content, year);
    await this.test.app.get(ImportRunner).check(id);
    return { id, batch: await this.find(id) };
  }

  async commit(id: CaseId, mode: 'all' | 'good' = 'all'): Promise<BatchRow> {
    await this.within(() => this.test.app.get(ImportService).commit(id, mode));
    await this.test.app.get(ImportRunner).commit(id);
    return this.find(id);
  }

  async import(fileName: string, content: Buffer | string, { mode = 'all' as 'all' | 'good', year = 2020 } = {}): Promise<{ id: CaseId; batch: BatchRow }> {
    const { id } = await this.check(fileName, content, year);
    return { id, batch: await this.commit(id, mode) };
  }

  async undo(id: CaseId): Promise<BatchRow> {
    await this.within(() => this.test.app.get(ImportService).undo(id));
    await this.test.app.get(UndoRunner).undo(id);
    return this.find(id);
  }

  find(id: CaseId): Promise<BatchRow> {
    return this.within(() => this.test.app.get(ImportService).find(id));
  }

  within<T>(work: () => Promise<T>): Promise<T> {
    return this.test.db.run({ actor: this.actor }, work);
  }

  query<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return this.within(() => this.test.db.query<Row>(sql, params));
  }
}

/** Villages of the seeded tree below a division. */
export async function villagesOf(test: TestApp, division: string, limit = 20): Promise<SampleVillage[]> {
  const client = new pg.Client(test.database.ownerUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ code: string; names: SampleVillage['names'] }>(
      `select v.code, array[r.name, p.name, c.name, t.name, v.name] as names from division v
       join division t on t.code = left(v.code, 9) join division c on c.code = left(v.code, 6) join division p on p.code = left(v.code, 4) join division r on r.code = left(v.code, 2)
       where length(v.code) = 12 and v.code like $1 || '%' order by v.code limit $2`, [division, limit]);
    return rows;
  } finally {
    await client.end();
  }
}

export const fixture = (file: string) => readFileSync(file);
