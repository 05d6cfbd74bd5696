import type { VisitPosition } from '#domain';

/** Where a visit at home was just made, to be offered once as the position of its house. In memory only. */
let offered: { readonly householdId: string; readonly position: VisitPosition } | null = null;

export function offerVisitPlace(householdId: string, position: VisitPosition): void {
  offered = { householdId, position };
}

/** The offer for this household, given out once. */
export function takeVisitPlace(householdId: string): VisitPosition | null {
  const found = offered?.householdId === householdId ? offered.position : null;
  if (found) offered = null;
  return found;
}
