import { cellReason, HEAD, type FieldValues } from '#domain';
import type { StoredRow } from '../../store/columns.js';
import { beforeOf, changedValues } from './changes.js';
import { keyOf, type ExistingHousehold, type ExistingState } from './existing-state.js';
import type { WholeRow } from './existing.queries.js';
import { householdBySystem, memberBySystem, type Judging } from './judge-context.js';
import { checkNewPerson, enterPerson, newMemberYear } from './judge-new.js';
import { correctedYear, newYear, nextVersion } from './judge-year.js';
import { matchPerson } from './match-person.js';
import type { HouseholdStatement, PersonStatement } from './statement.js';
import { noWrites, type HouseholdWrites, type Outcome } from './verdict.js';
import { warnOfStanding, warnOfYears } from './warnings.js';

const CLOSED: readonly unknown[] = ['CLEARED_OUT', 'DEREGISTERED'];

export interface ExistingVerdict {
  readonly writes: HouseholdWrites;
  readonly marks: Map<number, Outcome>;
}

/** What the file changes about a household that is known. Blank cells say nothing; nobody is removed by being absent. */
export function judgeExisting(statement: HouseholdStatement, existing: ExistingHousehold, context: { state: ExistingState; judging: Judging }): ExistingVerdict {
  const { household } = existing;
  const { judging } = context;
  const writes = noWrites(household.county_code, household.id, false);
  const marks = new Map<number, Outcome>();
  const mark = (n: number, outcome: Outcome) => marks.set(n, marks.get(n) === 'created' ? 'created' : outcome);
  const work = { ...context, existing, writes, mark, owner: { countyCode: household.county_code, villageCode: household.village_code, householdId: household.id, persons: 0 } };
  const after = judgePeople(statement, work);
  work.owner.persons = after.length;
  judgeHousehold(statement, after, work);
  for (const [year, { n, values }] of statement.years) judgeYear(year, { n, values }, work);
  warnOfStanding(statement, household, judging);
  warnOfYears(statement, writes.inserts.householdYear, judging);
  if (marks.size > 0 && CLOSED.includes(household['status'])) {
    judging.fault(statement.n, { column: judging.columns.of('household.householdCode', 'member.name', 'virtual.headName'), ...cellReason('closed', '该户已清退或注销，不能再修改', 'the household was cleared out or deregistered') });
  }
  return { writes, marks };
}

interface Work {
  readonly state: ExistingState;
  readonly judging: Judging;
  readonly existing: ExistingHousehold;
  readonly writes: HouseholdWrites;
  readonly mark: (n: number, outcome: Outcome) => void;
  readonly owner: { countyCode: string; villageCode: string; householdId: string; persons: number };
}

interface PersonAfter {
  readonly name: string;
  readonly relation: string;
}

/** Changes of each person; returns who is in the household afterwards. */
function judgePeople(statement: HouseholdStatement, work: Work): PersonAfter[] {
  const { existing, judging } = work;
  const active = new Map(existing.members.filter((member) => member['member_status'] === 'ACTIVE').map((member) => [member.id, { name: String(member['name']), relation: String(member['relation_to_head']) }]));
  const fresh: PersonAfter[] = [];
  for (const person of statement.people) {
    const member = matchPerson(person, existing, work);
    if (member === undefined) continue;
    if (member === null) {
      checkNewPerson(person, statement, work.state, judging);
      enterPerson(person, { owner: work.owner, writes: work.writes, judging });
      work.mark(person.n, 'created');
      fresh.push({ name: String(person.values['name']), relation: String(person.values['relationToHead']) });
      continue;
    }
    judgeMember(person, member, work);
    active.set(member.id, { name: String(person.values['name']), relation: String(person.values['relationToHead'] ?? member['relation_to_head']) });
  }
  const after = [...active.values(), ...fresh];
  const heads = after.filter((person) => person.relation === HEAD);
  if (heads.length !== 1) {
    const speaker = statement.people.find((person) => person.values['relationToHead'] === HEAD);
    judging.fault(speaker?.n ?? statement.n, {
      column: judging.columns.of('member.relationToHead', 'virtual.headName'),
      ...cellReason('head', `户主与系统记录（${String(existing.household['head_name'])}）不一致，变更户主请使用“变更户主”功能或同时更正全部成员的关系`, 'the head differs from the record'),
    });
  }
  return after;
}

function judgeMember(person: PersonStatement, member: WholeRow, { state, writes, judging, mark, existing, owner }: Work): void {
  const changed = changedValues('member', person.values, member, { writer: judging.writer, except: memberBySystem });
  const document = member['id_no_bidx'] !== null && person.values['idNo'] === undefined ? ['birthDate', 'gender'].find((key) => key in changed) : undefined;
  if (document !== undefined) {
    judging.fault(person.n, { column: judging.columns.field('member', document), ...cellReason('id-number', '与系统中的证件号码不一致', 'contradicts the document number on record') });
  }
  refuseTakenCode(person, member, { changed, state, judging });
  if (Object.keys(changed).length > 0) {
    const columns = { ...judging.writer.columns('member', member.id, changed), ...(changed['idNo'] === undefined ? {} : { id_no_bidx: person.idHash }) };
    const changes = { ...columns, version: member.version + 1, updated_at: judging.now };
    writes.updates.member.push({ countyCode: member.county_code, id: member.id, changes, before: beforeOf(member, changes) });
    mark(person.n, 'updated');
    if (person.idHash !== null && person.idHash !== member['id_no_bidx']) {
      if (member['id_no_bidx'] !== null) writes.releases.push(member.id);
      writes.claims.push({ countyCode: owner.countyCode, memberId: member.id, villageCode: owner.villageCode, householdId: owner.householdId, idHash: person.idHash });
    }
  }
  for (const [year, { n, values }] of person.years) {
    if (Object.keys(values).length === 0) continue;
    const row = existing.memberYears.get(`${member.id}/${year}`);
    if (row && Object.keys(changedValues('memberYear', values, row, judging)).length === 0) continue;
    if (!row) writes.inserts.memberYear.push(newMemberYear({ ...owner, memberId: member.id }, year, values, judging));
    else {
      const id = judging.writer.newId();
      const changes = { ...judging.writer.columns('memberYear', id, changedValues('memberYear', values, row, judging)), ...nextVersion(row, id, judging) };
      writes.versions.memberYear.push({ countyCode: row.county_code, id: row.id, changes, before: beforeOf(row, changes) });
    }
    mark(n, 'updated');
  }
}

function refuseTakenCode(person: PersonStatement, member: WholeRow, { changed, state, judging }: { changed: FieldValues; state: ExistingState; judging: Judging }): void {
  const code = changed['memberCode'];
  const owner = typeof code === 'string' ? state.byMemberCode.get(keyOf(member.county_code, code)) : undefined;
  if (owner && owner.id !== member.id) {
    judging.fault(person.n, { column: judging.columns.of('member.memberCode', 'virtual.headMemberCode'), ...cellReason('code-taken', '人编号已被其他人使用', 'the person number is already in use') });
  }
}

function judgeHousehold(statement: HouseholdStatement, after: readonly PersonAfter[], { existing, writes, judging, mark }: Work): void {
  const { household } = existing;
  const changed = changedValues('household', statement.values, household, { writer: judging.writer, except: householdBySystem });
  const head = after.find((person) => person.relation === HEAD)?.name ?? household['head_name'];
  const counted: StoredRow = { ...(head === household['head_name'] ? {} : { head_name: head }), ...(after.length === household['member_count'] ? {} : { member_count: after.length }) };
  if (Object.keys(changed).length === 0 && Object.keys(counted).length === 0) return;
  const changes = { ...judging.writer.columns('household', household.id, changed), ...counted, version: household.version + 1, updated_at: judging.now };
  writes.updates.household.push({ countyCode: household.county_code, id: household.id, changes, before: beforeOf(household, changes) });
  mark(statement.n, 'updated');
}

function judgeYear(year: number, { n, values }: { n: number; values: FieldValues }, { existing, writes, judging, mark, owner }: Work): void {
  const row = existing.years.get(year);
  if (!row) writes.inserts.householdYear.push(newYear(owner, year, values, judging));
  else {
    const correction = correctedYear(row, { ...values }, owner, judging);
    if (!correction) return;
    writes.versions.householdYear.push(correction);
  }
  mark(n, 'updated');
}
