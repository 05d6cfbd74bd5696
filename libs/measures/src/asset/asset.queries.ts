import { inRange, pageOrder } from '../shared/list.queries.js';

const sums = `
  coalesce((select sum(y.amount_fen) from asset_yield y where y.county_code = a.county_code and y.asset_id = a.id), 0)::bigint as yield_fen,
  (select h.head_name from household h where h.county_code = a.county_code and h.id = a.household_id) as head_name`;

/** $7 ledger or null, $8 status or null. */
export const listAssets = `
with page as (
  select a.* from asset a where ${inRange('a')} and ($7::text is null or a.ledger = $7) and ($8::text is null or a.status = $8)
  ${pageOrder('a')}
)
select a.*, ${sums} from page a order by a.village_code, a.id`;
/** $1 county, $2 id. */
export const findAsset = `select a.*, ${sums} from asset a where a.county_code = $1 and a.id = $2`;

const distributed = `coalesce((select sum(d.amount_fen) from asset_distribution d where d.county_code = y.county_code and d.yield_id = y.id), 0)::bigint as distributed_fen`;
/** $1 county, $2 asset. */
export const yieldsOf = `select y.*, ${distributed} from asset_yield y where y.county_code = $1 and y.asset_id = $2 order by y.year desc`;
/** $3 year; the asset is locked by the caller. */
export const yieldOfYear = `select y.*, ${distributed} from asset_yield y where y.county_code = $1 and y.asset_id = $2 and y.year = $3`;
/** Shares of an asset, newest first; those in the territory. $1 county, $2 asset, $3 id after which to go on or null, $4 limit. */
export const sharesOf = `
select d.*, y.year, h.head_name from asset_distribution d
join asset_yield y on y.county_code = d.county_code and y.id = d.yield_id
left join household h on h.county_code = d.county_code and h.id = d.household_id
where d.county_code = $1 and d.asset_id = $2 and ($3::uuid is null or d.id < $3) order by d.id desc limit $4`;
/** Who has had a share of a yield. $1 county, $2 yield, $3 households. */
export const shareholders = 'select d.id, d.household_id, d.amount_fen, d.paid_on from asset_distribution d where d.county_code = $1 and d.yield_id = $2 and d.household_id = any($3::uuid[])';

export interface AssetRow {
  county_code: string;
  id: string;
  village_code: string;
  division_code: string;
  code: string;
  name: string;
  ledger: string;
  project_id: string | null;
  household_id: string | null;
  value_fen: number;
  acquired_on: string;
  owner_kind: string;
  owner_name: string;
  operator_name: string | null;
  maintainer_name: string | null;
  contract_no: string | null;
  contract_from: string | null;
  contract_to: string | null;
  status: string;
  status_reason: string | null;
  version: number;
}
export interface ShownAsset extends AssetRow {
  yield_fen: number;
  head_name: string | null;
}
export interface YieldRow {
  county_code: string;
  id: string;
  village_code: string;
  asset_id: string;
  year: number;
  amount_fen: number;
  note: string | null;
  version: number;
  distributed_fen: number;
}
export interface ShareRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  head_name: string | null;
  year: number;
  amount_fen: number;
  paid_on: string;
}
