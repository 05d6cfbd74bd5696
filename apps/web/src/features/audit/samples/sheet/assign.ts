interface Unit {
  readonly ordinal: number;
  readonly villageCode: string;
}
interface Inspector {
  readonly userId: string;
  readonly divisions: readonly string[];
}

/** Villages one after the other, each whole to the inspector who may go there and has least so far; units that nobody may visit stay out. */
export function assignmentsOf(units: readonly Unit[], inspectors: readonly Inspector[]): { assigneeId: string; ordinals: number[] }[] {
  const given = new Map(inspectors.map(({ userId }) => [userId, [] as number[]]));
  for (const village of [...new Set(units.map(({ villageCode }) => villageCode))].sort()) {
    const able = inspectors.filter(({ divisions }) => divisions.some((division) => village.startsWith(division)));
    const least = able.map(({ userId }) => given.get(userId) ?? []).sort((left, right) => left.length - right.length)[0];
    least?.push(...units.filter(({ villageCode }) => villageCode === village).map(({ ordinal }) => ordinal));
  }
  return [...given].filter(([, ordinals]) => ordinals.length > 0).map(([assigneeId, ordinals]) => ({ assigneeId, ordinals }));
}
