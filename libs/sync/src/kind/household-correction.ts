import { Injectable } from '@nestjs/common';
import { mergeFields, problem } from '#domain';
import { HOUSEHOLD_BY_SYSTEM, HouseholdReader, HouseholdService } from '#households';
import { ContestedFields } from '../contested/contested-fields.js';
import { checkedFields, objectOf, onlyKeys, shownValue } from './correction-payload.js';
import { CurrentRows } from './current-rows.js';
import type { Incoming, OperationHandler, Outcome } from './operation-handler.js';

/** `household.correct` {values, base}: fields of a household, merged one by one. */
@Injectable()
export class HouseholdCorrection implements OperationHandler {
  readonly kind = 'household.correct';

  constructor(
    private readonly reader: HouseholdReader,
    private readonly households: HouseholdService,
    private readonly rows: CurrentRows,
    private readonly contested: ContestedFields,
  ) {}

  async apply({ operation, entity, payload }: Incoming): Promise<Outcome> {
    onlyKeys(payload, ['values', 'base']);
    const values = checkedFields('household', objectOf(payload, 'values'), HOUSEHOLD_BY_SYSTEM);
    const card = await this.reader.lockForDecision(entity);
    const current = await this.rows.household(entity);
    if (!current) throw problem('not-found');
    const merge = mergeFields({
      current: current.values, currentVersion: current.version, baseVersion: operation.baseVersion, base: objectOf(payload, 'base'), values, shown: shownValue('household'),
    });
    if (Object.keys(merge.apply).length > 0) await this.households.correct(entity, { version: card.version, values: merge.apply });
    const place = { household: entity, villageCode: card.villageCode, entity: 'household' as const, entityId: entity.id, year: null };
    const contested = await this.contested.keep(operation, place, { version: current.version, values: merge.contested });
    return { version: (await this.rows.household(entity))?.version, contested, householdId: entity.id };
  }
}
