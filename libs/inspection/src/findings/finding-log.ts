import type { FindingAction, FindingEventKind, FindingState } from '#domain';
import { uuidV7 } from '#domain';
import { currentContext } from '#platform';
import type { FindingRow } from './finding.queries.js';

export interface LogEntry {
  readonly action: FindingAction | FindingEventKind;
  readonly from: FindingState | null;
  readonly to: FindingState;
  readonly note?: string | null | undefined;
  readonly payload?: Record<string, unknown> | undefined;
  readonly attachmentIds?: readonly string[] | undefined;
}

/** A row of the log, of who acts now. */
export function logRow(finding: Pick<FindingRow, 'county_code' | 'id' | 'village_code'>, entry: LogEntry): Record<string, unknown> {
  const { actor, now } = currentContext();
  return {
    county_code: finding.county_code, id: uuidV7(), village_code: finding.village_code, finding_id: finding.id, action: entry.action, from_state: entry.from, to_state: entry.to,
    note: entry.note ?? null, payload: entry.payload ?? null, attachment_ids: entry.attachmentIds ?? [], actor_id: actor.userId, actor_name: actor.name, actor_role: actor.role,
    actor_unit: actor.division, at: now,
  };
}
