import { useMemo } from 'react';
import { useHouseholdIndex, useHouseholds, useMe, useOutbox, useReference, type HouseholdEntry, type Me, type PackHousehold, type Procedure } from '../../store/index.js';
import { useServerDay } from '../households/use-server-day.js';
import { casesOf, type FieldCase } from './field-case.js';

export interface CaseSetting {
  readonly me: Me;
  readonly procedures: readonly Procedure[];
  readonly today: string;
}

const nothing: readonly Procedure[] = [];

/** Who works here, the procedures on this phone, and the day of the server as far as it is known. */
export function useCaseSetting(): CaseSetting {
  const me = useMe();
  const { packs = nothing } = useReference();
  const today = useServerDay();
  return useMemo(() => ({ me, procedures: packs, today }), [me, packs, today]);
}

export interface ShownCase {
  readonly kase: FieldCase;
  readonly household: PackHousehold;
  readonly entry: HouseholdEntry;
}

/** All cases that run on this phone, with what was done here; undefined while they are being opened. */
export function useShownCases(): readonly ShownCase[] | undefined {
  const setting = useCaseSetting();
  const entries = useHouseholdIndex();
  const items = useOutbox();
  const ids = useMemo(() => {
    const started = new Set(items.filter(({ kind }) => kind === 'case.start').map(({ householdId }) => householdId));
    return entries.filter((entry) => (entry.cases ?? 0) > 0 || started.has(entry.id)).map(({ id }) => id);
  }, [entries, items]);
  const households = useHouseholds(ids);
  return useMemo(() => households?.flatMap((household) => {
    const entry = entries.find(({ id }) => id === household.id);
    return entry ? casesOf(household, setting).map((kase) => ({ kase, household, entry })) : [];
  }), [households, entries, setting]);
}
