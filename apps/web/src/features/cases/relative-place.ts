const drop: Readonly<Record<number, number>> = { 2: 0, 4: 1, 6: 2, 9: 3, 12: 3 };

/** Names of a place below one's own division: a county's officer need not read the name of the county in every row. */
export function relativePlace(names: string, ownDivision: string): string {
  const parts = names.split(' ');
  return parts.slice(Math.min(drop[ownDivision.length] ?? 0, parts.length - 1)).join(' ');
}
