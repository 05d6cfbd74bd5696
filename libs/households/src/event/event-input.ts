import { parseCaseId } from '#domain';
import type { LifeEventRequest } from './event.dto.js';
import type { LifeEvent } from './life-event.js';

/** Member ids of a request as UUIDs. One of another county can only be a stranger to the household. */
const uuidOf = (caseId: string): string => parseCaseId(caseId)?.id ?? caseId;

/** Request → event. */
export function lifeEvent(body: LifeEventRequest, version: number): LifeEvent {
  const { otherHouseholdId, memberIds, relations, ...rest } = body;
  return {
    ...rest,
    version,
    memberIds: memberIds?.map(uuidOf),
    relations: relations?.map(({ memberId, relationToHead }) => ({ id: uuidOf(memberId), relation: relationToHead })),
    other: otherHouseholdId === undefined ? undefined : parseCaseId(otherHouseholdId),
  };
}
