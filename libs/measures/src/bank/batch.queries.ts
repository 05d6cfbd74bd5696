import { inRange, pageOrder } from '../shared/list.queries.js';

/** What waits for the bank, locked, in the order of villages. $1 from village, $2 to village, $3 county, $4 fund or null, $5 limit. */
export const lockPayable = `
select p.* from payment p
where p.county_code = $3 and p.village_code >= $1 and p.village_code < $2 and p.settlement = 'PAYABLE' and p.channel = 'BANK' and p.reversed_by_id is null
  and ($4::uuid is null or p.fund_id = $4)
order by p.village_code, p.id limit $5 for update of p skip locked`;

/** Ciphertext of the accounts of households, to be encrypted anew for the rows of the batch. $1 county, $2 ids. */
export const accountsOf = `
select h.id, h.head_name, h.bank_name, h.bank_account_no_enc, h.bank_account_no_masked from household h where h.county_code = $1 and h.id = any($2::uuid[])`;

export const listBatches = `
with page as (select b.* from payment_batch b where ${inRange('b')} ${pageOrder('b')}) select b.* from page b order by b.village_code, b.id`;

/** $1 county, $2 batch, $3 line after which to go on, $4 limit. Without ciphertext. */
export const batchRows = `
select r.county_code, r.id, r.village_code, r.line, r.reference, r.payment_id, r.household_id, r.payee_name, r.account_no_masked, r.bank_name, r.amount_fen, r.state, r.failure_reason, r.settled_on
from payment_batch_row r where r.county_code = $1 and r.batch_id = $2 and r.line > $3 order by r.line limit $4`;
/** With ciphertext, for the file. $1 county, $2 batch. */
export const wholeBatchRows = 'select r.* from payment_batch_row r where r.county_code = $1 and r.batch_id = $2 order by r.line';

export const startBatchFile = `select b.* from payment_batch b where b.county_code = $1 and b.id = $2 and b.state in ('QUEUED', 'FAILED') for update`;
/** $1 time. */
export const expiredBatchFiles = 'select b.county_code, b.id, b.stored_name from payment_batch b where b.stored_name is not null and b.expires_at < $1';
export const forgetBatchFile = 'update payment_batch b set stored_name = null where b.county_code = $1 and b.id = $2';

/** $1 county, $2 batch, $3 hash. */
export const knownResult = 'select r.* from payment_result r where r.county_code = $1 and r.batch_id = $2 and r.sha256 = $3';
export const resultsOf = 'select r.* from payment_result r where r.county_code = $1 and r.batch_id = $2 order by r.id';
/** $1 county, $2 batch. */
export const batchStates = `
select count(*) filter (where r.state = 'PAID')::int as paid, count(*) filter (where r.state = 'FAILED')::int as failed, count(*) filter (where r.state = 'SENT')::int as unknown
from payment_batch_row r where r.county_code = $1 and r.batch_id = $2`;
/** $1 county, $2 result, $3 line after which to go on, $4 limit. */
export const resultRows = 'select r.* from payment_result_row r where r.county_code = $1 and r.result_id = $2 and r.line > $3 order by r.line limit $4';

export interface BatchRow {
  county_code: string;
  id: string;
  village_code: string;
  division_code: string;
  title: string;
  state: 'QUEUED' | 'EXPORTED' | 'FAILED' | 'SETTLED';
  fund_id: string | null;
  format: 'csv' | 'xlsx';
  purpose: string;
  rows: number;
  total_fen: number;
  paid: number;
  failed: number;
  unknown: number;
  actor: { userId: string; name: string; role: string; division: string };
  sha256: string | null;
  bytes: number | null;
  stored_name: string | null;
  failure: { zh: string } | null;
  expires_at: Date | null;
  created_at: Date;
  version: number;
}
export interface BatchLine {
  county_code: string;
  id: string;
  village_code: string;
  line: number;
  reference: string;
  payment_id: string;
  household_id: string;
  payee_name: string;
  account_no_masked: string;
  bank_name: string | null;
  amount_fen: number;
  state: 'SENT' | 'PAID' | 'FAILED';
  failure_reason: string | null;
  settled_on: string | null;
}
export interface WholeBatchLine extends BatchLine {
  account_no_enc: string;
}
export interface AccountRow {
  id: string;
  head_name: string;
  bank_name: string | null;
  bank_account_no_enc: string | null;
  bank_account_no_masked: string | null;
}
export interface ResultFileRow {
  county_code: string;
  id: string;
  batch_id: string;
  sha256: string;
  file_name: string;
  rows: number;
  paid: number;
  failed: number;
  unknown: number;
  missing: number;
  imported_at: Date;
}
export interface ResultLine {
  county_code: string;
  line: number;
  reference: string | null;
  outcome: 'PAID' | 'FAILED' | 'UNKNOWN';
  reason: string | null;
  payment_id: string | null;
}
