import { computeIncome, derivedIncomeFields, fieldsOf, incomeItems, type FieldValues, type IncomeGroup } from '#domain';
import { amountsOf } from '../../year/household-year.service.js';
import { beforeOf, storedValue } from './changes.js';
import type { WholeRow } from './existing.queries.js';
import type { Judging } from './judge-context.js';
import type { RowChange } from './verdict.js';
import type { StoredRow } from '../../store/columns.js';

export interface YearOwner {
  readonly countyCode: string;
  readonly villageCode: string;
  readonly householdId: string;
  /** Persons in the household after the import; the year's number when the file names none. */
  readonly persons: number;
}

const yearFields = fieldsOf('householdYear').filter((field) => field.key !== 'year');
const groups = [...new Set(incomeItems.map((item) => item.group))];
const itemsOf = new Map<IncomeGroup, string[]>(groups.map((group) => [group, incomeItems.filter((item) => item.group === group).map((item) => item.key)]));
const unsplit = new Set(incomeItems.filter((item) => item.unsplit).map((item) => item.key));

/** Values with their sums: what the formula makes of the items. */
function complete(values: FieldValues, persons: number): FieldValues {
  const memberCount = typeof values['memberCount'] === 'number' ? values['memberCount'] : persons;
  return { ...values, memberCount, ...derivedIncomeFields(computeIncome(amountsOf(values), memberCount)) };
}

/** A first record of the year. */
export function newYear(owner: YearOwner, year: number, values: FieldValues, judging: Judging): StoredRow {
  const id = judging.writer.newId();
  return {
    county_code: owner.countyCode, id, village_code: owner.villageCode, household_id: owner.householdId, year, version: 1, recorded_at: judging.now,
    ...judging.writer.columns('householdYear', id, complete(values, owner.persons)),
  };
}

/** A correction of a recorded year as the columns that change; null when the file says nothing new. */
export function correctedYear(row: WholeRow, given: FieldValues, owner: YearOwner, judging: Judging): RowChange | null {
  const recorded: FieldValues = {};
  for (const field of yearFields) {
    const value = storedValue(judging.writer, field, row) as FieldValues[string];
    if (value !== null && !field.derived) recorded[field.key] = value;
  }
  const stated = complete({ ...withoutRestatedGroups(recorded, given), ...given }, owner.persons);
  const changed: FieldValues = {};
  for (const field of yearFields) {
    const value = stated[field.key] ?? null;
    if (JSON.stringify(value) !== JSON.stringify(storedValue(judging.writer, field, row))) changed[field.key] = value;
  }
  if (Object.keys(changed).length === 0) return null;
  const id = judging.writer.newId();
  const changes = { ...judging.writer.columns('householdYear', id, changed), ...nextVersion(row, id, judging) };
  return { countyCode: row.county_code, id: row.id, changes, before: beforeOf(row, changes) };
}

/** Columns of a version that takes the place of another. */
export function nextVersion(row: WholeRow, id: string, judging: Judging): Record<string, unknown> {
  return { id, version: row.version + 1, recorded_at: judging.now, superseded_at: null, correction_reason: judging.reason };
}

/**
 * A group of income that the file states takes the place of the recorded one as a whole, or a total would be added to the
 * items that it is the sum of. A file that is only less detailed (same total, no item that differs) changes nothing.
 */
function withoutRestatedGroups(recorded: FieldValues, given: FieldValues): FieldValues {
  const kept = { ...recorded };
  for (const items of itemsOf.values()) {
    const stated = items.filter((key) => typeof given[key] === 'number');
    if (stated.length === 0) continue;
    const sum = (values: FieldValues) => items.reduce((total, key) => total + (typeof values[key] === 'number' ? values[key] : 0), 0);
    const lessDetailed = sum(recorded) === sum(given) && stated.every((key) => unsplit.has(key) || recorded[key] === given[key]) && items.some((key) => typeof recorded[key] === 'number');
    for (const key of items) {
      if (lessDetailed) delete given[key];
      else delete kept[key];
    }
  }
  return kept;
}
