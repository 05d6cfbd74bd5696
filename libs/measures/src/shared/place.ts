import { contains, countyCodeOf, isDivisionCode, padVillageCode, problem } from '#domain';
import { currentContext } from '#platform';

/** Codes of a row that belongs to a division of any level. */
export interface Place {
  readonly county_code: string;
  readonly village_code: string;
  readonly division_code: string;
}

/** Throws `not-found` for a division outside the actor's territory, as for one that does not exist. */
export function placeOf(division: string): Place {
  const { scope } = currentContext().actor;
  if (!isDivisionCode(division) || scope === null || !contains(scope, division)) throw problem('not-found');
  return { county_code: countyCodeOf(division), village_code: padVillageCode(division), division_code: division };
}
