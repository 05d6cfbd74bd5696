/**
 * A synthetic population in plain SQL, the same at every call: $1 households of 59 a village in the villages of the tree, 2.4
 * persons each, five years. It names nobody and goes in without triggers (superuser, `session_replication_role = replica`).
 */
const silence = `set session_replication_role = replica`;

const place = `
create temp table bench_village as
select row_number() over (order by d.code) - 1 as n, d.code from division d where d.kind = 'VILLAGE' and length(d.code) = 12 order by d.code
limit ($1 + 58) / 59`;

const households = `
insert into household (county_code, id, village_code, status, head_name, member_count, poor_household_type, main_cause, first_identified_month, is_relocated)
select left(v.code, 6), md5('h' || i)::uuid, v.code, case when i % 3 = 0 then 'REGISTERED' else 'EXITED_ENTITLED' end, '户' || i, 1 + i % 5,
  (array['01', '04'])[1 + i % 2], (array['01', '02', '08', '09'])[1 + i % 4], '2014-0' || 1 + i % 9, i % 11 = 0
from generate_series(0, $1 - 1) i
join bench_village v on v.n = i / 59`;

const episodes = `
insert into episode (county_code, id, village_code, household_id, sequence, entry_kind, entered_on, status, exited_on)
select h.county_code, md5('e' || h.id)::uuid, h.village_code, h.id, 1, 'IDENTIFIED', '2014-01-01', h.status,
  case when h.status = 'EXITED_ENTITLED' then make_date(2016 + (get_byte(uuid_send(h.id), 0) % 5), 11, 1) end
from household h`;

const members = `
insert into member (county_code, id, village_code, household_id, name, gender, birth_date, relation_to_head, member_status)
select h.county_code, md5('m' || h.id || k)::uuid, h.village_code, h.id, '员' || k, (array['1', '2'])[1 + k % 2],
  make_date(1945 + (get_byte(uuid_send(h.id), 1) + k * 37) % 72, 1 + k % 12, 1 + get_byte(uuid_send(h.id), 2) % 28), case k when 1 then '01' else '03' end, 'ACTIVE'
from household h
cross join lateral generate_series(1, 1 + (get_byte(uuid_send(h.id), 3) % 5 + get_byte(uuid_send(h.id), 4) % 3) / 2) k`;

const memberYears = `
insert into member_year (county_code, id, village_code, household_id, member_id, year, education, school_status, health, labour_skill, has_medical_insurance,
  has_critical_illness_insurance, has_pension_insurance, has_minimum_allowance, is_extreme_poverty_support)
select m.county_code, md5('my' || m.id || y)::uuid, m.village_code, m.household_id, m.id, y, '2', case when m.birth_date > '2003-01-01' then '03' else '01' end,
  case when get_byte(uuid_send(m.id), 0) % 4 = 0 then array['2'] else array['1'] end, '1', get_byte(uuid_send(m.id), 1) % 25 > 0, true, true, get_byte(uuid_send(m.id), 2) % 5 = 0, false
from member m cross join generate_series(2016, 2020) y`;

const householdYears = `
insert into household_year (county_code, id, village_code, household_id, year, member_count, food_ok, clothing_ok, housing_safe, housing_grade, safe_water,
  wage_income_fen, business_income_fen, property_income_fen, transfer_income_fen, business_cost_fen)
select h.county_code, md5('hy' || h.id || y)::uuid, h.village_code, h.id, y, 2 + get_byte(uuid_send(h.id), 3) % 2, true, true, get_byte(uuid_send(h.id), 5) % 10 > 0, 'B', true,
  100000 + get_byte(uuid_send(h.id), 6) * 5000 + (y - 2016) * 60000, 200000 + get_byte(uuid_send(h.id), 7) * 2000, 10000, 150000, 100000
from household h cross join generate_series(2016, 2020) y`;

const villageYears = `
insert into village_year (county_code, id, village_code, year, recorded_by, rural_resident_population, hardened_road, production_power, safe_water_covered, clinic, village_doctor,
  culture_room, broadcasting, broadband, collective_income_fen, cooperative)
select left(v.code, 6), md5('vy' || v.code || y)::uuid, v.code, y, '00000000-0000-7000-8000-000000000001', 1500, true, true, true, true, true, true, true, true, 5000000, true
from bench_village v cross join generate_series(2016, 2020) y`;

/** Statements in order; each takes the number of households or nothing. */
const populationStatements: readonly { readonly sql: string; readonly counted: boolean }[] = [
  { sql: place, counted: true },
  { sql: households, counted: true },
  ...[episodes, members, memberYears, householdYears, villageYears].map((sql) => ({ sql, counted: false })),
  { sql: 'analyze', counted: false },
];

/** Fills an empty register through `admin` (superuser); the connection stays without triggers. */
export async function populateRegister(admin: { query(sql: string, params?: unknown[]): Promise<unknown> }, households: number): Promise<void> {
  await admin.query(silence);
  for (const { sql, counted } of populationStatements) await admin.query(sql, counted ? [households] : []);
}
