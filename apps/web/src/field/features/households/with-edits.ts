import { computeIncome, incomeItems, parseCaseId, shanghaiDate, type PackRow } from '#domain';
import type { HouseholdRows, PackHousehold, PendingEdit } from '../../store/types.js';

type Values = Readonly<Record<string, unknown>>;
type Rows = { -readonly [Kind in keyof HouseholdRows]: PackRow[] };

/** A household as it will stand once what was done here has arrived. */
export interface EditedHousehold {
  readonly rows: HouseholdRows;
  /** Changed here and not on the server yet: `householdYear 2026 wageMigrantWork`, see {@link editKey}. */
  readonly edited: ReadonlyMap<string, PendingEdit>;
}

/** Name of a field of one row in {@link EditedHousehold.edited}. `row`: year, person, or both. */
export const editKey = (entity: string, row: string | number, field: string): string => `${entity} ${row} ${field}`;

const plain = (id: unknown): string => parseCaseId(String(id))?.id ?? String(id);
const valuesOf = (value: unknown): Values => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {});
const listOf = (value: unknown): readonly Values[] => (Array.isArray(value) ? (value as Values[]) : []);

/** Puts what was done here over the rows of the pack. What the server sent back is left out. */
export function withEdits({ id, rows, edits }: Pick<PackHousehold, 'id' | 'rows' | 'edits'>): EditedHousehold {
  const result = Object.fromEntries(Object.entries(rows).map(([kind, list]) => [kind, [...list]])) as Rows;
  const edited = new Map<string, PendingEdit>();
  for (const edit of edits) if (edit.state !== 'returned') apply(result, { edit, householdId: id, mark: (entity, row, values) => Object.keys(values).forEach((field) => edited.set(editKey(entity, row, field), edit)) });
  return { rows: result, edited };
}

interface Edit {
  readonly edit: PendingEdit;
  readonly householdId: string;
  readonly mark: (entity: string, row: string | number, values: Values) => void;
}

function apply(rows: Rows, { edit, householdId, mark }: Edit): void {
  const { kind, payload, entityId, occurredAt } = edit;
  const entity = plain(entityId);
  const values = valuesOf(payload['values']);
  const day = shanghaiDate(new Date(occurredAt));
  if (kind === 'household.correct') {
    put(rows.households, (row) => row['id'] === householdId, values);
    mark('household', householdId, values);
  } else if (kind === 'member.correct') {
    put(rows.members, (row) => row['id'] === entity, values);
    mark('member', entity, values);
  } else if (kind === 'year.correct') {
    const year = Number(payload['year']);
    const memberCount = Number(rows.households[0]?.['memberCount'] ?? 0);
    put(rows.years, (row) => row['year'] === year, values, { householdId, year, memberCount });
    rows.years = rows.years.map((row) => (row['year'] === year ? withTotals(row) : row));
    mark('householdYear', year, values);
    for (const part of listOf(payload['members'])) {
      const memberId = plain(part['memberId']);
      put(rows.memberYears, (row) => row['memberId'] === memberId && row['year'] === year, valuesOf(part['values']), { householdId, memberId, year });
      mark('memberYear', `${memberId} ${year}`, valuesOf(part['values']));
    }
  } else if (kind === 'household.event') {
    if (payload['values']) put(rows.members, (row) => row['id'] === entity, { ...values, joinedOn: payload['occurredOn'] }, { id: entity, householdId });
    else put(rows.members, (row) => row['id'] === entity, { leftOn: payload['occurredOn'] });
    mark('member', entity, { joinedOn: null, leftOn: null });
  } else if (kind === 'visit.record' || kind === 'visit.correct') {
    if (!rows.visits.some((row) => row['id'] === entity)) rows.visits.push({ ...payload, ...(typeof payload['of'] === 'string' ? { correctsId: payload['of'].slice(-36) } : {}), id: entity, householdId, visitedOn: day, recordedAt: occurredAt });
    mark('visit', entity, { id: entity });
  } else if (kind === 'clue.record') {
    if (!rows.clues.some((row) => row['id'] === entity)) rows.clues.push({ ...payload, id: entity, householdId, status: 'OPEN', reportedAt: occurredAt });
    mark('clue', entity, { id: entity });
  } else if (kind === 'assignment.deliver') {
    const on = payload['on'] ?? day;
    put(rows.assignments, (row) => row['id'] === entity, { status: 'DELIVERED', deliveredOn: on, startsOn: rows.assignments.find((row) => row['id'] === entity)?.['startsOn'] ?? on });
    mark('assignment', entity, { status: 'DELIVERED' });
  }
}

/** Writes values into the row that fits, or into a new one where `fresh` says what it begins with. What was emptied is absent. */
function put(list: PackRow[], fits: (row: PackRow) => boolean, values: Values, fresh?: Values): void {
  const index = list.findIndex(fits);
  if (index < 0 && !fresh) return;
  const all = { ...(index < 0 ? fresh : list[index]), ...values };
  const row = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== ''));
  if (index < 0) list.push(row);
  else list[index] = row;
}

/** Totals of a year whose items were changed, by the formula of the server. */
function withTotals(row: PackRow): PackRow {
  const amounts = Object.fromEntries(incomeItems.flatMap(({ key }) => (typeof row[key] === 'number' ? [[key, row[key]]] : [])));
  const { groups, grossFen, netFen, perCapitaFen } = computeIncome(amounts, Number(row['memberCount'] ?? 0));
  const totals = { wageIncome: groups.wage, businessIncome: groups.business, propertyIncome: groups.property, transferIncome: groups.transfer, businessCost: groups.businessCost, grossIncome: grossFen, netIncome: netFen, perCapitaIncome: perCapitaFen };
  return Object.fromEntries(Object.entries({ ...row, ...totals }).filter(([, value]) => value !== null));
}
