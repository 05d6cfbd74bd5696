import { uuidV7 } from '#domain';
import type { HouseholdWrites, RowChange } from '../judge/verdict.js';

/** Where a batch lies: its effects lie beside it, by county of what it wrote. */
export interface BatchPlace {
  readonly batchId: string;
  readonly villageCode: string;
}

/** What some households' writes did, as rows for the undo: one per county. A new household is named alone, all below it goes with it. */
export function effectsOf(writes: readonly HouseholdWrites[], place: BatchPlace): Record<string, unknown>[] {
  return [...byCounty(writes)].map(([countyCode, ofCounty]) => {
    const changed = ofCounty.filter((one) => !one.isNew);
    const ids = (rows: readonly Readonly<Record<string, unknown>>[]) => rows.map((row) => row['id']);
    return {
      county_code: countyCode, id: uuidV7(), village_code: place.villageCode, batch_id: place.batchId,
      households: ofCounty.map((one) => one.householdId),
      created: {
        household: ofCounty.filter((one) => one.isNew).map((one) => one.householdId),
        member: changed.flatMap((one) => ids(one.inserts.member)),
        householdYear: changed.flatMap((one) => [...ids(one.inserts.householdYear), ...one.versions.householdYear.map((row) => row.changes['id'])]),
        memberYear: changed.flatMap((one) => [...ids(one.inserts.memberYear), ...one.versions.memberYear.map((row) => row.changes['id'])]),
      },
      superseded: {
        householdYear: changed.flatMap((one) => one.versions.householdYear.map((row) => row.id)),
        memberYear: changed.flatMap((one) => one.versions.memberYear.map((row) => row.id)),
      },
      before: { household: images(changed.flatMap((one) => one.updates.household)), member: images(changed.flatMap((one) => one.updates.member)) },
    };
  });
}

const images = (changes: readonly RowChange[]) => changes.map(({ id, before }) => ({ id, before }));

function byCounty(writes: readonly HouseholdWrites[]): Map<string, HouseholdWrites[]> {
  const groups = new Map<string, HouseholdWrites[]>();
  for (const one of writes) {
    const group = groups.get(one.countyCode);
    if (group) group.push(one);
    else groups.set(one.countyCode, [one]);
  }
  return groups;
}
