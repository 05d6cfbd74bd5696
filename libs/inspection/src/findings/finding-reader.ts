import { Injectable } from '@nestjs/common';
import { codeRange, contains, findingStates, isCalendarDate, isUuid, parseCaseId, possibleFindingActions, problem, runningStates, type CaseId, type FindingAction, type FindingColour, type FindingOriginKind, type FindingState } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { FindingColours, type Colours } from './colour.service.js';
import { isLookBackDue } from './finding.service.js';
import * as list from './finding-list.queries.js';
import * as sql from './finding.queries.js';

export interface FindingFilter {
  readonly division?: string;
  readonly state?: FindingState;
  readonly unit?: string;
  readonly originKind?: FindingOriginKind;
  readonly origin?: string;
  readonly dueBy?: string;
  readonly colour?: 'BLUE' | 'YELLOW' | 'RED';
  readonly box?: 'open' | 'closed' | 'all';
  readonly household?: string;
  readonly extension?: boolean;
  readonly lookBackBy?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface ListedFinding {
  readonly row: list.ListedFindingRow;
  readonly colour: FindingColour;
  readonly today: string;
  readonly divisionName: string;
}

export interface FindingDetail extends ListedFinding {
  readonly origins: readonly sql.OriginRow[];
  readonly events: readonly sql.EventRow[];
  readonly extensions: readonly sql.ExtensionRow[];
  readonly actions: readonly FindingAction[];
  readonly unitNames: ReadonlyMap<string, string>;
}

/** Findings of the territory. */
@Injectable()
export class FindingReader {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
    private readonly colours: FindingColours,
  ) {}

  /** By deadline. @throws `validation` */
  async page(filter: FindingFilter): Promise<Page<ListedFinding>> {
    const range = rangeOf(filter.division);
    for (const field of ['dueBy', 'lookBackBy'] as const) {
      if (filter[field] !== undefined && !isCalendarDate(filter[field])) throw problem('validation', { fields: [{ field, faults: ['date'] }] });
    }
    const { today } = currentContext();
    const colours = await this.colours.today();
    const due = await this.dueOf(filter, colours);
    if (!range || !due) return { items: [], nextCursor: null };
    const household = filter.household === undefined ? null : (parseCaseId(filter.household) ?? null);
    const [dueOn, id] = decodeCursor(filter.cursor, ['string', 'string']) ?? [null, null];
    if (dueOn !== null && !isCalendarDate(String(dueOn))) throw problem('validation', { fields: [{ field: 'cursor', faults: ['cursor'] }] });
    const rows = await this.db.query<list.ListedFindingRow>(list.listFindings, [
      range.from, range.to, due.states, filter.unit ?? null, filter.originKind ?? null, filter.origin ?? null, due.after, due.until, household?.countyCode ?? null, household?.id ?? null,
      filter.extension ?? false, filter.lookBackBy ?? null, dueOn, uuidCursor(id ?? undefined), filter.limit + 1,
    ]);
    const names = await this.divisions.fullNames(rows.map((row) => row.division_code));
    return toPage(rows, filter.limit, (row) => [row.due_on, row.id], (row) => ({ row, today, colour: colours.colourOf(row), divisionName: names.get(row.division_code) ?? row.division_code }));
  }

  /** A finding with its origins, log and extensions, and what the reader may do now. @throws `not-found` */
  async detail(id: CaseId): Promise<FindingDetail> {
    const { actor, today } = currentContext();
    const row = await this.db.maybeOne<list.ListedFindingRow>(list.findListed, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    const key = [id.countyCode, id.id];
    const origins = await this.db.query<sql.OriginRow>(sql.originsOf, key);
    const events = await this.db.query<sql.EventRow>(sql.eventsOf, key);
    const extensions = await this.db.query<sql.ExtensionRow>(sql.extensionsOf, key);
    const workers = events.filter(({ action }) => ['PLAN', 'RECTIFY', 'SUBMIT'].includes(action)).map((event) => event.actor_id);
    const unitNames = await this.divisions.fullNames([row.division_code, row.unit_division, row.raised_by_unit, ...events.map((event) => event.actor_unit)]);
    const { colourOf } = await this.colours.today();
    return {
      row, today, colour: colourOf(row), divisionName: unitNames.get(row.division_code) ?? row.division_code, origins, events, extensions, unitNames,
      actions: possibleFindingActions({ ...row, workers, lookBackDue: isLookBackDue(row) }, actor.userId),
    };
  }

  /** Findings by unit, in the order of the codes, and state. */
  async counts(division: string | undefined): Promise<list.UnitCountRow[]> {
    const range = rangeOf(division);
    return range ? this.db.query<list.UnitCountRow>(list.countFindings, [range.from, range.to, currentContext().today]) : [];
  }

  /** States and days of the deadline asked for; null when nothing is of that colour. */
  private async dueOf({ state, box, dueBy, colour }: FindingFilter, colours: Colours): Promise<{ states: readonly string[]; after: string | null; until: string | null } | null> {
    const wanted = findingStates.filter((one) => (state === undefined || one === state) && (box === undefined || box === 'all' || (one === 'CLOSED') === (box === 'closed')));
    if (colour === undefined) return { states: wanted, after: null, until: dueBy ?? null };
    const days = colours.daysOf(colour);
    if (!days) return null;
    const until = dueBy !== undefined && dueBy < days.until ? dueBy : days.until;
    return { states: wanted.filter((one) => runningStates.includes(one)), after: days.after, until };
  }
}

/** The division asked for, as far as it lies in the territory; null when nothing of it does. */
export function rangeOf(division: string | undefined): { readonly from: string; readonly to: string } | null {
  const { scope } = currentContext().actor;
  if (scope === null) return null;
  const code = division === undefined || contains(division, scope) ? scope : contains(scope, division) ? division : null;
  return code === null ? null : codeRange(code);
}

/** The id in a cursor. @throws `validation` */
export function uuidCursor(id: string | number | undefined): string | null {
  if (id === undefined) return null;
  if (typeof id !== 'string' || !isUuid(id)) throw problem('validation', { fields: [{ field: 'cursor', faults: ['cursor'] }] });
  return id;
}
