import type { Client } from 'pg';

/** Rows of one schedule: of its household and of its devices. */
const tables: Readonly<Record<string, string>> = {
  household: 'id = $1', member: 'household_id = $1', member_name_gram: 'household_id = $1', visit: 'household_id = $1', risk_clue: 'household_id = $1', contested_field: 'household_id = $1',
  assignment: 'household_id = $1', help_event: 'household_id = $1',
  device_line: 'device_id = any($2)', sync_gap: 'device_id = any($2)', sync_operation: 'device_id = any($2)',
};

export interface Place {
  readonly householdId: string;
  readonly deviceIds: readonly string[];
}

type Backup = Readonly<Record<string, string>>;

const params = ({ householdId, deviceIds }: Place) => [householdId, deviceIds];
/** Both parameters are used in every statement, so that one list serves all tables. */
const where = (condition: string) => `($1::uuid is not null and $2::uuid[] is not null) and ${condition.replace('$1', '$1::uuid').replace('$2', '$2::uuid[]')}`;

/** Copies the rows as they stand, as a backup would. */
export async function backUp(client: Client, place: Place): Promise<Backup> {
  const copies: Record<string, string> = {};
  for (const [table, condition] of Object.entries(tables)) {
    const { rows } = await client.query<{ rows: string }>(`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${table} t where ${where(condition)}`, params(place));
    copies[table] = rows[0]?.rows ?? '[]';
  }
  return copies;
}

/** Puts the rows back as they were, and gives the server the new epoch that a restore gives it. */
export async function restore(client: Client, place: Place, backup: Backup): Promise<void> {
  await client.query('begin; set local session_replication_role = replica');
  for (const [table, condition] of Object.entries(tables)) {
    await client.query(`delete from ${table} t where ${where(condition)}`, params(place));
    await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [backup[table]]);
  }
  await client.query('update installation set epoch = gen_random_uuid(); commit');
}
