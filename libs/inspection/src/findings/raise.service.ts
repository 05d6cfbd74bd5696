import { Injectable } from '@nestjs/common';
import { isCalendarDate, problem, uuidV7, workingDaysAfter, type FindingOriginKind } from '#domain';
import { DivisionReader, HolidayReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { logRow } from './finding-log.js';
import { byUnit, divisionOfAll, placeOfUnit, type UnitChoice } from './finding-units.js';
import * as sql from './finding.queries.js';
import { OriginCopies, type OriginInput } from './origin-copies.js';
import type { OriginCopy } from './origin-copy.js';

export interface RaiseInput extends UnitChoice {
  readonly origins: readonly OriginInput[];
  readonly dueOn?: string | undefined;
  readonly dueWorkingDays?: number | undefined;
  readonly title?: string | undefined;
  readonly facts?: string | undefined;
  readonly basis?: string | undefined;
  readonly suggestion?: string | undefined;
}

interface Deadline {
  readonly dueOn: string;
  readonly workingDays: number | null;
}

/** Raises findings from what other rooms found: one for each responsible unit, in one transaction. */
@Injectable()
export class FindingRaiser {
  constructor(
    private readonly db: Db,
    private readonly copies: OriginCopies,
    private readonly divisions: DivisionReader,
    private readonly holidays: HolidayReader,
  ) {}

  /**
   * @throws `finding.origin-kind`, `finding.origin-repeated`, `finding.origin-open`, `finding.unit-*`, `finding.due-*`, `finding.text-required`,
   * `division.not-found`, and what {@link OriginCopies.copy} throws
   */
  async raise(input: RaiseInput): Promise<sql.FindingRow[]> {
    const kind = input.origins[0]?.kind ?? 'HAND';
    if (input.origins.some((origin) => origin.kind !== kind)) throw problem('finding.origin-kind');
    const deadline = await this.deadline(input);
    const copies = await this.copies.copy(kind, input.origins);
    if (new Set(copies.map(({ ref }) => ref)).size < copies.length) throw problem('finding.origin-repeated');
    const units = byUnit(copies, input, currentContext().actor.scope);
    const raised: sql.FindingRow[] = [];
    for (const [unit, own] of units) raised.push(await this.one(unit, kind, own, deadline, input));
    return raised;
  }

  private async one(unit: string, kind: FindingOriginKind, copies: readonly OriginCopy[], deadline: Deadline, input: RaiseInput): Promise<sql.FindingRow> {
    const { actor, now } = currentContext();
    await this.divisions.requireValid(unit);
    const unitName = (await this.divisions.fullNames([unit])).get(unit) ?? unit;
    const place = placeOfUnit(unit);
    await this.refuseOpen(place.countyCode, kind, copies);
    const id = uuidV7();
    const households = [...new Set(copies.flatMap(({ householdId }) => householdId ?? []))];
    const only = copies.length === 1 ? copies[0] : undefined;
    const row = {
      county_code: place.countyCode, id, village_code: place.villageCode, division_code: divisionOfAll(copies, unit), code: await this.number(place.countyCode),
      origin_kind: kind, origin: { codes: [...new Set(copies.flatMap(({ code }) => code ?? []))], count: copies.length, households: households.length },
      household_id: households.length === 1 ? households[0] : null, member_id: only?.memberId ?? null,
      title: required('title', input.title ?? titleOf(copies)), facts: required('facts', input.facts ?? factsOf(copies)), basis: required('basis', input.basis ?? basisOf(copies)),
      suggestion: input.suggestion?.trim() ?? null, severity: copies.some(({ severity }) => severity === 'E') ? 'E' : 'W', unit_division: unit, unit_name: unitName,
      due_on: deadline.dueOn, due_working_days: deadline.workingDays, state: 'ISSUED', raised_by: actor.userId, raised_by_name: actor.name, raised_by_unit: actor.division, raised_at: now,
      times_returned: 0, times_reopened: 0, times_extended: 0, version: 1,
    };
    await this.db.query(sql.insertFindings, [JSON.stringify([row])]);
    await this.db.query(sql.insertOrigins, [JSON.stringify(copies.map((copy, i) => ({
      county_code: place.countyCode, id: uuidV7(), village_code: place.villageCode, finding_id: id, ordinal: i + 1, kind, ref: copy.ref, code: copy.code, division_code: copy.divisionCode,
      household_id: copy.householdId, member_id: copy.memberId, label: copy.label, shown: copy.shown, vals: copy.vals, is_open: true, copied_at: now,
    })))]);
    const finding = await this.db.one<sql.FindingRow>(sql.findFinding, [place.countyCode, id]);
    await this.db.query(sql.insertEvents, [JSON.stringify([logRow(finding, { action: 'RAISE', from: null, to: 'ISSUED', payload: { dueOn: deadline.dueOn, unit, origins: copies.length } })])]);
    return finding;
  }

  private async refuseOpen(county: string, kind: FindingOriginKind, copies: readonly OriginCopy[]): Promise<void> {
    const open = await this.db.query<{ ref: string; code: string }>(sql.openOrigins, [county, kind, copies.map(({ ref }) => ref)]);
    if (open.length > 0) throw problem('finding.origin-open', { findings: [...new Set(open.map(({ code }) => code))], origins: open.map(({ ref }) => ref) });
  }

  /** Year, county and a running number; whoever raises in the county at the same time waits. */
  private async number(county: string): Promise<string> {
    await this.db.query(sql.holdNumbers, [county]);
    const prefix = `${currentContext().today.slice(0, 4)}-${county}-`;
    const { last } = await this.db.one<{ last: number }>(sql.lastNumber, [county, prefix]);
    return `${prefix}${String(last + 1).padStart(4, '0')}`;
  }

  private async deadline({ dueOn, dueWorkingDays }: RaiseInput): Promise<Deadline> {
    const { today } = currentContext();
    if ((dueOn === undefined) === (dueWorkingDays === undefined)) throw problem('finding.due-choice');
    if (dueWorkingDays !== undefined) return { dueOn: workingDaysAfter(today, dueWorkingDays, await this.holidays.calendar(today)), workingDays: dueWorkingDays };
    if (dueOn === undefined || !isCalendarDate(dueOn) || dueOn <= today) throw problem('finding.due-past');
    return { dueOn, workingDays: null };
  }
}

function required(field: 'title' | 'facts' | 'basis', text: string | null): string {
  const said = text?.trim() ?? '';
  if (said === '') throw problem('finding.text-required', { field: { title: '标题', facts: '事实', basis: '依据' }[field] });
  return said;
}

const titleOf = (copies: readonly OriginCopy[]): string | null => {
  const titles = [...new Set(copies.map(({ title }) => title))];
  return titles.length === 1 && titles[0] ? titles[0] : null;
};

const basisOf = (copies: readonly OriginCopy[]): string | null => {
  const texts = [...new Set(copies.flatMap(({ basis }) => basis ?? []))];
  return texts.length > 0 && copies.every(({ basis }) => basis !== null) ? texts.join('；') : null;
};

/** At most so many origins are told in the text; all of them are listed below it. */
const TOLD = 5;
function factsOf(copies: readonly OriginCopy[]): string | null {
  const told = copies.slice(0, TOLD).map(({ label, shown }) => `${label}（${shown.map((value) => `${value.label}：${value.text}`).join('，')}）`);
  return `${told.join('；')}${copies.length > TOLD ? `；等共${copies.length}项，详见附表` : ''}。`;
}
