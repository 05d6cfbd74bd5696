import { exitedStatuses, isPoor, type HouseholdStatus } from '../codes/household-status.js';
import { yearEnd, yearOf } from '../time/calendar-date.js';
import type { WrittenEpisode, WrittenHousehold } from './written-rows.js';

export interface Standing {
  /** Null: not registered yet in that year. */
  readonly status: HouseholdStatus | null;
  readonly exitYear: number | null;
}

/**
 * What a household was on the last day of a year, from the dates of its episodes. The day on which an exit was proposed is
 * not kept, so an episode that is still open says PRE_EXIT for all its years; for counting the poor that makes no difference.
 * A household without any episode is what its card says, whatever the year.
 */
export function standingOf(household: WrittenHousehold, episodes: readonly WrittenEpisode[], year: number): Standing {
  if (episodes.length === 0) return standing(household.status, household.exitYear);
  const lastDay = yearEnd(year);
  const entered = episodes.filter((candidate) => candidate.enteredOn <= lastDay);
  const episode = entered.reduce<WrittenEpisode | null>((last, candidate) => (last && last.sequence > candidate.sequence ? last : candidate), null);
  if (!episode) return { status: null, exitYear: null };
  return standing(statusOf(episode, household, lastDay), episode.exitedOn === null ? household.exitYear : yearOf(episode.exitedOn));
}

function statusOf(episode: WrittenEpisode, household: WrittenHousehold, lastDay: string): HouseholdStatus {
  const happened = (day: string | null) => day !== null && day <= lastDay;
  if (happened(episode.closedOn) && (episode.status === 'CLEARED_OUT' || episode.status === 'DEREGISTERED')) return episode.status;
  if (happened(episode.notEntitledOn)) return 'EXITED_NOT_ENTITLED';
  if (happened(episode.exitedOn)) return 'EXITED_ENTITLED';
  if (episode.exitedOn !== null || episode.closedOn !== null) return 'REGISTERED';
  return isPoor(household.status) ? household.status : episode.status;
}

function standing(status: HouseholdStatus, exitYear: number | null): Standing {
  return { status, exitYear: exitedStatuses.includes(status) ? exitYear : null };
}
