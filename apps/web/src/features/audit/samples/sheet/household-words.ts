import { failureReasons as reasons, householdStatuses, type HouseholdStatus, type LocalText } from '#domain';

/** Why a household was given up, by code; nothing for a code that is not known. */
export const failureReasons: Readonly<Record<string, LocalText | undefined>> = reasons;

export function isHouseholdStatusText(text: string | null): text is HouseholdStatus {
  return householdStatuses.some((status) => status === text);
}
