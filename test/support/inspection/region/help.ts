import type { CleanRegion } from '../clean-region.js';
import type { CleanHousehold, HouseholdPart } from './household.js';
import type { Row } from './tables.js';

/** Help of the year: an industry measure, delivered and paid once out of the county's fund. */
export interface CleanHelp {
  readonly assignment: Row;
  readonly payment: Row;
}

const PAID_FEN = 200_000;

export function addHelp(region: CleanRegion, household: HouseholdPart): CleanHelp {
  const assignment = addAssignment(region, household, 'IND-01', { approved_amount_fen: PAID_FEN, planned_amount_fen: PAID_FEN });
  return { assignment, payment: addPayment(region, household, assignment, {}) };
}

/** An assignment delivered in the year. */
export function addAssignment(region: CleanRegion, { id, place }: Pick<HouseholdPart, 'id' | 'place'>, measure: string, more: Row): Row {
  const { year } = region;
  return region.add('assignment', {
    ...place, id: region.id(), household_id: id, member_id: null, measure_code: measure, year, status: 'DELIVERED', starts_on: `${year}-03-01`, ends_on: `${year}-12-31`, aim: '增收',
    planned_by: region.id(), decided_by: region.id(), decided_on: `${year}-03-01`, delivered_on: `${year}-05-10`, delivered_by: '苏木', evidence: ['照片'], ...more,
  });
}

/** A payment under an assignment, booked against the county's fund. */
export function addPayment(region: CleanRegion, { id, place }: Pick<HouseholdPart, 'id' | 'place'>, assignment: Row, more: Row): Row {
  const { year } = region;
  return region.add('payment', {
    ...place, id: region.id(), household_id: id, member_id: assignment['member_id'], measure_code: assignment['measure_code'], assignment_id: assignment['id'], project_id: null, fund_id: region.countyFund(place.county_code)['id'],
    term: String(year), amount_fen: PAID_FEN, paid_on: `${year}-05-20`, channel: 'BANK', settlement: 'PAID', settled_on: `${year}-05-22`, booked_by: region.id(), booked_by_name: '经办人', ...more,
  });
}

/** A fund of a county; what it allocates is set when the region is written, to what was spent, unless a plant has set it. */
export function addFund(region: CleanRegion, county: string, more: Row = {}): Row {
  const n = region.next();
  return region.add('fund', {
    county_code: county, village_code: county.padEnd(12, '0'), id: region.id(), code: `F${n}`, name: `中央财政衔接资金${n}`, level: 'CENTRAL', kind: 'BRIDGING', year: region.year, document_no: `财〔${region.year}〕${n}号`,
    allocated_fen: 0, received_on: `${region.year}-01-15`, created_by: region.id(), ...more,
  });
}

/** A project with everything that belongs to it. */
export interface CleanProject {
  readonly id: string;
  readonly place: { readonly county_code: string; readonly village_code: string };
  readonly project: Row;
  readonly fund: Row;
  readonly budget: Row;
  readonly notices: Row[];
  readonly expenses: Row[];
  readonly beneficiaries: Row[];
  readonly asset: Row;
  readonly assetYield: Row;
  readonly distributions: Row[];
}

const CONTRACT_FEN = 50_000_000;
const SHARE_FEN = 100_000;

/**
 * A finished project of a village: announced 12 days before entry and after completion, contract = budget = allocation, paid after
 * acceptance, its asset operated, its yield distributed among the listed households.
 */
export function makeProject(region: CleanRegion, village: string, households: readonly Pick<CleanHousehold, 'id' | 'place'>[]): CleanProject {
  const { year } = region;
  const n = region.next();
  const id = region.id();
  const place = { county_code: village.slice(0, 6), village_code: village };
  const fund = addFund(region, place.county_code, { allocated_fen: CONTRACT_FEN });
  const base = () => ({ ...place, id: region.id(), project_id: id });
  const project = region.add('project', {
    ...place, id, division_code: village, code: `P${n}`, name: `棚圈建设${n}`, category: 'INDUSTRY', year, content: '新建棚圈', nature: 'CONSTRUCTION', estimate_fen: CONTRACT_FEN, status: 'ACCEPTED',
    demonstrated_on: `${year}-02-01`, demonstration_opinion: '可行', demonstration_experts: ['专家甲', '专家乙'], entered_on: `${year}-02-20`, contract_no: `HT${n}`, contractor: `施工单位${n}`, contract_fen: CONTRACT_FEN,
    contract_signed_on: `${year}-03-01`, contract_from: `${year}-03-05`, contract_to: `${year}-09-30`, progress_percent: 100, completed_on: `${year}-08-20`, accepted_on: `${year}-09-10`, acceptance_opinion: '合格',
    acceptance_members: ['验收员甲', '验收员乙'], created_by: region.id(),
  });
  const budget = region.add('project_budget', { ...base(), fund_id: fund['id'], amount_fen: CONTRACT_FEN });
  const notices = [['ENTRY', `${year}-02-05`, `${year}-02-17`], ['COMPLETION', `${year}-08-21`, `${year}-09-02`]].map(([phase, opened, closed]) => region.add('project_notice', {
    ...base(), phase, place: '村委会公告栏', content: '公示', opened_on: opened, min_days: 10, day_unit: 'calendar', start_day_counts: false, closed_on: closed, posted_by: region.id(),
  }));
  const expenses = [region.add('project_expense', { ...base(), fund_id: fund['id'], amount_fen: CONTRACT_FEN, paid_on: `${year}-09-20`, payee: project['contractor'], category: 'CONSTRUCTION', invoice_no: `INV${n}`, booked_by: region.id() })];
  const beneficiaries = households.map((household) => region.add('project_beneficiary', { ...household.place, id: region.id(), project_id: id, household_id: household.id, benefit: '收益分红' }));
  const asset = region.add('asset', {
    ...place, id: region.id(), division_code: village, code: `Z${n}`, name: `棚圈${n}`, ledger: 'OPERATING', project_id: id, household_id: null, value_fen: CONTRACT_FEN, acquired_on: `${year}-09-10`, owner_kind: 'COLLECTIVE',
    owner_name: '村集体', operator_name: `合作社${n}`, maintainer_name: '管护员', contract_no: `ZL${n}`, contract_from: `${year}-09-15`, contract_to: `${year + 3}-09-14`, status: 'IN_USE',
  });
  const assetYield = region.add('asset_yield', { ...place, id: region.id(), asset_id: asset['id'], year, amount_fen: SHARE_FEN * households.length, recorded_by: region.id() });
  const distributions = households.map((household) => region.add('asset_distribution', {
    ...household.place, id: region.id(), asset_id: asset['id'], yield_id: assetYield['id'], household_id: household.id, amount_fen: SHARE_FEN, paid_on: `${year}-12-10`, recorded_by: region.id(),
  }));
  return { id, place, project, fund, budget, notices, expenses, beneficiaries, asset, assetYield, distributions };
}
