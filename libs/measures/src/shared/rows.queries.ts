/*
 * Whole rows of help go in and out as JSON, so that one statement takes many rows. Table and column names stand here and
 * nowhere else; nothing of them comes from a request.
 */

/** Columns that may change after a row was written; what is missing here is written once. */
const changing = {
  fund: ['name', 'document_no', 'allocated_fen', 'received_on', 'note', 'version', 'updated_at'],
  project: [
    'name', 'category', 'content', 'nature', 'estimate_fen', 'status', 'demonstrated_on', 'demonstration_opinion', 'demonstration_experts', 'entered_on', 'contract_no', 'contractor',
    'contract_fen', 'contract_signed_on', 'contract_from', 'contract_to', 'progress_percent', 'completed_on', 'accepted_on', 'acceptance_opinion', 'acceptance_members', 'version', 'updated_at',
  ],
  project_budget: [],
  project_beneficiary: [],
  project_notice: ['closed_on'],
  project_expense: ['reversed_by_id'],
  project_progress: [],
  help_plan: [
    'status', 'aim', 'note', 'signature_ref', 'agreed_by', 'agreed_at', 'confirmed_by', 'confirmed_at', 'drafted_by', 'drafted_by_name', 'version', 'updated_at',
  ],
  help_plan_item: [],
  assignment: [
    'status', 'starts_on', 'ends_on', 'approved_amount_fen', 'decided_by', 'decided_on', 'decision_reason', 'delivered_on', 'delivered_by', 'evidence', 'closed_on', 'outcome', 'version', 'updated_at',
  ],
  payment: ['settlement', 'settled_on', 'failure_reason', 'reversed_by_id'],
  payment_batch: ['state', 'rows', 'total_fen', 'paid', 'failed', 'unknown', 'sha256', 'bytes', 'stored_name', 'failure', 'expires_at', 'version'],
  payment_batch_row: ['state', 'failure_reason', 'settled_on'],
  payment_result: [],
  payment_result_row: [],
  asset: [
    'name', 'value_fen', 'owner_kind', 'owner_name', 'operator_name', 'maintainer_name', 'contract_no', 'contract_from', 'contract_to', 'status', 'status_reason', 'version', 'updated_at',
  ],
  asset_yield: ['amount_fen', 'note', 'version'],
  asset_distribution: [],
} as const;

export type HelpTable = keyof typeof changing;
const tables = Object.keys(changing) as HelpTable[];
const forEach = (build: (table: HelpTable, columns: readonly string[]) => string) => Object.fromEntries(tables.map((table) => [table, build(table, changing[table])])) as Record<HelpTable, string>;

/** $1 rows as a JSON array. */
export const insertRows = forEach((table) => `insert into ${table} select r.* from jsonb_populate_recordset(null::${table}, $1::jsonb) r`);

/** $1 changes as a JSON array: county_code, id, and the columns that change. A column that is absent keeps its value. */
export const updateRows = forEach((table, columns) => `
update ${table} as t
set (${columns.join(', ')}) = row (${columns.map((column) => `(jsonb_populate_record(t, c.change)).${column}`).join(', ')})
from (select e ->> 'county_code' as county_code, (e ->> 'id')::uuid as id, e as change from jsonb_array_elements($1::jsonb) e) c
where t.county_code = c.county_code and t.id = c.id`);

const byKey = (table: HelpTable) => `select t.* from ${table} t where t.county_code = $1 and t.id = $2`;
/** $1 county, $2 id. */
export const findRow = forEach(byKey);
export const lockRow = forEach((table) => `${byKey(table)} for update`);
/** $1 county, $2 ids; locked in the order of ids, so that two requests for the same rows wait instead of deadlocking. */
export const lockRows = forEach((table) => `select t.* from ${table} t where t.county_code = $1 and t.id = any($2::uuid[]) order by t.id for update`);
