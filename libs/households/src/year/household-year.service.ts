import { Injectable } from '@nestjs/common';
import { computeIncome, derivedIncomeFields, incomeItems, problem, uuidV7, type CaseId, type FieldValues } from '#domain';
import { currentContext, Db } from '#platform';
import { checkVersion, HouseholdLock } from '../household/household-lock.js';
import type { HouseholdRow } from '../household/household.queries.js';
import { same, valuesOf } from '../store/columns.js';
import { checkedValues, FieldWriter, invalid } from '../store/field-writer.js';
import { RowStore } from '../store/row-store.js';
import { MemberYearWriter, type MemberYearInput } from './member-year-writer.js';
import * as sql from './year.queries.js';

export interface YearInput {
  readonly values: Readonly<Record<string, unknown>>;
  /** Members named here get a record of the year; the others keep theirs. */
  readonly members?: readonly MemberYearInput[];
  /** Version that was read; required as soon as the year has a record. */
  readonly version?: number;
  /** Required as soon as the year has a record: a second writing is a correction. */
  readonly reason?: string;
}

/** The yearly record of a household: income, living conditions, assurances, and its members' year. */
@Injectable()
export class HouseholdYearService {
  constructor(
    private readonly db: Db,
    private readonly lock: HouseholdLock,
    private readonly rows: RowStore,
    private readonly writer: FieldWriter,
    private readonly members: MemberYearWriter,
  ) {}

  /**
   * Records a year as a whole. A year that has a record is never overwritten: the write is a correction, a new version with
   * its reason, and the old version stays. Writing the same values again changes nothing.
   * @throws `year.future`, `version-required`, `reason-required`, `stale-version`, `validation`
   */
  async record(id: CaseId, year: number, input: YearInput): Promise<void> {
    const { household, current } = await this.open(id, year, input);
    await this.write(household, { year, input, current, values: input.values, unnamed: 'empty' });
  }

  /** Corrects some fields of a recorded year; the others keep their values. @throws `year.not-recorded` and as {@link record} */
  async correct(id: CaseId, year: number, input: YearInput): Promise<void> {
    const { household, current } = await this.open(id, year, input);
    if (!current) throw problem('year.not-recorded', { year });
    await this.write(household, { year, input, current, values: { ...recordedValues(current), ...input.values }, unnamed: 'kept' });
  }

  private async open(id: CaseId, year: number, input: YearInput): Promise<{ household: HouseholdRow; current: sql.YearRow | null }> {
    if (year > Number(currentContext().today.slice(0, 4))) throw problem('year.future', { year });
    const household = await this.lock.lockOpen(id);
    const current = await this.db.maybeOne<sql.YearRow>(sql.currentYear, [id.countyCode, id.id, year]);
    if (current) {
      if (input.version === undefined) throw problem('version-required', { version: current.version });
      checkVersion('householdYear', current, { version: input.version, yours: input.values });
    }
    return { household, current };
  }

  private async write(household: HouseholdRow, { year, input, current, values, unnamed }: { year: number; input: YearInput; current: sql.YearRow | null; values: Readonly<Record<string, unknown>>; unnamed: 'empty' | 'kept' }): Promise<void> {
    const checked = checkedValues('householdYear', { memberCount: household.member_count, ...values }, { except: ['year'] });
    checkPeriod(checked);
    const complete = { ...checked, ...derivedIncomeFields(computeIncome(amountsOf(checked), checked['memberCount'] as number)) };
    const unchanged = current !== null && same(complete, valuesOf('householdYear', current));
    const reason = correctionReason(input);
    if (!unchanged) {
      if (current) {
        if (reason === null) throw problem('reason-required');
        await this.db.query(sql.supersedeYear, [household.county_code, current.id, currentContext().now]);
      }
      const id = uuidV7();
      await this.rows.insert('householdYear', [{
        county_code: household.county_code, id, village_code: household.village_code, household_id: household.id, year,
        version: (current?.version ?? 0) + 1, correction_reason: current ? reason : null,
        ...this.writer.columns('householdYear', id, complete),
      }]);
    }
    await this.members.write(household, { year, members: input.members ?? [], reason, unnamed });
  }
}

/** Income items of a record, in fen. */
export function amountsOf(values: Readonly<Record<string, unknown>>): Record<string, number | null> {
  return Object.fromEntries(incomeItems.map((item) => [item.key, (values[item.key] as number | null | undefined) ?? null]));
}

const derivedKeys = new Set(Object.keys(derivedIncomeFields(computeIncome({}, null))));

/** What a person recorded, without what was computed from it. */
function recordedValues(row: sql.YearRow): Record<string, unknown> {
  return Object.fromEntries(Object.entries(valuesOf('householdYear', row)).filter(([key]) => !derivedKeys.has(key)));
}

function correctionReason(input: YearInput): string | null {
  const reason = input.reason?.trim() ?? '';
  return reason === '' ? null : reason;
}

function checkPeriod(values: FieldValues): void {
  const { incomePeriodStart: start, incomePeriodEnd: end } = values;
  if (typeof start === 'string' && typeof end === 'string' && end < start) {
    throw invalid([{ field: 'incomePeriodEnd', fault: 'range', zh: '收入采集期结束不能早于开始', en: 'the period cannot end before it begins' }]);
  }
}
