import type { FieldEntity } from '#domain';
import { allColumns, tableOf } from '../../store/columns.js';

/*
 * COPY goes into temporary tables of the transaction, and one INSERT … SELECT per table writes what the whole file brings.
 * Names of tables and columns come from the field catalogue, never from a file.
 */

const dropped = 'on commit drop';

/** An empty temporary table with these columns of the real one, and without its constraints. */
export function createStage(entity: FieldEntity, columns: readonly string[]): string {
  return `create temporary table stage_${tableOf[entity]} ${dropped} as select ${columns.map((column) => `t.${column}`).join(', ')} from ${tableOf[entity]} t limit 0`;
}
export function copyStage(entity: FieldEntity, columns: readonly string[]): string {
  return `copy pg_temp.stage_${tableOf[entity]} (${columns.join(', ')}) from stdin`;
}
export function insertStage(entity: FieldEntity, columns: readonly string[]): string {
  return `insert into ${tableOf[entity]} (${columns.join(', ')}) select ${columns.map((column) => `s.${column}`).join(', ')} from pg_temp.stage_${tableOf[entity]} s`;
}

export const episodeColumns = [
  'county_code', 'id', 'village_code', 'household_id', 'sequence', 'entry_kind', 'entered_on', 'status', 'exited_on', 'closed_on', 'close_reason', 'version', 'created_at', 'updated_at',
] as const;
export const createEpisodes = `create temporary table stage_episode ${dropped} as select ${episodeColumns.map((column) => `e.${column}`).join(', ')} from episode e limit 0`;
export const copyEpisodes = `copy pg_temp.stage_episode (${episodeColumns.join(', ')}) from stdin`;
export const insertEpisodes = `insert into episode (${episodeColumns.join(', ')}) select ${episodeColumns.map((column) => `s.${column}`).join(', ')} from pg_temp.stage_episode s`;

export const changeColumns = ['county_code', 'id', 'changes'] as const;
export const createChanges = (entity: FieldEntity) => `create temporary table change_${tableOf[entity]} (county_code text collate "C", id uuid, changes jsonb) ${dropped}`;
export const copyChanges = (entity: FieldEntity) => `copy pg_temp.change_${tableOf[entity]} (${changeColumns.join(', ')}) from stdin`;

/** Changes columns in place; one that is absent keeps its value. */
export function applyChanges(entity: 'household' | 'member'): string {
  const columns = allColumns(entity).filter((column) => column !== 'county_code' && column !== 'id');
  return `
update ${tableOf[entity]} as t
set (${columns.join(', ')}) = (select ${columns.map((column) => `p.${column}`).join(', ')} from jsonb_populate_record(t, c.changes) p)
from pg_temp.change_${tableOf[entity]} c
where t.county_code = c.county_code and t.id = c.id`;
}

/** The old version keeps its place with the time it was superseded; the new one is the old one with its changes. $1 time. */
export const supersede = (entity: 'householdYear' | 'memberYear') => `
update ${tableOf[entity]} y set superseded_at = $1
from pg_temp.change_${tableOf[entity]} c
where y.county_code = c.county_code and y.id = c.id and y.superseded_at is null`;
export const insertVersions = (entity: 'householdYear' | 'memberYear') => `
insert into ${tableOf[entity]}
select p.* from pg_temp.change_${tableOf[entity]} c
join ${tableOf[entity]} y on y.county_code = c.county_code and y.id = c.id, lateral jsonb_populate_record(y, c.changes) p`;

export const claimColumns = ['id_hash', 'county_code', 'village_code', 'household_id', 'member_id'] as const;
export const createClaims = `create temporary table stage_claim (id_hash text, county_code text collate "C", village_code text collate "C", household_id uuid, member_id uuid) ${dropped}`;
export const copyClaims = `copy pg_temp.stage_claim (${claimColumns.join(', ')}) from stdin`;
/** In the order of the hashes, so that two registrations never wait for each other crosswise. $1 time. */
export const enterClaims = `
insert into identity_register (id_hash, county_code, village_code, household_id, member_id, registered_at)
select c.id_hash, c.county_code, c.village_code, c.household_id, c.member_id, $1 from pg_temp.stage_claim c
order by c.id_hash
on conflict (id_hash) do nothing`;
/** $1 counties, $2 members, pairwise. */
export const releaseIdentities = `
delete from identity_register i using unnest($1::text[], $2::uuid[]) r (county, member)
where i.county_code = r.county and i.member_id = r.member`;

/** $1 effects as a JSON array. */
export const insertEffects = 'insert into import_effect select e.* from jsonb_populate_recordset(null::import_effect, $1::jsonb) e';
