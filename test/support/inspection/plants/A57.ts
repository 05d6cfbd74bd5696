import { createHash } from 'node:crypto';
import { addVisit, type CleanRegion, type Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

type Household = ReturnType<CleanRegion['household']>;

/** Somebody who helps these households beside their helpers, and whose visits are therefore in order. */
function visitorOf(region: CleanRegion, households: readonly Household[]): Row {
  const n = region.next();
  const [first] = households;
  if (!first) throw new Error('no household');
  const helper = region.add('helper', {
    county_code: first.place.county_code, village_code: first.place.county_code.padEnd(12, '0'), id: region.id(), name: `走访人${n}`, unit: '旗农牧局', affiliation: 'COUNTY', rank: 'STAFF', user_id: region.id(), content_hash: `visitor${n}`,
  });
  for (const { pairing } of households) region.add('pairing', { ...pairing, id: region.id(), helper_id: helper['id'], helper_name: helper['name'], content_hash: `visitor${region.next()}` });
  return helper;
}

function households(region: CleanRegion, count: number): Household[] {
  return Array.from({ length: count }, () => region.household({ village: region.villages[0] ?? '' }));
}

function photo(region: CleanRegion, household: Household, visit: Row, content: string): Row {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const attachment = region.add('attachment', {
    ...household.place, id: region.id(), household_id: household.id, kind: 'photo', state: 'READY', mime: 'image/jpeg', bytes: 1_000, sha256, kept_mime: 'image/jpeg', kept_bytes: 900, kept_sha256: sha256, uploaded_by: region.id(),
  });
  visit['attachment_ids'] = [attachment['id']];
  return attachment;
}

/**
 * The same words for five households, a photograph of two, two visits of three by telephone, four homes in a day, a sign-in too far
 * away. Near: four households, half of the visits, the photograph of a visit and its correction, three homes and a call, just near enough.
 */
export const plantA57: CheckPlant = {
  code: 'A57',
  parameters: { max_homes_per_day: 3, max_distance_m: 2_000 },
  fault(region, n) {
    if (n === 0) {
      const visited = households(region, 5);
      const visitor = visitorOf(region, visited);
      const words = `走访了解情况，一切正常${region.next()}`;
      visited.forEach((household, i) => { addVisit(region, household, visitor, `2025-06-0${i + 1}`)['notes'] = i === 4 ? ` ${words} ` : words; });
      return [keyOf('A57', `text:${String(visitor['user_id'])}:${createHash('md5').update(words).digest('hex')}`)];
    }
    if (n === 1) {
      const [one, two] = households(region, 2);
      const [first, second] = [one?.visits[0], two?.visits[5]];
      if (!one || !two || !first || !second) throw new Error('no visits');
      photo(region, one, first, 'the same');
      photo(region, two, second, 'the same');
      return [first, second].map((visit) => keyOf('A57', `photo:${String(visit['id'])}`));
    }
    const visited = households(region, 1);
    const visitor = visitorOf(region, visited);
    ['PHONE', 'VILLAGE_OFFICE', 'HOME'].forEach((way, i) => visited.forEach((household) => { addVisit(region, household, visitor, `2025-07-1${i}`)['way'] = way; }));
    const many = households(region, 4);
    const quick = visitorOf(region, many);
    for (const household of many) addVisit(region, household, quick, '2025-07-20');
    const [far] = households(region, 1);
    if (far) onList(region, 'visit_sign_in', far, { detail: { visitedOn: '2025-07-21', visitor: '走访人甲', distanceM: 2_001 } });
    return [keyOf('A57', `away:${String(visitor['user_id'])}`), keyOf('A57', `day:${String(quick['user_id'])}:2025-07-20`), keyOf('A57', `far:${far?.id ?? ''}:2025-07-21:走访人甲`)];
  },
  nearMiss(region, n) {
    if (n === 0) {
      const visited = households(region, 4);
      const visitor = visitorOf(region, visited);
      for (const [i, household] of [...visited, ...visited.slice(0, 1)].entries()) addVisit(region, household, visitor, `2025-06-1${i}`)['notes'] = `下雨，路不好走${region.villages.length}`;
    } else if (n === 1) {
      const [household] = households(region, 1);
      const [visit] = household?.visits ?? [];
      if (!household || !visit) throw new Error('no visits');
      const attachment = photo(region, household, visit, 'corrected');
      region.add('visit', { ...visit, id: region.id(), attachment_ids: [attachment['id']], corrects_id: visit['id'], correction_no: 1, correction_reason: '漏记', content_hash: `visit${region.next()}` });
    } else {
      const visited = households(region, 1);
      const visitor = visitorOf(region, visited);
      ['PHONE', 'VILLAGE_OFFICE', 'HOME', 'HOME'].forEach((way, i) => visited.forEach((household) => { addVisit(region, household, visitor, `2025-08-1${i}`)['way'] = way; }));
      const many = households(region, 4);
      const quick = visitorOf(region, many);
      many.forEach((household, i) => { addVisit(region, household, quick, '2025-08-20')['way'] = i === 0 ? 'PHONE' : 'HOME'; });
      const [near] = households(region, 1);
      if (near) onList(region, 'visit_sign_in', near, { detail: { visitedOn: '2025-08-21', visitor: '走访人甲', distanceM: 2_000 } });
    }
  },
};
