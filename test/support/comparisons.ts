import { countyCodeOf, padVillageCode, uuidV7 } from '#domain';
import { adminQuery } from './admin.js';
import type { TestDatabase } from './database.js';

export interface PlantedMatch {
  readonly countyCode: string;
  readonly villageCode: string;
  readonly householdId: string;
  readonly memberId: string;
  /** Values under the names of the register's columns, in fen and YYYY-MM-DD. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly strength?: 'ID' | 'NAME_BIRTH' | 'DOUBTFUL';
  readonly verdict?: 'TRUE' | 'FALSE_ALARM' | 'OPEN';
}

export interface PlantedComparison {
  readonly register: string;
  /** Division that the list covers: 2 to 12 digits. */
  readonly division: string;
  readonly matches: readonly PlantedMatch[];
  /** Day for which the list stands. */
  readonly listOn?: string;
}

/** Who writes when rows are planted past the doors. */
const SYSTEM = "set local search_path = public, app; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'test'";

/** Statements that plant a finished comparison; for a harness that has a connection of its own (within a transaction of the system). */
export function comparisonStatements({ register, division, matches, listOn = '2025-12-01' }: PlantedComparison): string {
  const id = uuidV7();
  const owner = { county_code: countyCodeOf(division), village_code: padVillageCode(division) };
  const rows = matches.map((match, index) => ({
    county_code: match.countyCode, id: uuidV7(), village_code: match.villageCode, comparison_id: id, register_code: register, list_on: listOn, line_n: index + 1,
    household_id: match.householdId, member_id: match.memberId, strength: match.strength ?? 'ID', doubt: match.strength === 'DOUBTFUL' ? 'OTHER_NAME' : null,
    match_key: `${match.memberId}:planted-${index + 1}`, list_name: '名单姓名', detail: match.detail ?? {},
  }));
  const verdicts = rows.flatMap((row, index) => {
    const verdict = matches[index]?.verdict;
    return verdict === undefined ? [] : [{ county_code: row.county_code, id: uuidV7(), village_code: row.village_code, register_code: register, match_key: row.match_key, match_id: row.id, verdict, reason: '测试判定', decided_at: '2025-12-02', decided_by: '00000000-0000-7000-8000-000000000001' }];
  });
  const comparison = {
    ...owner, id, division_code: division, register_code: register, department: '测试部门', purpose_code: 'INSPECTION', purpose: '测试用的比对', list_on: listOn, state: 'done',
    file_name: 'list.csv', file_kind: 'csv', file_sha256: '0'.repeat(64), file_bytes: 1, actor: {}, keep_until: '2099-01-01', created_at: '2025-12-01', created_by: '00000000-0000-7000-8000-000000000001',
    mapping: {}, notes: [], progress: 100, cancel_requested: false, version: 1,
  };
  return [
    insert('comparison', [comparison]), insert('comparison_match', rows), insert('comparison_verdict', verdicts),
    `insert into comparison_coverage (county_code, id, village_code, register_code, comparison_id, list_on, from_code, to_code)
     select c.code, app.uuid_v7(), rpad(p.code, 12, '0'), '${register}', '${id}', '${listOn}', p.code, p.code || ':'
     from division c, lateral (select case when length('${division}') > 6 then '${division}' else c.code end as code) p
     where c.level = 'county' and (left(c.code, length('${division}')) = '${division}' or left('${division}', 6) = c.code);`,
  ].join('\n');
}

/** Plants a finished comparison with its matches and verdicts, as if a list had been uploaded and judged. */
export async function plantComparison(database: TestDatabase, planted: PlantedComparison): Promise<void> {
  await adminQuery(database, `begin; ${SYSTEM}; ${comparisonStatements(planted)} commit`);
}

function insert(table: string, rows: readonly object[]): string {
  if (rows.length === 0) return '';
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, '${JSON.stringify(rows).replaceAll("'", "''")}'::jsonb);`;
}
