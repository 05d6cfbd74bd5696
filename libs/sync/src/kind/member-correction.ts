import { Injectable } from '@nestjs/common';
import { mergeFields, problem } from '#domain';
import { HouseholdReader, HouseholdService, MEMBER_BY_SYSTEM } from '#households';
import { ContestedFields } from '../contested/contested-fields.js';
import { caseIdOf, checkedFields, objectOf, onlyKeys, shownValue } from './correction-payload.js';
import { CurrentRows } from './current-rows.js';
import type { Incoming, OperationHandler, Outcome } from './operation-handler.js';

/** `member.correct` {householdId, values, base}: fields of one person, merged one by one. */
@Injectable()
export class MemberCorrection implements OperationHandler {
  readonly kind = 'member.correct';

  constructor(
    private readonly reader: HouseholdReader,
    private readonly households: HouseholdService,
    private readonly rows: CurrentRows,
    private readonly contested: ContestedFields,
  ) {}

  async apply({ operation, entity, payload }: Incoming): Promise<Outcome> {
    onlyKeys(payload, ['householdId', 'values', 'base']);
    const values = checkedFields('member', objectOf(payload, 'values'), MEMBER_BY_SYSTEM);
    const household = caseIdOf(payload, 'householdId');
    const card = await this.reader.lockForDecision(household);
    const current = await this.rows.member(entity, household);
    if (!current) throw problem('not-found');
    const merge = mergeFields({
      current: current.values, currentVersion: current.version, baseVersion: operation.baseVersion, base: objectOf(payload, 'base'), values, shown: shownValue('member'),
    });
    if (Object.keys(merge.apply).length > 0) await this.households.correctMember(household, entity, { version: current.version, values: merge.apply });
    const place = { household, villageCode: card.villageCode, entity: 'member' as const, entityId: entity.id, year: null };
    const contested = await this.contested.keep(operation, place, { version: current.version, values: merge.contested });
    return { version: (await this.rows.member(entity, household))?.version, contested, householdId: household.id };
  }
}
