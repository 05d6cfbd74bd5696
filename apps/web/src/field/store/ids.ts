import { formatCaseId, parseCaseId, uuidV7 } from '#domain';
import { villageOfHousehold } from './outbox.js';
import { villages } from './packs.js';

/** County of a household (plain id or `county-uuid`), a division code, or the only county on this phone. */
function countyOf(householdIdOrVillage: string): string {
  if (/^[0-9]{6,12}$/.test(householdIdOrVillage)) return householdIdOrVillage.slice(0, 6);
  return parseCaseId(householdIdOrVillage)?.countyCode ?? (villageOfHousehold(householdIdOrVillage) ?? villages.get()[0]?.code ?? '').slice(0, 6);
}

/** `county-uuid` of a row that is being made. */
export function newCaseId(householdIdOrVillage: string): string {
  return formatCaseId(countyOf(householdIdOrVillage), uuidV7());
}

/** `county-uuid` of a row of the pack, as operations name it. `of` is the village or the household that the row belongs to. */
export function caseIdOf(id: string, of: string): string {
  return parseCaseId(id) ? id : formatCaseId(countyOf(of), id);
}
