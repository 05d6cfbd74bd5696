import pg from 'pg';
import { parsePack } from '#domain';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const CASE_TABLES = [
  'case_file', 'case_duty', 'case_todo', 'case_event', 'case_snapshot', 'case_evidence', 'review_meeting', 'notice', 'objection', 'case_decision', 'dossier',
];
let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client(database.adminUrl);
  app = new pg.Client(database.appUrl);
  await owner.connect();
  await app.connect();
});
afterAll(async () => {
  await owner.end();
  await app.end();
  await database.drop();
});

describe('the tables of procedures', () => {
  it('are installed with territory, and those without audit say why', async () => {
    const { rows } = await owner.query<{ name: string; audited: boolean; note: string | null }>('select name, audited, note from app.case_table where name = any($1)', [CASE_TABLES]);
    expect(rows.map(({ name }) => name).sort()).toEqual([...CASE_TABLES].sort());
    expect(rows.filter(({ audited, note }) => !audited && note === null)).toEqual([]);
  });

  it('keep log, papers, decisions and seals from every change, even by their owner', async () => {
    for (const table of ['case_duty', 'case_event', 'case_snapshot', 'case_evidence', 'case_decision', 'dossier']) {
      const { rows } = await owner.query<{ may: boolean }>(`select has_table_privilege('bangfu_app', $1, 'update') or has_table_privilege('bangfu_app', $1, 'delete') as may`, [table]);
      expect([table, rows[0]?.may]).toEqual([table, false]);
    }
    const { rows } = await owner.query<{ tgrelid: string }>(`select tgrelid::regclass::text as tgrelid from pg_trigger where tgfoid = 'app.keep_seal'::regproc order by 1`);
    expect(rows.map(({ tgrelid }) => tgrelid)).toEqual(['case_decision', 'case_event', 'dossier']);
  });

  it('have the seven packs of the region, lawful and with their source', async () => {
    const { rows } = await owner.query<{ code: string; version: number; content: unknown; source: string }>('select code, version, content, source from procedure_pack order by code');
    expect(rows.map(({ code, version }) => `${code} ${version}`)).toEqual([
      'clear_out 1', 'county_exit 1', 'end_entitlement 1', 'household_exit 1', 'identification 1', 're_entry 1', 'village_exit 1',
    ]);
    expect(rows.flatMap(({ content }) => parsePack(content).faults)).toEqual([]);
    expect(rows.every(({ source }) => /〔20\d\d〕|文号待核/.test(source))).toBe(true);
  });

  it('never change a published pack', async () => {
    await owner.query(`begin; set local role bangfu_owner; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'`);
    await expect(owner.query(`update procedure_pack set content = '{}' where code = 'household_exit'`)).rejects.toThrow(/cannot be changed/);
    await owner.query('rollback');
  });

  it('show nothing to the application without a territory', async () => {
    for (const table of CASE_TABLES) expect((await app.query(`select 1 from ${table} limit 1`)).rowCount).toBe(0);
  });
});
