import { codeLengths, divisionLevels, levelOf } from '#domain';

/** Digits of the divisions right below: those by which the results of a division are counted; a village counts as itself. */
export function childLength(division: string): number {
  const level = levelOf(division);
  const below = divisionLevels[divisionLevels.findIndex((one) => one === level) + 1];
  return below === undefined ? division.length : codeLengths[below];
}
