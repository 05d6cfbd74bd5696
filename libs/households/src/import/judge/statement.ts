import { cellReason, findField, HEAD, type CellFault, type FieldEntity, type FieldValues, type Recognition } from '#domain';
import type { FileColumns } from '../read/file-columns.js';
import type { PreparedRow, RowGroup } from '../read/prepared-row.js';

/** What the file says about one person. */
export interface PersonStatement {
  /** Row that speaks for the person. */
  readonly n: number;
  readonly values: FieldValues;
  readonly idHash: string | null;
  readonly years: Map<number, { n: number; values: FieldValues }>;
}

/** What the file says about one household, its rows put together. */
export interface HouseholdStatement {
  /** Row that speaks for the household: that of the head. */
  readonly n: number;
  readonly villageCode: string;
  readonly values: FieldValues;
  readonly years: Map<number, { n: number; values: FieldValues }>;
  readonly people: PersonStatement[];
}

export type AddFault = (n: number, fault: CellFault) => void;

/** Personal lines of a household row: each person may write their own, the head's counts. */
const headsOwn = new Set(['phone', 'bankName', 'bankAccountNo']);

/** Puts the rows of a household together. Rows that contradict one another are faults, each shown where it stands. */
export function stateOf(group: RowGroup, context: { sheet: Recognition['sheet']; columns: FileColumns; fault: AddFault }): HouseholdStatement {
  const ordered = order(group, context.sheet);
  const first = ordered[0] as PreparedRow; // a group has at least one row
  const statement: HouseholdStatement = { n: first.raw.n, villageCode: first.villageCode ?? '', values: {}, years: new Map(), people: [] };
  const sources = new Map<string, number>();
  for (const row of ordered) {
    if (row.villageCode !== first.villageCode) {
      context.fault(row.raw.n, { column: context.columns.of('virtual.villageName', 'household.villageCode'), ...cellReason('contradiction', `与同户第${first.raw.n}行的嘎查村不一致`, `the village differs from row ${first.raw.n}`) });
    }
    const add = adder(row, { ...context, sources });
    add('household', statement.values, row.reading.household, '');
    if (Object.keys(row.reading.householdYear).length > 0) add('householdYear', yearOf(statement.years, row), row.reading.householdYear, String(row.year));
    addPerson(statement, row, context);
  }
  return statement;
}

/** On sheets of persons the head speaks first; on sheets of households a later year speaks last and holds. */
function order({ rows }: RowGroup, sheet: Recognition['sheet']): PreparedRow[] {
  if (sheet === 'household') return [...rows].sort((a, b) => a.year - b.year || a.raw.n - b.raw.n);
  return [...rows].sort((a, b) => Number(isHead(b)) - Number(isHead(a)) || a.raw.n - b.raw.n);
}

const isHead = ({ reading }: PreparedRow) => reading.member['relationToHead'] === HEAD;

function yearOf(years: HouseholdStatement['years'], row: PreparedRow): FieldValues {
  let record = years.get(row.year);
  if (!record) years.set(row.year, (record = { n: row.raw.n, values: {} }));
  return record.values;
}

type Context = { sheet: Recognition['sheet']; columns: FileColumns; fault: AddFault; sources: Map<string, number> };

function adder(row: PreparedRow, { sheet, columns, fault, sources }: Context) {
  return (entity: FieldEntity, into: FieldValues, from: FieldValues, scope: string): void => {
    for (const key of Object.keys(from)) {
      const value = from[key] ?? null;
      const held = into[key];
      const place = `${entity}${scope}.${key}`;
      if (held !== undefined && JSON.stringify(held) !== JSON.stringify(value)) {
        if (headsOwn.has(key) && sheet === 'person') continue;
        if (sheet === 'person' || scope !== '') {
          const zh = findField(entity, key)?.zh ?? key;
          fault(row.raw.n, { column: columns.field(entity, key), ...cellReason('contradiction', `“${zh}”与同户第${sources.get(place) ?? 0}行不一致`, `${key} differs from row ${sources.get(place) ?? 0}`) });
          continue;
        }
      }
      into[key] = value;
      sources.set(place, row.raw.n);
    }
  };
}

function addPerson(statement: HouseholdStatement, row: PreparedRow, { sheet, columns, fault }: { sheet: Recognition['sheet']; columns: FileColumns; fault: AddFault }): void {
  const { member, memberYear } = row.reading;
  const { n } = row.raw;
  if (Object.keys(member).length === 0 && Object.keys(memberYear).length === 0) {
    if (sheet === 'household') refuseSameYear(statement, row, { columns, fault });
    return;
  }
  if (typeof member['name'] !== 'string') {
    fault(n, { column: columns.of('member.name', 'virtual.headName'), ...cellReason('required', '请填写姓名', 'the name is missing') });
    return;
  }
  let person = statement.people.find((candidate) => samePerson(candidate, row));
  if (!person) statement.people.push((person = { n, values: { ...member }, idHash: row.idHash, years: new Map() }));
  else {
    if (sheet === 'person' && person.years.has(row.year)) fault(n, { column: columns.of('member.name'), ...cellReason('repeated', `与第${person.n}行是同一人`, `is the same person as row ${person.n}`) });
    if (sheet === 'household') refuseSameYear(statement, row, { columns, fault });
    Object.assign(person.values, member);
  }
  person.years.set(row.year, { n, values: memberYear });
}

function refuseSameYear(statement: HouseholdStatement, row: PreparedRow, { columns, fault }: { columns: FileColumns; fault: AddFault }): void {
  const first = statement.years.get(row.year)?.n ?? statement.people[0]?.years.get(row.year)?.n;
  if (first === undefined || first === row.raw.n) return;
  fault(row.raw.n, { column: columns.of('household.householdCode', 'virtual.headName'), ...cellReason('repeated', `与第${first}行是同一户同一年度`, `is the same household and year as row ${first}`) });
}

function samePerson(person: PersonStatement, row: PreparedRow): boolean {
  const { member } = row.reading;
  if (person.idHash !== null && row.idHash !== null) return person.idHash === row.idHash;
  const [code, held] = [member['memberCode'], person.values['memberCode']];
  if (typeof code === 'string' && typeof held === 'string') return code === held;
  return member['name'] === person.values['name'];
}
