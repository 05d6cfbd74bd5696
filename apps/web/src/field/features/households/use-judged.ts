import { useMemo } from 'react';
import type { HelpPack } from '#domain';
import { useReference, useVillages } from '../../store/index.js';
import type { HouseholdRows, PackHousehold, PendingEdit } from '../../store/types.js';
import { judge, type Judged } from './judged.js';
import { useServerDay } from './use-server-day.js';
import { withEdits } from './with-edits.js';

/** Everything that the parts of a household's page show. */
export interface Shown {
  readonly id: string;
  readonly village: string;
  /** With what was done here. */
  readonly rows: HouseholdRows;
  readonly edited: ReadonlyMap<string, PendingEdit>;
  readonly edits: readonly PendingEdit[];
  readonly judged: Judged;
  readonly pack: HelpPack;
  readonly today: string;
  /** Time of the server when the village was fetched last. */
  readonly asOf: Date | null;
}

/** A household with what was done here, judged by the rules of the pack. */
export function useJudged(household: PackHousehold): Shown {
  const { rules, parameters, measures } = useReference();
  const today = useServerDay();
  const asOf = useVillages().find(({ code }) => code === household.village)?.serverTime ?? null;
  return useMemo(() => {
    const { rows, edited } = withEdits(household);
    const pack: HelpPack = { rows, reference: { rules, parameters, measures } };
    return { id: household.id, village: household.village, rows, edited, edits: household.edits, pack, today, asOf, judged: judge(pack, household.id, { today, kept: rows.entitlements }) };
  }, [household, rules, parameters, measures, today, asOf]);
}
