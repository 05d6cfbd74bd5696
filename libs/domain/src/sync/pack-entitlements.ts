import type { FactValues } from '../facts/fact-definition.js';
import { householdFactsOf } from '../eligibility/household-facts-of.js';
import { belongsInYear, memberFactsOf } from '../eligibility/member-facts-of.js';
import { entitlementsOf, explainEntitlement, presentFacts, type EntitlementQuestion, type HouseholdEntitlements } from '../measures/entitlements-of.js';
import { judgingMeasures } from '../measures/judging-measure.js';
import type { Measure } from '../measures/measure.js';
import type { RuleExplanation } from '../rules/explanation.js';
import { needsOf } from '../measures/needs.js';
import { writtenInPack, type PackRow, type VillagePack } from './village-pack.js';

/** A pack with what help is judged by. */
export interface HelpPack extends VillagePack {
  readonly rows: VillagePack['rows'] & { readonly assignments: readonly PackRow[]; readonly payments: readonly PackRow[] };
  readonly reference: VillagePack['reference'] & { readonly measures: readonly (Measure & { readonly id: string })[] };
}

/** Newest year that facts were recorded of, and the running year. */
export interface HelpYears {
  readonly newest: number;
  readonly running: number;
}

/**
 * Which measures a household and its persons may get, get or lack, computed on the phone as the recalculation does: facts of the
 * newest recorded year with the registration of the running one. Null when the pack does not hold the household.
 */
export function entitlementsInPack(pack: HelpPack, householdId: string, years: HelpYears): HouseholdEntitlements | null {
  const question = questionInPack(pack, householdId, years);
  return question && entitlementsOf(question);
}

/** Why a measure is due or not, condition by condition; null where its rule is not set or the pack does not hold it. */
export function explainHelpInPack(pack: HelpPack, householdId: string, { measure: code, memberId, ...years }: HelpYears & { readonly measure: string; readonly memberId: string | null }): RuleExplanation | null {
  const question = questionInPack(pack, householdId, years);
  const measure = question?.measures.find((one) => one.code === code);
  return question && measure ? explainEntitlement(question, measure, memberId) : null;
}

function questionInPack(pack: HelpPack, householdId: string, { newest, running }: HelpYears): EntitlementQuestion | null {
  const written = writtenInPack(pack, householdId, newest);
  const now = writtenInPack(pack, householdId, running);
  if (!written || !now) return null;
  const ids = pack.rows.members.filter((row) => row['householdId'] === householdId).map((row) => String(row['id']));
  const members = written.members.flatMap(({ member, memberYear }, index): { id: string; facts: FactValues }[] =>
    belongsInYear(member, newest) ? [{ id: ids[index] ?? '', facts: memberFactsOf(member, memberYear, newest) }] : [],
  );
  return {
    household: presentFacts(householdFactsOf(written), householdFactsOf(now)), members, receipts: receiptsInPack(pack, householdId, { newest, running }),
    measures: judgingMeasures(pack.reference.measures), needs: needsOf(pack.reference.measures), parameters: pack.reference.parameters[String(newest)] ?? {},
  };
}

/** Help on record: assignments delivered whose time touches the years, and payments not taken back whose term lies in them. */
function receiptsInPack({ rows }: HelpPack, householdId: string, { newest, running }: HelpYears): { measureCode: string; memberId: string | null }[] {
  const own = (list: readonly PackRow[]) => list.filter((row) => row['householdId'] === householdId);
  const receipt = (row: PackRow) => ({ measureCode: String(row['measure']), memberId: (row['memberId'] as string | undefined) ?? null });
  const day = (row: PackRow, key: string, otherwise: string) => (row[key] as string | undefined) ?? otherwise;
  const delivered = own(rows.assignments).filter((row) =>
    (row['status'] === 'DELIVERED' || row['status'] === 'CLOSED') &&
    day(row, 'startsOn', `${String(row['year'])}-01-01`) <= `${running}-12-31` && day(row, 'endsOn', `${String(row['year'])}-12-31`) >= `${newest}-01-01`);
  const paid = own(rows.payments).filter((row) => {
    if (row['reversesId'] !== undefined || row['reversedById'] !== undefined) return false;
    const term = String(row['term']);
    const year = Number((term === 'once' ? String(row['paidOn']) : term).slice(0, 4));
    return year >= newest && year <= running;
  });
  return [...delivered, ...paid].map(receipt);
}
