import { exitedStatuses, isPoor, type HouseholdStatus } from '../codes/household-status.js';
import type { FactValue, FactValues } from '../facts/fact-definition.js';
import type { Verdict } from '../rules/truth.js';
import { poorVillageTypes } from './fact-terms.js';
import { sumKnown } from './three-valued.js';

/** What a village fact is made of: the facts of its households and its own record of the year. */
export interface WrittenVillageInYear {
  readonly year: number;
  readonly households: readonly FactValues[];
  /** Values of `village_year` by fact name; null when there is no record of the year. */
  readonly record: FactValues | null;
  /** The newest recorded type of the village up to this year. */
  readonly villageType: string | null;
  /** On the published list of poor villages. */
  readonly designated: boolean;
  /** Outcome of the newest decision up to this year. */
  readonly decision: AreaOutcome | null;
}
export type AreaOutcome = 'EXITED' | 'NOT_EXITED';

export interface VillageFacts {
  readonly facts: FactValues;
  readonly poorVillage: boolean;
  readonly decision: AreaOutcome | null;
}

const recorded = [
  'rural_resident_population', 'hardened_road', 'production_power', 'safe_water_covered', 'clinic', 'village_doctor', 'culture_room', 'broadcasting',
  'broadband', 'collective_income_fen', 'cooperative',
] as const;

/** Facts of one village and year. A household whose size is unknown makes the number of persons unknown, not smaller. */
export function villageFactsOf(written: WrittenVillageInYear): VillageFacts {
  const poor = written.households.filter(({ status }) => isPoor(status as HouseholdStatus));
  const exited = written.households.filter(({ status }) => exitedStatuses.includes(status as HouseholdStatus));
  const own = Object.fromEntries(recorded.map((name): [string, FactValue | null] => [name, written.record?.[name] ?? null]));
  const facts: FactValues = {
    year: written.year,
    registered_households: poor.length + exited.length,
    registered_persons: persons([...poor, ...exited]),
    poor_households: poor.length,
    poor_persons: persons(poor),
    exited_households: exited.length,
    ...own,
  };
  return { facts, poorVillage: written.designated || poorVillageTypes.includes(written.villageType ?? ''), decision: written.decision };
}

export interface WrittenSample {
  readonly sampled: number;
  readonly found: number;
}

export interface WrittenCountyInYear {
  readonly year: number;
  readonly villages: readonly (VillageFacts & { readonly verdict: Verdict | null })[];
  readonly ruralResidentPopulation: number | null;
  readonly missed: WrittenSample | null;
  readonly wrongExit: WrittenSample | null;
  readonly approval: WrittenSample | null;
}

/** Facts of one county and year: the sum of its villages, its own record and the newest assessment of each kind. */
export function countyFactsOf(written: WrittenCountyInYear): FactValues {
  const { villages } = written;
  const sum = (name: string) => sumKnown(villages.map(({ facts }) => numberOf(facts[name])));
  return {
    year: written.year,
    registered_households: sum('registered_households'),
    registered_persons: sum('registered_persons'),
    poor_households: sum('poor_households'),
    poor_persons: sum('poor_persons'),
    exited_households: sum('exited_households'),
    rural_resident_population: written.ruralResidentPopulation ?? sum('rural_resident_population'),
    missed_found: written.missed?.found ?? null,
    missed_sampled: written.missed?.sampled ?? null,
    wrong_exit_found: written.wrongExit?.found ?? null,
    wrong_exit_sampled: written.wrongExit?.sampled ?? null,
    approval_yes: written.approval?.found ?? null,
    approval_sampled: written.approval?.sampled ?? null,
    villages_total: villages.length,
    villages_decided: villages.filter(isDecided).length,
    poor_villages_total: villages.filter(({ poorVillage }) => poorVillage).length,
    poor_villages_exited: villages.filter(({ poorVillage, decision }) => poorVillage && decision === 'EXITED').length,
  };
}

/** A poor village is settled by a decision; any other also by a proven verdict, or by having nobody poor. */
function isDecided({ facts, poorVillage, decision, verdict }: WrittenCountyInYear['villages'][number]): boolean {
  if (decision !== null) return true;
  return !poorVillage && (facts['poor_households'] === 0 || verdict === 'met' || verdict === 'not_met');
}

function persons(households: readonly FactValues[]): number | null {
  return sumKnown(households.map(({ member_count: count }) => numberOf(count)));
}

function numberOf(value: FactValue | null | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
