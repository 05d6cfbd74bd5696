import { ApiProperty } from '@nestjs/swagger';
import {
  daysLeft, findingActionLabels, findingActions, findingColourLabels, findingColours, findingOriginKinds, findingOriginLabels, findingOutcomeLabels, findingOutcomes, findingSeverityLabels,
  findingStateLabels, findingStates, formatCaseId, isRole, lookBackLabels, lookBackResults, roleTable, type FindingAction,
} from '#domain';
import type { DrawRow, UnitCountRow } from './finding-list.queries.js';
import type { FindingDetail, ListedFinding } from './finding-reader.js';
import type { EventRow, ExtensionRow, OriginRow } from './finding.queries.js';
import type { ColourRow } from './colour.queries.js';

const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const day = { type: 'string', format: 'date' } as const;
const dayOrNull = { ...textOrNull, format: 'date' } as const;
const time = { type: 'string', format: 'date-time' } as const;
const timeOrNull = { ...textOrNull, format: 'date-time' } as const;
const integer = { type: 'integer' } as const;

/** A finding as the list shows it. */
export class FindingItem {
  @ApiProperty(text) id!: string;
  @ApiProperty({ ...text, description: 'Number: year, county, running number' }) code!: string;
  @ApiProperty({ enum: findingStates }) state!: string;
  @ApiProperty(text) stateText!: string;
  @ApiProperty({ enum: findingOriginKinds }) originKind!: string;
  @ApiProperty(text) originText!: string;
  @ApiProperty({ type: [String], description: 'Checks, registers or screens' }) originCodes!: string[];
  @ApiProperty(integer) originCount!: number;
  @ApiProperty(integer) householdCount!: number;
  @ApiProperty({ ...textOrNull, description: 'When it concerns one household only' }) householdId!: string | null;
  @ApiProperty({ enum: ['E', 'W'] }) severity!: string;
  @ApiProperty(text) severityText!: string;
  @ApiProperty(text) title!: string;
  @ApiProperty(text) division!: string;
  @ApiProperty(text) divisionName!: string;
  @ApiProperty(text) unitDivision!: string;
  @ApiProperty(text) unitName!: string;
  @ApiProperty(day) dueOn!: string;
  @ApiProperty({ ...integer, description: 'Calendar days until and including the deadline, negative when it is over' }) daysLeft!: number;
  @ApiProperty({ enum: findingColours, description: 'By the bounds in force and the day of the server' }) colour!: string;
  @ApiProperty(text) colourText!: string;
  @ApiProperty({ type: 'boolean' }) extensionPending!: boolean;
  @ApiProperty(time) raisedAt!: string;
  @ApiProperty(dayOrNull) closedOn!: string | null;
  @ApiProperty({ enum: findingOutcomes, nullable: true, type: 'string' }) outcome!: string | null;
  @ApiProperty(textOrNull) outcomeText!: string | null;
  @ApiProperty(dayOrNull) lookBackOn!: string | null;
  @ApiProperty({ enum: lookBackResults, nullable: true, type: 'string' }) lookBackResult!: string | null;
  @ApiProperty(textOrNull) lookBackText!: string | null;
  @ApiProperty(integer) timesReturned!: number;
  @ApiProperty(integer) timesReopened!: number;
  @ApiProperty(integer) timesExtended!: number;
  @ApiProperty(integer) version!: number;

  static from({ row, colour, today, divisionName }: ListedFinding): FindingItem {
    return {
      id: formatCaseId(row.county_code, row.id), code: row.code, state: row.state, stateText: findingStateLabels[row.state], originKind: row.origin_kind,
      originText: findingOriginLabels[row.origin_kind], originCodes: [...row.origin.codes], originCount: row.origin.count, householdCount: row.origin.households,
      householdId: row.household_id === null ? null : formatCaseId(row.county_code, row.household_id), severity: row.severity, severityText: findingSeverityLabels[row.severity],
      title: row.title, division: row.division_code, divisionName, unitDivision: row.unit_division, unitName: row.unit_name, dueOn: row.due_on,
      daysLeft: daysLeft(row.due_on, today, 'calendar'), colour, colourText: findingColourLabels[colour], extensionPending: row.pending_extension, raisedAt: row.raised_at.toISOString(),
      closedOn: row.closed_on, outcome: row.outcome, outcomeText: row.outcome && findingOutcomeLabels[row.outcome], lookBackOn: row.look_back_on, lookBackResult: row.look_back_result,
      lookBackText: row.look_back_result && lookBackLabels[row.look_back_result], timesReturned: row.times_returned, timesReopened: row.times_reopened, timesExtended: row.times_extended,
      version: row.version,
    };
  }
}

export class FindingPage {
  @ApiProperty({ type: [FindingItem] }) items!: FindingItem[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class FindingValue {
  @ApiProperty(text) label!: string;
  @ApiProperty(text) text!: string;
}

export class FindingOriginItem {
  @ApiProperty({ enum: findingOriginKinds }) kind!: string;
  @ApiProperty({ ...text, description: 'Id of the hit, match or answer; number of the letter; screen with its group' }) ref!: string;
  @ApiProperty(textOrNull) code!: string | null;
  @ApiProperty(text) label!: string;
  @ApiProperty(text) division!: string;
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty(textOrNull) memberId!: string | null;
  @ApiProperty({ type: [FindingValue], description: 'Values as of raising' }) values!: FindingValue[];
  @ApiProperty(time) copiedAt!: string;

  static from(row: OriginRow): FindingOriginItem {
    const id = (uuid: string | null): string | null => (uuid === null ? null : formatCaseId(row.county_code, uuid));
    return {
      kind: row.kind, ref: row.ref, code: row.code, label: row.label, division: row.division_code, householdId: id(row.household_id), memberId: id(row.member_id), values: [...row.shown],
      copiedAt: row.copied_at.toISOString(),
    };
  }
}

export class FindingEventItem {
  @ApiProperty(integer) seq!: number;
  @ApiProperty(text) action!: string;
  @ApiProperty(text) actionText!: string;
  @ApiProperty({ ...textOrNull }) fromState!: string | null;
  @ApiProperty({ enum: findingStates }) toState!: string;
  @ApiProperty(textOrNull) note!: string | null;
  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true }) payload!: Record<string, unknown> | null;
  @ApiProperty({ type: [String] }) attachments!: string[];
  @ApiProperty(text) actor!: string;
  @ApiProperty(text) role!: string;
  @ApiProperty(text) unit!: string;
  @ApiProperty(time) at!: string;

  static from(row: EventRow, county: string, unit: string): FindingEventItem {
    return {
      seq: row.seq, action: row.action, actionText: findingActionLabels[row.action as FindingAction], fromState: row.from_state, toState: row.to_state, note: row.note, payload: row.payload,
      attachments: row.attachment_ids.map((id) => formatCaseId(county, id)), actor: row.actor_name, role: isRole(row.actor_role) ? roleTable[row.actor_role].zh : row.actor_role, unit,
      at: row.at.toISOString(),
    };
  }
}

export class FindingExtensionItem {
  @ApiProperty(text) id!: string;
  @ApiProperty({ enum: ['PENDING', 'GRANTED', 'REFUSED'] }) state!: string;
  @ApiProperty(day) dueBefore!: string;
  @ApiProperty(day) askedUntil!: string;
  @ApiProperty(text) reason!: string;
  @ApiProperty(text) requestedBy!: string;
  @ApiProperty(time) requestedAt!: string;
  @ApiProperty(dayOrNull) grantedUntil!: string | null;
  @ApiProperty(textOrNull) opinion!: string | null;
  @ApiProperty(textOrNull) decidedBy!: string | null;
  @ApiProperty(timeOrNull) decidedAt!: string | null;

  static from(row: ExtensionRow): FindingExtensionItem {
    return {
      id: formatCaseId(row.county_code, row.id), state: row.state, dueBefore: row.due_before, askedUntil: row.asked_until, reason: row.reason, requestedBy: row.requested_by_name,
      requestedAt: row.requested_at.toISOString(), grantedUntil: row.granted_until, opinion: row.opinion, decidedBy: row.decided_by_name, decidedAt: row.decided_at?.toISOString() ?? null,
    };
  }
}

/** Everything of a finding. */
export class FindingResponse extends FindingItem {
  @ApiProperty(text) facts!: string;
  @ApiProperty(text) basis!: string;
  @ApiProperty(textOrNull) suggestion!: string | null;
  @ApiProperty({ ...integer, nullable: true, description: 'When the deadline was set in working days' }) dueWorkingDays!: number | null;
  @ApiProperty(text) raisedBy!: string;
  @ApiProperty(textOrNull) measures!: string | null;
  @ApiProperty(textOrNull) rectification!: string | null;
  @ApiProperty(textOrNull) reviewOpinion!: string | null;
  @ApiProperty(textOrNull) reviewedBy!: string | null;
  @ApiProperty({ type: [FindingOriginItem] }) origins!: FindingOriginItem[];
  @ApiProperty({ type: [FindingEventItem] }) events!: FindingEventItem[];
  @ApiProperty({ type: [FindingExtensionItem] }) extensions!: FindingExtensionItem[];
  @ApiProperty({ enum: findingActions, isArray: true, description: 'What the state and the log let the reader do; the verb is another question' }) actions!: string[];

  static of(detail: FindingDetail): FindingResponse {
    const { row, origins, events, extensions, actions, unitNames } = detail;
    return {
      ...FindingItem.from(detail), facts: row.facts, basis: row.basis, suggestion: row.suggestion, dueWorkingDays: row.due_working_days, raisedBy: row.raised_by_name, measures: row.measures,
      rectification: row.rectification, reviewOpinion: row.review_opinion, reviewedBy: row.reviewed_by_name, origins: origins.map((origin) => FindingOriginItem.from(origin)),
      events: events.map((event) => FindingEventItem.from(event, row.county_code, unitNames.get(event.actor_unit) ?? event.actor_unit)),
      extensions: extensions.map((extension) => FindingExtensionItem.from(extension)), actions: [...actions],
    };
  }
}

export class RaisedFindings {
  @ApiProperty({ type: [FindingResponse], description: 'One for each responsible unit' }) findings!: FindingResponse[];
}

export class FindingUnitCount {
  @ApiProperty(text) unitDivision!: string;
  @ApiProperty(text) unitName!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'Findings by state' }) states!: Record<string, number>;
  @ApiProperty({ ...integer, description: 'Waiting for the unit after the deadline' }) overdue!: number;
  @ApiProperty({ ...integer, description: 'Look-backs that are due' }) lookBacks!: number;
}

export class FindingCounts {
  @ApiProperty({ type: [FindingUnitCount], description: 'In the order of the division codes' }) units!: FindingUnitCount[];

  static from(rows: readonly UnitCountRow[]): FindingCounts {
    const units = new Map<string, FindingUnitCount>();
    for (const row of rows) {
      const unit = units.get(row.unit_division) ?? { unitDivision: row.unit_division, unitName: row.unit_name, states: {}, overdue: 0, lookBacks: 0 };
      unit.states[row.state] = row.findings;
      unit.overdue += row.overdue;
      unit.lookBacks += row.look_backs;
      units.set(row.unit_division, unit);
    }
    return { units: [...units.values()] };
  }
}

export class FindingDrawItem {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) division!: string;
  @ApiProperty(day) closedFrom!: string;
  @ApiProperty(day) closedTo!: string;
  @ApiProperty(text) seed!: string;
  @ApiProperty({ ...text, description: 'The findings with the smallest SHA-256 of seed, line feed and id are drawn' }) algorithm!: string;
  @ApiProperty(integer) frameSize!: number;
  @ApiProperty({ ...text, description: 'SHA-256 of the sorted ids of the frame, one a line' }) frameSha256!: string;
  @ApiProperty(integer) size!: number;
  @ApiProperty(day) lookBackOn!: string;
  @ApiProperty(text) drawnBy!: string;
  @ApiProperty(time) drawnAt!: string;

  static from(row: DrawRow): FindingDrawItem {
    return {
      id: formatCaseId(row.county_code, row.id), division: row.division_code, closedFrom: row.closed_from, closedTo: row.closed_to, seed: row.seed, algorithm: row.algorithm,
      frameSize: row.frame_size, frameSha256: row.frame_sha256, size: row.size, lookBackOn: row.look_back_on, drawnBy: row.drawn_by_name, drawnAt: row.drawn_at.toISOString(),
    };
  }
}

export class FindingDrawPage {
  @ApiProperty({ type: [FindingDrawItem] }) items!: FindingDrawItem[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class FindingColourItem {
  @ApiProperty(integer) blueDays!: number;
  @ApiProperty(integer) yellowDays!: number;
  @ApiProperty(integer) redDays!: number;
  @ApiProperty({ enum: ['calendar', 'working'] }) unit!: string;
  @ApiProperty(text) source!: string;
  @ApiProperty(day) validFrom!: string;
  @ApiProperty(time) publishedAt!: string;

  static from(row: ColourRow): FindingColourItem {
    return { blueDays: row.blue_days, yellowDays: row.yellow_days, redDays: row.red_days, unit: row.unit, source: row.source, validFrom: row.valid_from, publishedAt: row.published_at.toISOString() };
  }
}

export class FindingColourList {
  @ApiProperty({ type: 'boolean', description: 'Bounds are in force today' }) isSet!: boolean;
  @ApiProperty({ type: [FindingColourItem], description: 'The newest first' }) versions!: FindingColourItem[];
}
