import type { CleanHousehold, CleanMember, CleanRegion, Row } from '../clean-region.js';

/** What a list of another department says of a person. */
export interface ListedPerson {
  /** The head without it. */
  readonly member?: CleanMember;
  /** Values under the names of the register's columns, in fen and YYYY-MM-DD. */
  readonly detail?: Row;
  readonly strength?: 'ID' | 'NAME_BIRTH' | 'DOUBTFUL';
  readonly verdict?: 'TRUE' | 'FALSE_ALARM' | 'OPEN';
}

const listOn = '2025-12-01';
const nobody = '00000000-0000-7000-8000-000000000001';
const lists = new WeakMap<CleanRegion, Map<string, Row>>();

/** A finished comparison of a register that covers one village; the same one whenever it is asked for, so that lists do not hide each other. */
export function listCovers(region: CleanRegion, register: string, village: string): Row {
  const known = lists.get(region) ?? new Map<string, Row>();
  lists.set(region, known);
  const found = known.get(`${register} ${village}`);
  if (found) return found;
  const place = { county_code: village.slice(0, 6), village_code: village };
  const list = region.add('comparison', {
    ...place, id: region.id(), division_code: village, register_code: register, department: '测试部门', purpose_code: 'INSPECTION', purpose: '测试用的比对', list_on: listOn, state: 'done', file_name: 'list.csv',
    file_kind: 'csv', file_sha256: '0'.repeat(64), file_bytes: 1, mapping: {}, notes: [], progress: 100, cancel_requested: false, actor: {}, keep_until: '2099-01-01', created_at: listOn, created_by: nobody, version: 1,
  });
  region.add('comparison_coverage', { ...place, id: region.id(), register_code: register, comparison_id: list['id'], list_on: listOn, from_code: village, to_code: `${village}:` });
  known.set(`${register} ${village}`, list);
  return list;
}

/** Puts a person of a household on the list of its village. */
export function onList(region: CleanRegion, register: string, household: CleanHousehold, { member, detail = {}, strength = 'ID', verdict }: ListedPerson = {}): Row {
  const list = listCovers(region, register, household.place.village_code);
  const person = member ?? household.members[0];
  if (!person) throw new Error('nobody to be listed');
  const n = region.next();
  const match = region.add('comparison_match', {
    ...household.place, id: region.id(), comparison_id: list['id'], register_code: register, list_on: listOn, line_n: n, household_id: household.id, member_id: person.id, strength,
    doubt: strength === 'DOUBTFUL' ? 'OTHER_NAME' : null, match_key: `${person.id}:${n}`, list_name: person.row['name'], detail,
  });
  if (verdict) {
    region.add('comparison_verdict', { ...household.place, id: region.id(), register_code: register, match_key: match['match_key'], match_id: match['id'], verdict, reason: '测试判定', decided_at: '2025-12-02', decided_by: nobody });
  }
  return match;
}

/** A household on the list of monitored ones, with everything in order; `detail` changes what the list says (undefined: it lacks the column). */
export function monitored(region: CleanRegion, household: CleanHousehold, detail: Row = {}): Row {
  return onList(region, 'monitoring', household, {
    detail: {
      category: 'UNSTABLE_EXITED', risk1: '务工就业不稳', risk2: null, identifiedMonth: '2024-03', perHeadIncomeFen: 700_000, outOfPocketFen: 300_000, cancelledMonth: null, cancelMode: null, safetyNet: false,
      consentOn: '2024-03-05', comparedOn: '2024-03-10', ...detail,
    },
  });
}
