import { problem, type FieldEntity } from '#domain';
import { Db } from '#platform';
import type { HouseholdWrites } from '../judge/verdict.js';
import type { FileColumns } from '../read/file-columns.js';
import { bulkColumns } from './bulk-columns.js';
import { copyInto } from './copy-stream.js';
import { copyRow } from './copy-text.js';
import { effectsOf, type BatchPlace } from './effects.js';
import * as sql from './stage.queries.js';

const entities = ['household', 'member', 'householdYear', 'memberYear'] as const satisfies readonly FieldEntity[];

/**
 * Writes what a file brings: COPY to temporary tables while it is read, then one statement per table. Nothing reaches the register
 * before the last row is judged, or a late row would take what an early one brought for a household that was always there.
 */
export class BulkWriter {
  private readonly columns: Record<FieldEntity, string[]>;
  private readonly counts = nothing();
  private readonly changed = nothing();
  private claims = 0;
  private episodes = 0;
  private readonly released: { county: string; member: string }[] = [];

  constructor(
    private readonly db: Db,
    fileColumns: FileColumns,
    private readonly context: { now: string; place: BatchPlace },
  ) {
    this.columns = {
      household: bulkColumns('household', fileColumns), member: bulkColumns('member', fileColumns),
      householdYear: bulkColumns('householdYear', fileColumns), memberYear: bulkColumns('memberYear', fileColumns),
    };
  }

  async open(): Promise<void> {
    const statements = entities.flatMap((entity) => [sql.createStage(entity, this.columns[entity]), sql.createChanges(entity)]);
    await this.db.query([...statements, sql.createEpisodes, sql.createClaims].join(';'));
  }

  /** Stages the writes of some households. */
  async stage(writes: readonly HouseholdWrites[]): Promise<void> {
    if (writes.length === 0) return;
    const { client } = this.db;
    for (const entity of entities) {
      const columns = this.columns[entity];
      const lines = writes.flatMap((one) => one.inserts[entity].map((row) => copyRow(row, columns)));
      this.counts[entity] += lines.length;
      await copyInto(client, sql.copyStage(entity, columns), lines);
      const changes = writes.flatMap((one) => (entity === 'household' || entity === 'member' ? one.updates[entity] : one.versions[entity]));
      this.changed[entity] += changes.length;
      await copyInto(client, sql.copyChanges(entity), changes.map(({ countyCode, id, changes: values }) => copyRow({ county_code: countyCode, id, changes: values }, sql.changeColumns)));
    }
    const episodes = writes.flatMap((one) => one.episodes.map((row) => copyRow(row, sql.episodeColumns)));
    this.episodes += episodes.length;
    await copyInto(client, sql.copyEpisodes, episodes);
    const claims = writes.flatMap((one) => one.claims.map((claim) => copyRow({
      id_hash: claim.idHash, county_code: claim.countyCode, village_code: claim.villageCode, household_id: claim.householdId, member_id: claim.memberId,
    }, sql.claimColumns)));
    this.claims += claims.length;
    await copyInto(client, sql.copyClaims, claims);
    this.released.push(...writes.flatMap((one) => one.releases.map((member) => ({ county: one.countyCode, member }))));
    await this.db.query(sql.insertEffects, [JSON.stringify(effectsOf(writes, this.context.place))]);
  }

  /** Writes what is staged. Throws `import.changed` when somebody registered one of these persons meanwhile. */
  async write(): Promise<void> {
    const { db, counts, changed, columns } = this;
    if (counts.household > 0) await db.query(sql.insertStage('household', columns.household));
    if (changed.household > 0) await db.query(sql.applyChanges('household'));
    if (this.released.length > 0) await db.query(sql.releaseIdentities, [this.released.map((one) => one.county), this.released.map((one) => one.member)]);
    if (counts.member > 0) await db.query(sql.insertStage('member', columns.member));
    if (changed.member > 0) await db.query(sql.applyChanges('member'));
    if (this.claims > 0) {
      const { rowCount } = await db.client.query(sql.enterClaims, [this.context.now]);
      if (rowCount !== this.claims) throw problem('import.changed');
    }
    if (this.episodes > 0) await db.query(sql.insertEpisodes);
    for (const entity of ['householdYear', 'memberYear'] as const) {
      if (changed[entity] > 0) {
        await db.query(sql.supersede(entity), [this.context.now]);
        await db.query(sql.insertVersions(entity));
      }
      if (counts[entity] > 0) await db.query(sql.insertStage(entity, columns[entity]));
    }
  }
}

const nothing = (): Record<FieldEntity, number> => ({ household: 0, member: 0, householdYear: 0, memberYear: 0 });
