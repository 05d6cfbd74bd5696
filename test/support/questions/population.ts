import { readFileSync } from 'node:fs';
import pg from 'pg';
import { RecalculationService } from '#eligibility';
import { FieldWriter } from '#households';
import { CryptoProvider } from '#platform';
import { seedFieldWork } from '../../../seeds/demo/field-work.js';
import { generatePopulation } from '../../../seeds/demo/generate.js';
import { seedHelp } from '../../../seeds/demo/help.js';
import { parseStock } from '../../../seeds/demo/plan.js';
import { testEnv, type TestApp } from '../app.js';

const AS_SYSTEM = "begin; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'seed'";

/** Three counties of three leagues. */
export const counties = ['150125', '150429', '152222'] as const;

/**
 * Households with two years, help, field work, cases and notices in three counties, with corrections that must not count twice, and facts
 * and verdicts computed. The newest year is 2020.
 */
export async function questionPopulation(app: TestApp, households = 400): Promise<void> {
  const client = new pg.Client(app.database.ownerUrl);
  client.on('error', () => undefined);
  await client.connect();
  const stock = parseStock(readFileSync('seeds/reference/published/end-2016-registered.csv', 'utf8'));
  await generatePopulation([client], new FieldWriter(new CryptoProvider(testEnv(app.database, '/nonexistent'))), stock, { seed: 18, households, calibrate: false, years: [2019, 2020], counties: [...counties], audited: false });
  await client.query(AS_SYSTEM);
  await seedHelp(client);
  await seedFieldWork(client);
  await client.query(casesSql);
  await client.query('commit');
  await client.end();
  const recalculation = app.app.get(RecalculationService, { strict: false });
  for (const county of counties) await recalculation.recalculateCounty(county, { cause: 'test', whole: true });
  const admin = new pg.Client(app.database.adminUrl);
  await admin.connect();
  await admin.query(backdateSql);
  await admin.query('analyze');
  await admin.end();
}

/** Exits in every state with their events, notices and objections; corrected year records. */
const casesSql = `
with numbered as (
  select h.*, row_number() over (order by h.county_code, h.id) as n from household h
), filed as (
  insert into case_file (county_code, id, village_code, pack_id, pack_code, subject_kind, household_id, division_code, year, status, current_step, current_kind, entered_at,
    started_by, started_by_name, started_role, started_unit, started_at, verdict, decided_at, closed_at)
  select h.county_code, app.uuid_v7(), h.village_code, p.id, p.code, 'household', h.id, h.village_code, 2020,
    case h.n % 4 when 0 then 'OPEN' when 1 then 'COMPLETED' when 2 then 'DECIDED' else 'REFUSED' end,
    case when h.n % 4 in (0, 2) then 'village_notice' end, null, timestamptz '2026-05-01 09:00+08' + h.n * interval '1 hour',
    app.actor(), '测试员', 'village_clerk', '某嘎查村', timestamptz '2026-05-01 09:00+08' + h.n * interval '1 hour',
    case h.n % 3 when 0 then 'met' when 1 then 'not_met' end,
    case when h.n % 4 in (1, 2) then timestamptz '2026-06-15 09:00+08' + h.n * interval '1 hour' end,
    case when h.n % 4 in (1, 3) then timestamptz '2026-07-15 09:00+08' + h.n * interval '1 hour' end
  from numbered h, lateral (select v.id, v.code from procedure_pack v where v.code = case when h.n % 5 = 0 then 're_entry' else 'household_exit' end order by v.version desc limit 1) p
  where h.n % 3 <> 0
  returning *
), returned as (
  insert into case_event (county_code, id, village_code, case_id, household_id, seq, step, action, actor_id, actor_name, actor_role, unit, at)
  select f.county_code, app.uuid_v7(), f.village_code, f.id, f.household_id, s.seq, 'village_review', case when s.seq = 1 then 'submit' else 'return' end, app.actor(), '测试员', 'village_clerk', '某嘎查村', f.started_at + s.seq * interval '1 day'
  from filed f, generate_series(1, 1 + (extract(day from f.started_at)::integer % 3)) s(seq)
), posted as (
  insert into notice (county_code, id, village_code, case_id, household_id, step, place, poster_name, poster_village, opened_on, opened_at, min_days, unit, start_day_counts, closes_on, closed_on, state, published_by)
  select f.county_code, app.uuid_v7(), f.village_code, f.id, f.household_id, 'village_notice', 'village', '某户', '某嘎查村', (f.started_at at time zone 'Asia/Shanghai')::date + 3, f.started_at + interval '3 days', 7,
    'calendar', false, (f.started_at at time zone 'Asia/Shanghai')::date + 10, case when f.status <> 'OPEN' then (f.started_at at time zone 'Asia/Shanghai')::date + 3 + (extract(hour from f.started_at)::integer % 12) end,
    case when f.status = 'OPEN' then 'RUNNING' else 'CLOSED' end, app.actor()
  from filed f returning *
)
insert into objection (county_code, id, village_code, case_id, household_id, notice_id, statement, filed_by, filed_by_name, filed_at, filed_on, state)
select p.county_code, app.uuid_v7(), p.village_code, p.case_id, p.household_id, p.id, '不符合', app.actor(), '测试员', p.opened_at + interval '1 day', p.opened_on + 1, 'OPEN'
from posted p where extract(day from p.opened_on)::integer % 4 = 0;

insert into household_year (county_code, id, village_code, household_id, year, version, recorded_at, superseded_at, correction_reason, member_count, per_capita_income_fen, net_income_fen)
select y.county_code, app.uuid_v7(), y.village_code, y.household_id, y.year, y.version + 1, timestamptz '2026-08-01 10:00+08', timestamptz '2026-09-01 10:00+08', '录入有误', y.member_count, 1, 2
from household_year y where y.year = 2020 and y.superseded_at is null and y.id::text like '%7';
`;

/** Nine rows of ten were written long ago, so that an earlier day sees fewer; past the triggers, which hold what was booked. */
const backdateSql = `begin; set local session_replication_role = replica;
update household x set created_at = '2026-01-01' where x.id::text !~ '5$';
${['member', 'payment', 'assignment', 'project', 'work_team', 'pairing'].map((table) => `update ${table} x set created_at = '2026-02-01' where x.id::text !~ '5$'`).join(';\n')};
update household_year x set recorded_at = '2026-02-01' where x.version = 1 and x.superseded_at is null and x.id::text !~ '5$';
update member_year x set recorded_at = '2026-02-01' where x.id::text !~ '5$';
update visit x set recorded_at = least(x.recorded_at, x.visited_at + interval '1 day') where x.id::text !~ '5$';
commit`;
