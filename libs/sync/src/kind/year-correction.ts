import { Injectable } from '@nestjs/common';
import { mergeFields, type CaseId, type ContestedValue, type Values } from '#domain';
import { HouseholdReader, HouseholdYearService, type MemberYearInput } from '#households';
import { ContestedFields } from '../contested/contested-fields.js';
import { caseIdOf, checkedFields, objectOf, onlyKeys, shownValue, textOf } from './correction-payload.js';
import { CurrentRows, type CurrentRow } from './current-rows.js';
import { payloadFault, type Incoming, type OperationHandler, type Outcome } from './operation-handler.js';

interface MemberPart {
  readonly memberId: CaseId;
  readonly baseVersion: number | undefined;
  readonly values: Values;
  readonly base: Values;
}

/** `year.correct` {year, reason, values, base, members: [{memberId, baseVersion, values, base}]}: a year of a household and its persons. */
@Injectable()
export class YearCorrection implements OperationHandler {
  readonly kind = 'year.correct';

  constructor(
    private readonly reader: HouseholdReader,
    private readonly years: HouseholdYearService,
    private readonly rows: CurrentRows,
    private readonly contested: ContestedFields,
  ) {}

  async apply({ operation, entity, payload }: Incoming): Promise<Outcome> {
    onlyKeys(payload, ['year', 'reason', 'values', 'base', 'members']);
    const year = yearOf(payload['year']);
    const reason = textOf(payload, 'reason', 500);
    const values = checkedFields('householdYear', objectOf(payload, 'values'), ['year']);
    const parts = membersOf(payload['members']);
    const card = await this.reader.lockForDecision(entity);
    const current = await this.rows.year(entity, year);
    const own = merged('householdYear', current, { baseVersion: operation.baseVersion, values, base: objectOf(payload, 'base') });
    const members: MemberYearInput[] = [];
    const contested: { memberId: string; version: number; values: readonly ContestedValue[] }[] = [];
    for (const part of parts) {
      const row = await this.rows.memberYear(entity, part.memberId.id, year);
      const merge = merged('memberYear', row, part);
      if (Object.keys(merge.apply).length > 0) members.push({ memberId: part.memberId.id, values: merge.apply });
      if (merge.contested.length > 0) contested.push({ memberId: part.memberId.id, version: row?.version ?? 0, values: merge.contested });
    }
    if (!current) await this.years.record(entity, year, { values: own.apply, members, reason });
    else if (Object.keys(own.apply).length > 0 || members.length > 0) await this.years.correct(entity, year, { version: current.version, values: own.apply, members, reason });
    const place = { household: entity, villageCode: card.villageCode, year, reason };
    const fields = await this.contested.keep(operation, { ...place, entity: 'householdYear', entityId: entity.id }, { version: current?.version ?? 0, values: own.contested });
    for (const { memberId, ...rest } of contested) fields.push(...(await this.contested.keep(operation, { ...place, entity: 'memberYear', entityId: memberId }, rest)));
    return { version: (await this.rows.year(entity, year))?.version, contested: fields, householdId: entity.id };
  }
}

function merged(entity: 'householdYear' | 'memberYear', row: CurrentRow | null, sent: { baseVersion: number | undefined; values: Values; base: Values }) {
  return mergeFields({ ...sent, current: row?.values ?? {}, currentVersion: row?.version ?? 0, shown: shownValue(entity) });
}

function yearOf(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 2000 || (value as number) > 2100) throw payloadFault('year', 'year');
  return value as number;
}

function membersOf(value: unknown): MemberPart[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > 50) throw payloadFault('members', 'list');
  return value.map((given: unknown, index) => {
    if (typeof given !== 'object' || given === null) throw payloadFault(`members.${index}`, 'object');
    const part = given as Record<string, unknown>;
    onlyKeys(part, ['memberId', 'baseVersion', 'values', 'base']);
    const version = part['baseVersion'];
    if (version !== undefined && !Number.isSafeInteger(version)) throw payloadFault(`members.${index}.baseVersion`, 'integer');
    return {
      memberId: caseIdOf(part, 'memberId'), baseVersion: version as number | undefined, base: objectOf(part, 'base'),
      values: checkedFields('memberYear', objectOf(part, 'values'), ['year'], `payload.members.${index}.values`),
    };
  });
}
