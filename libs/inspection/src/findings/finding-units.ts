import { codeLengths, contains, findingUnitLevels, levelOf, padVillageCode, problem, type FindingUnitLevel } from '#domain';
import type { OriginCopy } from './origin-copy.js';

export interface UnitChoice {
  /** The one unit that answers for everything. */
  readonly unitDivision?: string | undefined;
  /** Or the level: every origin goes to the county or township in which it lies. */
  readonly unitLevel?: FindingUnitLevel | undefined;
}

/**
 * Origins by responsible unit, in the order of the codes: one finding each.
 * @throws `finding.unit-choice`, `finding.unit-level`, `finding.unit-outside`
 */
export function byUnit(copies: readonly OriginCopy[], { unitDivision, unitLevel }: UnitChoice, scope: string | null): Map<string, OriginCopy[]> {
  if ((unitDivision === undefined) === (unitLevel === undefined)) throw problem('finding.unit-choice');
  const units = new Map<string, OriginCopy[]>();
  for (const copy of copies) {
    const unit = unitDivision ?? copy.divisionCode.slice(0, codeLengths[unitLevel ?? 'county']);
    const level = levelOf(unit);
    if (level === undefined || !(findingUnitLevels as readonly string[]).includes(level) || (unitLevel !== undefined && level !== unitLevel)) throw problem('finding.unit-level');
    const fits = contains(unit, copy.divisionCode) || contains(copy.divisionCode, unit);
    if (scope === null || !contains(scope, unit) || !fits) throw problem('finding.unit-outside');
    units.set(unit, [...(units.get(unit) ?? []), copy]);
  }
  return new Map([...units].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The smallest division that holds them all; never larger than the unit. */
export function divisionOfAll(copies: readonly OriginCopy[], unit: string): string {
  const [first = unit, ...others] = copies.map(({ divisionCode }) => divisionCode);
  const lengths = Object.values(codeLengths).filter((length) => length >= unit.length && length <= first.length).reverse();
  const length = lengths.find((candidate) => others.every((code) => code.length >= candidate && code.startsWith(first.slice(0, candidate))));
  return length === undefined ? unit : first.slice(0, length);
}

/** Where the rows of a finding lie. */
export const placeOfUnit = (unit: string): { readonly countyCode: string; readonly villageCode: string } => ({ countyCode: unit.slice(0, 6), villageCode: padVillageCode(unit) });
