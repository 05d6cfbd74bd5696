import { cellReason, HEAD } from '#domain';
import { keyOf, type ExistingHousehold, type ExistingState } from './existing-state.js';
import type { WholeRow } from './existing.queries.js';
import type { Judging } from './judge-context.js';
import type { PersonStatement } from './statement.js';

/**
 * The member that a row speaks of: by document number, by person number, else by name where no number contradicts.
 * Null for a person who is new in the household, undefined when a fault was added.
 */
export function matchPerson(person: PersonStatement, existing: ExistingHousehold, { state, judging }: { state: ExistingState; judging: Judging }): WholeRow | null | undefined {
  const county = existing.household.county_code;
  const column = judging.columns.of('member.name', 'virtual.headName');
  const owner = person.idHash === null ? undefined : state.registered.get(person.idHash);
  const code = person.values['memberCode'];
  const byCode = typeof code === 'string' ? state.byMemberCode.get(keyOf(county, code)) : undefined;
  const id = owner?.member_id ?? (byCode?.household_id === existing.household.id ? byCode.id : undefined);
  const member = id === undefined ? byName(person, existing) : existing.members.find((candidate) => candidate.id === id);
  if (member === 'ambiguous') {
    judging.fault(person.n, { column, ...cellReason('ambiguous', '该户有多名同名成员，请填写证件号码或人编号', 'several members have this name; state a number') });
    return undefined;
  }
  if (member && member['member_status'] !== 'ACTIVE') {
    judging.fault(person.n, { column, ...cellReason('left', '该成员已不在户内，请使用“增加成员”功能', 'the member has left the household') });
    return undefined;
  }
  return member ?? null;
}

function byName(person: PersonStatement, existing: ExistingHousehold): WholeRow | 'ambiguous' | undefined {
  const matches = existing.members.filter((member) => member['member_status'] === 'ACTIVE' && member['name'] === person.values['name']
    && (person.idHash === null || member['id_no_bidx'] === null) && contradictsNot(person, member));
  if (matches.length > 1) return matches.filter((member) => (member['relation_to_head'] === HEAD) === (person.values['relationToHead'] === HEAD)).length === 1 ? matches.find((member) => (member['relation_to_head'] === HEAD) === (person.values['relationToHead'] === HEAD)) : 'ambiguous';
  return matches[0];
}

function contradictsNot(person: PersonStatement, member: WholeRow): boolean {
  const [code, birth] = [person.values['memberCode'], person.values['birthDate']];
  const differs = (given: unknown, held: unknown) => typeof given === 'string' && typeof held === 'string' && given !== held;
  return !differs(code, member['member_code']) && !differs(birth, member['birth_date']);
}
