export interface ChangedFact {
  readonly fact: string;
  readonly verified: unknown;
  readonly current: unknown;
}

/** Facts that differ from those that were verified, as the refusal lists them. */
export function readChanges(value: unknown): ChangedFact[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('fact' in entry) || typeof entry.fact !== 'string') return [];
    const { verified, current } = entry as Partial<ChangedFact>;
    return [{ fact: entry.fact, verified: verified ?? null, current: current ?? null }];
  });
}
