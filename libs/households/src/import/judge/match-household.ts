import { cellReason } from '#domain';
import type { Judging } from './judge-context.js';
import { keyOf, type ExistingHousehold, type ExistingState } from './existing-state.js';
import type { HeadRow } from './existing.queries.js';
import type { HouseholdStatement, PersonStatement } from './statement.js';

const elsewhere = cellReason('registered', '该证件号码已在其他地区登记，同一人不能重复建档', 'this document number is already registered elsewhere');
const otherHousehold = cellReason('registered', '该证件号码已登记在另一户', 'this document number is registered in another household');

/**
 * The household that the rows speak of: by its number, else by a registered person, else by village and name of the head.
 * Null when it is new; faults are added when the answer is not certain.
 */
export function matchHousehold(statement: HouseholdStatement, state: ExistingState, judging: Judging): ExistingHousehold | null {
  const county = statement.villageCode.slice(0, 6);
  const code = statement.values['householdCode'];
  const byCode = typeof code === 'string' ? state.byCode.get(keyOf(county, code)) : undefined;
  const wanted = byCode === undefined ? byPerson(statement, state) : keyOf(county, byCode);
  const column = judging.columns.of('member.idNo', 'virtual.headIdNo');
  for (const person of statement.people) {
    if (person.idHash === null) continue;
    const owner = state.registered.get(person.idHash);
    if (state.takenElsewhere.has(person.idHash)) judging.fault(person.n, { column, ...elsewhere });
    else if (owner && keyOf(owner.county_code, owner.household_id) !== wanted) judging.fault(person.n, { column, ...otherHousehold });
  }
  const found = wanted === null ? byHead(statement, state, judging) : (state.households.get(wanted) ?? null);
  const held = found?.household['household_code'];
  if (typeof held === 'string' && typeof code === 'string' && held !== code) {
    judging.fault(statement.n, {
      column: judging.columns.of('household.householdCode'),
      ...cellReason('other-code', '该户在系统中有另一户编号，请核对', 'the household has another number on record'),
    });
  }
  if (found && found.household.village_code !== statement.villageCode) {
    judging.fault(statement.n, {
      column: judging.columns.of('virtual.villageName', 'household.villageCode'),
      ...cellReason('moved', '该户登记在另一嘎查村，迁移请使用“迁移”功能', 'the household is registered in another village; use the move'),
    });
  }
  return found;
}

function byPerson(statement: HouseholdStatement, state: ExistingState): string | null {
  const owners = statement.people.flatMap((person) => (person.idHash === null ? [] : (state.registered.get(person.idHash) ?? [])));
  const [owner] = owners;
  return owner ? keyOf(owner.county_code, owner.household_id) : null;
}

/** Only a household that nothing contradicts: another number, or another document number of its head, is another family. */
function byHead(statement: HouseholdStatement, state: ExistingState, judging: Judging): ExistingHousehold | null {
  const head = headOf(statement);
  if (!head) return null;
  const agreeing = (state.byHead.get(keyOf(statement.villageCode, String(head.values['name']))) ?? []).filter((row) => agrees(row, statement, head));
  // A row without numbers speaks first of the household without numbers.
  const plain = agreeing.filter((row) => row.household_code === null && row.id_no_bidx === null);
  const rows = plain.length === 1 ? plain : agreeing;
  const [row] = rows;
  if (rows.length > 1) {
    judging.fault(statement.n, {
      column: judging.columns.of('member.name', 'virtual.headName'),
      ...cellReason('ambiguous', `本嘎查村有${rows.length}户的户主同名，请填写户编号或证件号码`, `${rows.length} households of the village have a head of this name; state a number`),
    });
  }
  return row ? (state.households.get(keyOf(row.county_code, row.id)) ?? null) : null;
}

function agrees(row: HeadRow, statement: HouseholdStatement, head: PersonStatement): boolean {
  const code = statement.values['householdCode'];
  if (typeof code === 'string' && row.household_code !== null && row.household_code !== code) return false;
  return head.idHash === null || row.id_no_bidx === null || row.id_no_bidx === head.idHash;
}

/** The person whom the file calls head. */
export function headOf(statement: HouseholdStatement): PersonStatement | undefined {
  return statement.people.find((person) => person.values['relationToHead'] === '01');
}
