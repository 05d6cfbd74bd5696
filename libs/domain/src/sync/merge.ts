/** Values by field key; what is absent and what is null both mean "not recorded". */
export type Values = Readonly<Record<string, unknown>>;

export interface MergeInput {
  /** What the record shows now (sensitive fields masked). */
  readonly current: Values;
  readonly currentVersion: number;
  /** Version that the device had read; undefined when it knew of no record. */
  readonly baseVersion: number | undefined;
  /** What the device had read of the fields that it changes. */
  readonly base: Values;
  /** What the person entered. */
  readonly values: Values;
  /** How a value would be shown once recorded: sensitive ones masked. */
  readonly shown?: (field: string, value: unknown) => unknown;
}

export interface ContestedValue {
  readonly field: string;
  readonly base: unknown;
  readonly recorded: unknown;
  readonly proposed: unknown;
}

export interface Merge {
  /** Fields to write; those that are recorded so already are left out. */
  readonly apply: Values;
  /** Fields that somebody else changed since; the record keeps what it has. */
  readonly contested: readonly ContestedValue[];
}

/**
 * Three-way merge by field. When the row is still what the device had read, everything applies. Otherwise a field applies if
 * nobody changed it since, or if the other person entered the same; else it is contested and stays out of the record.
 */
export function mergeFields({ current, currentVersion, baseVersion, base, values, shown = (_, value) => value }: MergeInput): Merge {
  const apply: Record<string, unknown> = {};
  const contested: ContestedValue[] = [];
  for (const [field, proposed] of Object.entries(values)) {
    const recorded = current[field] ?? null;
    const read = base[field] ?? null;
    const after = shown(field, proposed);
    // A masked value that looks the same may still be another one: only what is shown in clear can be known to be the same.
    if (sameValue(recorded, after) && sameValue(after, proposed)) continue;
    const untouched = baseVersion === currentVersion || sameValue(recorded, read);
    if (untouched) apply[field] = proposed;
    else contested.push({ field, base: read, recorded, proposed });
  }
  return { apply, contested };
}

/** Equal as recorded values: null, absent and an empty text are the same nothing. */
export function sameValue(left: unknown, right: unknown): boolean {
  return JSON.stringify(settled(left)) === JSON.stringify(settled(right));
}

function settled(value: unknown): unknown {
  return value === undefined || value === '' ? null : value;
}
