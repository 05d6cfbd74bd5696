import { cellReason, codeLabel, type FieldValues } from '#domain';
import { keyOf, type ExistingState } from './existing-state.js';
import { householdBySystem, type Judging } from './judge-context.js';
import { newYear } from './judge-year.js';
import type { HouseholdStatement, PersonStatement } from './statement.js';
import { noWrites, type HouseholdWrites } from './verdict.js';
import { warnOfYears } from './warnings.js';

/** Writes of a household that nobody knows yet; faults when it cannot stand alone. */
export function judgeNew(statement: HouseholdStatement, state: ExistingState, judging: Judging): HouseholdWrites | null {
  const { columns, fault } = judging;
  const heads = statement.people.filter((person) => person.values['relationToHead'] === '01');
  for (const person of statement.people) checkNewPerson(person, statement, state, judging);
  if (statement.people.length === 0) {
    fault(statement.n, { column: columns.of('virtual.headName', 'member.name'), ...cellReason('required', '系统中没有这一户；新建户须填写户主姓名', 'no such household; a new one needs the name of its head') });
  } else if (heads.length !== 1) {
    const person = heads[1] ?? statement.people[0];
    const words = heads.length === 0 ? cellReason('head', '该户没有户主', 'the household has no head') : cellReason('head', `该户有${heads.length}个户主`, `the household has ${heads.length} heads`);
    fault(person?.n ?? statement.n, { column: columns.of('member.relationToHead', 'virtual.headName'), ...words });
  }
  const [head] = heads;
  return head ? writesOf(statement, head, judging) : null;
}

/** What a person needs to be entered for the first time. */
export function checkNewPerson(person: PersonStatement, statement: HouseholdStatement, state: ExistingState, { columns, fault }: Judging): void {
  if (typeof person.values['relationToHead'] !== 'string') {
    fault(person.n, { column: columns.of('member.relationToHead'), ...cellReason('required', '请填写与户主关系', 'the relation to the head is missing') });
  }
  const code = person.values['memberCode'];
  if (typeof code === 'string' && state.byMemberCode.has(keyOf(statement.villageCode.slice(0, 6), code))) {
    fault(person.n, { column: columns.of('member.memberCode', 'virtual.headMemberCode'), ...cellReason('code-taken', '人编号已被其他人使用', 'the person number is already in use') });
  }
}

function writesOf(statement: HouseholdStatement, head: PersonStatement, judging: Judging): HouseholdWrites {
  const countyCode = statement.villageCode.slice(0, 6);
  const id = judging.writer.newId();
  const writes = noWrites(countyCode, id, true);
  const owner = { countyCode, villageCode: statement.villageCode, householdId: id, persons: statement.people.length };
  const { status, values } = standing(statement, judging);
  writes.inserts.household.push({
    county_code: countyCode, id, village_code: statement.villageCode, version: 1, created_at: judging.now, updated_at: judging.now,
    ...judging.writer.columns('household', id, values), status, head_name: head.values['name'], member_count: statement.people.length,
  });
  if (status !== 'CANDIDATE') writes.episodes.push(episodeOf(statement, status, { owner, judging }));
  for (const person of statement.people) enterPerson(person, { owner, writes, judging });
  for (const [year, { values: given }] of statement.years) writes.inserts.householdYear.push(newYear(owner, year, given, judging));
  warnOfYears(statement, writes.inserts.householdYear, judging);
  return writes;
}

/** Only whoever may load a register gives a household a standing; for others a decision does. */
function standing(statement: HouseholdStatement, { mayAdopt, warn }: Judging): { status: string; values: FieldValues } {
  const { status, ...values } = statement.values;
  const stated = typeof status === 'string' ? status : 'CANDIDATE';
  if (mayAdopt || stated === 'CANDIDATE') return { status: stated, values };
  const name = codeLabel('householdStatus', stated);
  warn({ n: statement.n, warning: 'candidate', zh: '新建户按待识别登记，其脱贫属性须经识别程序', en: 'a new household begins as a candidate; a decision makes it registered', example: name });
  return { status: 'CANDIDATE', values: Object.fromEntries(Object.entries(values).filter(([key]) => !householdBySystem.includes(key))) };
}

type Owner = { countyCode: string; villageCode: string; householdId: string; persons: number };

function episodeOf(statement: HouseholdStatement, status: string, { owner, judging }: { owner: Owner; judging: Judging }) {
  const { firstIdentifiedMonth: month, exitYear } = statement.values;
  const day = typeof month === 'string' ? `${month}-01` : judging.today;
  const exitDay = status.startsWith('EXITED_') && typeof exitYear === 'number' ? `${exitYear}-12-31` : null;
  const closed = status === 'CLEARED_OUT' || status === 'DEREGISTERED';
  return {
    county_code: owner.countyCode, id: judging.writer.newId(), village_code: owner.villageCode, household_id: owner.householdId, sequence: 1, entry_kind: 'IMPORTED',
    entered_on: day <= judging.today ? day : judging.today, status: status === 'RETURNED' ? 'REGISTERED' : status,
    exited_on: exitDay !== null && exitDay <= judging.today ? exitDay : null, closed_on: closed ? judging.today : null, close_reason: closed ? 'IMPORTED' : null,
    version: 1, created_at: judging.now, updated_at: judging.now,
  };
}

/** A person's row, their years and their entry in the register of identities. */
export function enterPerson(person: PersonStatement, { owner, writes, judging }: { owner: Owner; writes: HouseholdWrites; judging: Judging }): void {
  const id = judging.writer.newId();
  const row = {
    county_code: owner.countyCode, id, village_code: owner.villageCode, household_id: owner.householdId, version: 1, created_at: judging.now, updated_at: judging.now,
    member_status: 'ACTIVE', ...judging.writer.columns('member', id, person.values),
  };
  writes.inserts.member.push(row);
  if (person.idHash !== null && row.member_status === 'ACTIVE') {
    writes.claims.push({ countyCode: owner.countyCode, memberId: id, villageCode: owner.villageCode, householdId: owner.householdId, idHash: person.idHash });
  }
  for (const [year, { values }] of person.years) if (Object.keys(values).length > 0) writes.inserts.memberYear.push(newMemberYear({ ...owner, memberId: id }, year, values, judging));
}

export function newMemberYear(owner: Owner & { memberId: string }, year: number, values: FieldValues, judging: Judging) {
  const id = judging.writer.newId();
  return {
    county_code: owner.countyCode, id, village_code: owner.villageCode, household_id: owner.householdId, member_id: owner.memberId, year, version: 1,
    recorded_at: judging.now, ...judging.writer.columns('memberYear', id, values),
  };
}
