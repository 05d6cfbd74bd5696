import { Injectable } from '@nestjs/common';
import { findField, parseCaseId, readTime, uuidV7, type CaseId, type ContestedValue, type FieldEntity, type Operation } from '#domain';
import { CryptoProvider, currentContext, Db } from '#platform';
import { shownValue } from '../kind/correction-payload.js';
import { insertContested } from './contested.queries.js';

/** Where a contested value belongs. */
export interface ContestedPlace {
  readonly household: CaseId;
  readonly villageCode: string;
  readonly entity: FieldEntity;
  readonly entityId: string;
  readonly year: number | null;
  readonly reason?: string;
}

/** Values that stay out of the record until a person chooses. */
@Injectable()
export class ContestedFields {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
  ) {}

  /** Keeps both values of each field, with who and when; sensitive ones sealed. Returns the names of the fields. */
  async keep(operation: Operation, place: ContestedPlace, recorded: { readonly version: number; readonly values: readonly ContestedValue[] }): Promise<string[]> {
    if (recorded.values.length === 0) return [];
    const { actor } = currentContext();
    const occurred = readTime(operation.occurredAt);
    const rows = recorded.values.map((value) => {
      const id = uuidV7();
      const field = findField(place.entity, value.field);
      const secret = field?.encrypted && typeof value.proposed === 'string' ? value.proposed : null;
      return {
        county_code: place.household.countyCode, id, village_code: place.villageCode, household_id: place.household.id, entity: place.entity, entity_id: place.entityId,
        year: place.year, field: value.field, operation_id: operation.opId, device_id: parseCaseId(operation.deviceId)?.id,
        base_value: field?.encrypted ? null : value.base, recorded_value: value.recorded, recorded_version: recorded.version,
        proposed_value: shownValue(place.entity)(value.field, value.proposed),
        proposed_enc: secret === null ? null : this.crypto.encrypt('contested_field', 'proposed_enc', id, secret),
        proposed_by: actor.userId, proposed_by_name: actor.name, occurred_at: occurred === null ? null : new Date(occurred).toISOString(), reason: place.reason ?? null,
      };
    });
    await this.db.query(insertContested, [JSON.stringify(rows)]);
    return recorded.values.map((value) => value.field);
  }
}
