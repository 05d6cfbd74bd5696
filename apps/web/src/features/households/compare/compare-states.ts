import { fieldsOf, type Field } from '#domain';
import type { components } from '../../../api/generated/schema.js';

export type HouseholdState = components['schemas']['HouseholdStateResponse'];

/** One line of the comparison: a field of the catalogue, or one of the four things that are no fields. */
export interface ComparedLine {
  readonly key: string;
  readonly field: Field | null;
  readonly own?: 'status' | 'village' | 'present' | 'perCapita';
  readonly left: unknown;
  readonly right: unknown;
  readonly differs: boolean;
}

/** Lines about the household, one person, one year, or one person in one year. */
export interface ComparedPart {
  readonly key: string;
  readonly kind: 'household' | 'member' | 'year' | 'memberYear';
  readonly name: string;
  readonly year: number | null;
  readonly lines: readonly ComparedLine[];
}

type Values = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => JSON.stringify(value ?? null);
const line = (key: string, left: unknown, right: unknown, more: Pick<ComparedLine, 'field' | 'own'>): ComparedLine => ({ key, left, right, differs: text(left) !== text(right), ...more });

/** Fields recorded at one of the two times; what nobody recorded at either is no line. */
function fields(entity: Field['entity'], left: Values | undefined, right: Values | undefined): ComparedLine[] {
  return fieldsOf(entity).flatMap((field) => {
    const [a, b] = [left?.[field.key], right?.[field.key]];
    return (a === undefined || a === null) && (b === undefined || b === null) ? [] : [line(field.key, a, b, { field })];
  });
}

/** Pairs of the two lists by key, those of the second list first, in its order. */
function pairs<Item>(left: readonly Item[], right: readonly Item[], keyOf: (item: Item) => string | number): { left?: Item; right?: Item }[] {
  const both = right.map((item) => ({ left: left.find((other) => keyOf(other) === keyOf(item)), right: item }));
  return [...both, ...left.filter((item) => !right.some((other) => keyOf(other) === keyOf(item))).map((item) => ({ left: item }))];
}

/** The same household at two times, part by part. */
export function compareStates(left: HouseholdState, right: HouseholdState): ComparedPart[] {
  const household: ComparedPart = {
    key: 'household', kind: 'household', name: right.household.headName, year: null,
    lines: [
      line('status', left.household.status, right.household.status, { field: null, own: 'status' }),
      line('village', left.household.village.code, right.household.village.code, { field: null, own: 'village' }),
      ...fields('household', left.household.values, right.household.values).filter(({ key }) => key !== 'status' && key !== 'villageCode'),
    ],
  };
  const members = pairs(left.household.members, right.household.members, ({ id }) => id).map((pair): ComparedPart => ({
    key: `member-${(pair.right ?? pair.left)?.id ?? ''}`, kind: 'member', name: (pair.right ?? pair.left)?.name ?? '', year: null,
    lines: [line('present', pair.left?.active ?? false, pair.right?.active ?? false, { field: null, own: 'present' }), ...fields('member', pair.left?.values, pair.right?.values)],
  }));
  const years = pairs(left.years, right.years, ({ year }) => year).flatMap((pair) => partsOfYear(pair.left, pair.right));
  return [household, ...members, ...years];
}

type Year = HouseholdState['years'][number];

function partsOfYear(left: Year | undefined, right: Year | undefined): ComparedPart[] {
  const year = (right ?? left)?.year ?? 0;
  const persons = pairs(left?.members ?? [], right?.members ?? [], ({ memberId }) => memberId).map((pair): ComparedPart => ({
    key: `year-${year}-${(pair.right ?? pair.left)?.memberId ?? ''}`, kind: 'memberYear', name: (pair.right ?? pair.left)?.name ?? '', year, lines: fields('memberYear', pair.left?.values, pair.right?.values),
  }));
  const perCapita = line('perCapita', left?.income.perCapitaFen ?? null, right?.income.perCapitaFen ?? null, { field: null, own: 'perCapita' });
  return [{ key: `year-${year}`, kind: 'year', name: '', year, lines: [perCapita, ...fields('householdYear', left?.values, right?.values)] }, ...persons];
}
