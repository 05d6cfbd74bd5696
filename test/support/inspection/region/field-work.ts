import { assuranceItems } from '#domain';
import type { CleanRegion } from '../clean-region.js';
import type { HouseholdPart } from './household.js';
import type { Row } from './tables.js';

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
const answers = assuranceItems.map((item) => ({ item, state: 'OK', carried: false, count: 0 }));

/** A helper of their own since the beginning of 2024. */
export function addPairing(region: CleanRegion, { id, place }: HouseholdPart): { helper: Row; pairing: Row } {
  const n = region.next();
  const helper = region.add('helper', {
    county_code: place.county_code, village_code: place.county_code.padEnd(12, '0'), id: region.id(), name: `帮扶人${n}`, unit: '旗教育局', affiliation: 'COUNTY', rank: 'STAFF', user_id: region.id(), content_hash: `helper${n}`,
  });
  const pairing = region.add('pairing', {
    ...place, id: region.id(), household_id: id, helper_id: helper['id'], helper_name: helper['name'], helper_unit: helper['unit'], helper_rank: 'STAFF', started_on: '2024-01-01', ended_on: null, content_hash: `pairing${n}`,
  });
  return { helper, pairing };
}

/** One visit a month at the home, each with words of its own. */
export function addVisits(region: CleanRegion, { id, place }: HouseholdPart, helper: Row): Row[] {
  return months.map((month, i) => addVisit(region, { id, place }, helper, `${region.year}-${month}-${String(1 + ((region.next() + i) % 28)).padStart(2, '0')}`));
}

/** A visit on a day, with words of its own. */
export function addVisit(region: CleanRegion, { id, place }: Pick<HouseholdPart, 'id' | 'place'>, helper: Row, on: string): Row {
  const n = region.next();
  return region.add('visit', {
    ...place, id: region.id(), recorded_on: on, household_id: id, way: 'HOME', types: ['SITUATION'], visited_at: `${on}T02:00:00Z`, visited_on: on, clock_ahead: false, recorded_at: `${on}T03:00:00Z`,
    visitor_id: helper['user_id'], visitor_name: helper['name'], visitor_role: 'team_member', persons_met: [], assurances: answers, income_changes: [], needs: [], problems: [],
    notes: `第${n}次走访，看了牛羊和账本`, attachment_ids: [], correction_no: 0, content_hash: `visit${n}`,
  });
}

/** A team of three in the village, 20 days of every month of the year. */
export function addTeam(region: CleanRegion, village: string): { team: Row; members: Row[]; days: Row[] } {
  const place = { county_code: village.slice(0, 6), village_code: village };
  const team = region.add('work_team', {
    ...place, id: region.id(), name: `驻村工作队${village}`, sending_unit: '旗水利局', sending_affiliation: 'COUNTY', term_from: '2024-01-01', term_to: '2026-12-31', status: 'ACTIVE', content_hash: `team${region.next()}`,
  });
  const members = ['FIRST_SECRETARY', 'LEADER', 'MEMBER'].map((role) => region.add('team_member', {
    ...place, id: region.id(), team_id: team['id'], name: `队员${region.next()}`, role, user_id: region.id(), unit: '旗水利局', affiliation: 'COUNTY', rank: 'STAFF', joined_on: '2024-01-01', left_on: null,
  }));
  region.add('team_village', {
    ...place, id: region.id(), team_id: team['id'], is_seat: true, team_name: team['name'], sending_unit: '旗水利局', first_secretary: members[0]?.['name'], size: 3, term_to: '2026-12-31', from_on: '2024-01-01',
  });
  const days = members.flatMap((member) => months.map((_, i) => region.add('team_days', {
    ...place, id: region.id(), team_id: team['id'], member_id: member['id'], year: region.year, month: i + 1, days: Array.from({ length: 20 }, (__, d) => d + 1), day_count: 20, version: 1,
    recorded_by: member['user_id'], recorded_by_name: member['name'], recorded_at: `${region.year}-12-30T00:00:00Z`,
  })));
  return { team, members, days };
}
