import type { Client } from 'pg';

export type Row = Record<string, unknown>;

/** Parents before children. Whoever plants into another table adds it at its place. */
const order = [
  'household', 'household_link', 'episode', 'member', 'identity_register', 'household_year', 'member_year', 'household_comparison', 'village_year', 'county_year',
  'case_file', 'case_event', 'case_snapshot', 'case_evidence', 'review_meeting', 'notice', 'objection', 'case_decision',
  'work_team', 'team_member', 'team_village', 'team_days', 'helper', 'pairing', 'visit', 'risk_clue', 'task', 'task_event', 'attachment',
  'fund', 'project', 'project_budget', 'project_beneficiary', 'project_notice', 'project_expense', 'project_progress',
  'help_plan', 'help_plan_item', 'assignment', 'payment', 'payment_batch', 'payment_batch_row', 'asset', 'asset_yield', 'asset_distribution',
  'care_comparison', 'care_entry', 'comparison', 'comparison_coverage', 'comparison_match', 'comparison_verdict',
];

/** Rows of a region before they are written: plain objects that a plant changes as it likes. */
export class Tables {
  private readonly rows = new Map<string, Row[]>();

  /** Adds a row and returns it, to be changed until the region is written. */
  add(table: string, row: Row): Row {
    if (!order.includes(table)) throw new Error(`${table}: give it a place in the order of test/support/inspection/region/tables.ts`);
    this.of(table).push(row);
    return row;
  }

  of(table: string): Row[] {
    const rows = this.rows.get(table) ?? [];
    this.rows.set(table, rows);
    return rows;
  }

  /** Takes a row out again. */
  remove(table: string, row: Row): void {
    const rows = this.of(table);
    const at = rows.indexOf(row);
    if (at < 0) throw new Error(`no such row of ${table}`);
    rows.splice(at, 1);
  }

  /** Inserts everything in the running transaction; rows with the same columns go as one statement. */
  async write(client: Client): Promise<void> {
    for (const table of order) {
      const shapes = new Map<string, Row[]>();
      for (const row of this.of(table)) {
        const names = Object.keys(row).filter((name) => row[name] !== undefined).sort().join(', ');
        shapes.set(names, [...(shapes.get(names) ?? []), row]);
      }
      for (const [names, rows] of shapes) await insert(client, { table, names, rows });
    }
  }
}

async function insert(client: Client, { table, names, rows }: { table: string; names: string; rows: Row[] }): Promise<void> {
  try {
    await client.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
  } catch (error) {
    throw new Error(`${table} (${names}): ${(error as Error).message} ${(error as { detail?: string }).detail ?? ''}`);
  }
}
