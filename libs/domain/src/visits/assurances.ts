/** The seven things that every visit looks at: 两不愁三保障, water, income. */
export const assuranceItems = ['FOOD', 'CLOTHING', 'EDUCATION', 'MEDICAL', 'HOUSING', 'WATER', 'INCOME'] as const;
export type AssuranceItem = (typeof assuranceItems)[number];

export const assuranceStates = ['OK', 'PROBLEM', 'UNCLEAR'] as const;
export type AssuranceState = (typeof assuranceStates)[number];

/** How often in a row an answer may be carried forward before it must be looked at again (rule of the visit screen). */
export const MAX_CARRIED = 3;

/** Answer as it is given: looked at, or confirmed as unchanged since the visit before. */
export interface AssuranceAnswer {
  readonly item: AssuranceItem;
  readonly state: AssuranceState;
  readonly carried: boolean;
  readonly note?: string | undefined;
}

/** Answer as it is kept. `count`: how often in a row it was carried forward, 0 when it was looked at. */
export interface KeptAssurance extends AssuranceAnswer {
  readonly count: number;
}

export interface CarryRefusal {
  readonly code: 'visit.nothing-to-carry' | 'visit.carry-differs' | 'visit.carried-too-often';
  readonly items: readonly AssuranceItem[];
}

/**
 * Counts what was carried forward. `base` is the visit that the person had before them, `latest` the last one that was
 * recorded; they differ when two phones were offline. Both count: nobody gets past the limit by going back to an old visit.
 * Another answer in `latest` does not refuse a visit that was made without knowing of it.
 */
export function carryForward(
  answers: readonly AssuranceAnswer[],
  base: readonly KeptAssurance[] | null,
  latest: readonly KeptAssurance[] | null = base,
): { readonly kept: KeptAssurance[] } | { readonly refusal: CarryRefusal } {
  const carried = answers.filter((answer) => answer.carried);
  const earlier = (item: AssuranceItem, rows: readonly KeptAssurance[] | null) => rows?.find((row) => row.item === item);
  const from = base ?? latest;
  const refused = (code: CarryRefusal['code'], items: readonly AssuranceAnswer[]) => ({ refusal: { code, items: items.map(({ item }) => item) } });

  const nothing = carried.filter(({ item }) => !earlier(item, from));
  if (nothing.length > 0) return refused('visit.nothing-to-carry', nothing);
  const differs = carried.filter(({ item, state }) => earlier(item, from)?.state !== state);
  if (differs.length > 0) return refused('visit.carry-differs', differs);
  const kept = answers.map((answer): KeptAssurance => {
    if (!answer.carried) return { ...answer, count: 0 };
    const counts = [earlier(answer.item, from), earlier(answer.item, latest)].map((row) => (row?.state === answer.state ? row.count : 0));
    return { ...answer, count: Math.max(...counts) + 1 };
  });
  const tooOften = kept.filter(({ count }) => count > MAX_CARRIED);
  return tooOften.length > 0 ? refused('visit.carried-too-often', tooOften) : { kept };
}

/** Items that must be looked at in the next visit because they have been carried as often as they may be. */
export function itemsToLookAt(latest: readonly KeptAssurance[] | null): AssuranceItem[] {
  return assuranceItems.filter((item) => {
    const row = latest?.find((entry) => entry.item === item);
    return !row || row.count >= MAX_CARRIED;
  });
}
