import type { Client } from 'pg';

/** A finished comparison with vehicles for the whole region: some by number, some by name, some doubtful, a few decided. No list and no file: its days are not over, but nothing else was on it. */
const statements = [
  `insert into comparison (county_code, id, village_code, division_code, register_code, department, purpose_code, purpose, list_on, state, file_name, file_kind, file_sha256, file_bytes, columns, mapping,
     rows, rows_unusable, matched_by_id, matched_by_name, doubtful, too_common, not_ours, progress, actor, keep_until, finished_at)
   select '150000', app.uuid_v7(), '150000000000', '15', 'vehicle', '交警总队', 'INSPECTION', '核查建档立卡户购车情况', app.today() - 20, 'done', '机动车登记名单.csv', 'csv', repeat('0', 64), 2048,
     '{"headingRow": 0, "columns": [{"index": 0, "heading": "姓名", "target": "name", "by": "heading"}, {"index": 1, "heading": "身份证号", "target": "idNo", "by": "heading"}]}', '{"name": 0, "idNo": 1}',
     40, 1, 8, 4, 4, 0, 23, 100, '{"userId": "00000000-0000-7000-8000-000000000001", "name": "系统", "role": "system", "division": "15"}', app.today() + 30, app.now()
   where not exists (select 1 from comparison)`,
  `insert into comparison_match (county_code, id, village_code, comparison_id, register_code, list_on, line_n, household_id, member_id, strength, doubt, match_key, list_name, list_birth_date, list_id_no_masked, detail)
   select m.county_code, app.uuid_v7(), m.village_code, c.id, 'vehicle', c.list_on, m.n + 1, m.household_id, m.id,
     case when m.n <= 8 then 'ID' when m.n <= 12 then 'NAME_BIRTH' else 'DOUBTFUL' end, case when m.n > 12 then 'OTHER_NAME' end, m.id || ':demo', case when m.n > 12 then left(m.name, 1) || '某' else m.name end,
     m.birth_date, case when m.n <= 8 or m.n > 12 then m.id_no_masked end,
     jsonb_build_object('vehicleKind', (array['PASSENGER', 'CARGO', 'MOTORCYCLE', 'PASSENGER'])[1 + m.n % 4], 'plate', '蒙B**' || (300 + m.n), 'registeredOn', (app.today() - 400 * (1 + m.n % 3))::text, 'scrapped', m.n % 5 = 0)
   from comparison c, lateral (
     select p.*, row_number() over (order by p.id)::integer as n from member p join household h on h.county_code = p.county_code and h.id = p.household_id
     where h.status in ('REGISTERED', 'EXITED_ENTITLED') and p.member_status <> 'REMOVED' and p.id_no_bidx is not null order by p.id limit 16
   ) m
   where c.register_code = 'vehicle' and c.file_sha256 = repeat('0', 64) and not exists (select 1 from comparison_match)`,
  `insert into comparison_verdict (county_code, id, village_code, register_code, match_key, match_id, verdict, reason, recheck_on)
   select m.county_code, app.uuid_v7(), m.village_code, m.register_code, m.match_key, m.id, (array['TRUE', 'FALSE_ALARM', 'OPEN'])[1 + m.line_n % 3],
     (array['已入户核实，车辆由本户使用', '车辆已过户，交警部门证明在案', '待交警部门复函'])[1 + m.line_n % 3], case when m.line_n % 3 = 2 then app.today() end
   from comparison_match m where m.line_n % 4 = 1 and not exists (select 1 from comparison_verdict)`,
  `insert into comparison_coverage (county_code, id, village_code, register_code, comparison_id, list_on, from_code, to_code)
   select d.code, app.uuid_v7(), rpad(d.code, 12, '0'), c.register_code, c.id, c.list_on, d.code, d.code || ':'
   from comparison c, division d where d.level = 'county' and c.file_sha256 = repeat('0', 64) and not exists (select 1 from comparison_coverage)`,
];

/** Plants the demo's comparison once; `client` is the owner in a transaction with an actor over the region. Returns the matches there are. */
export async function seedComparisons(client: Client): Promise<number> {
  for (const statement of statements) await client.query(statement);
  return (await client.query<{ n: number }>('select count(*)::integer as n from comparison_match')).rows[0]?.n ?? 0;
}
