import { Injectable } from '@nestjs/common';
import { findField, formatCaseId, problem, type CaseId, type Field, type FieldEntity } from '#domain';
import { AccessLog, Db } from '#platform';
import { findHouseholdWhole, type HouseholdRow, type MemberRow } from '../household/household.queries.js';
import type { StoredRow } from '../store/columns.js';
import { FieldWriter } from '../store/field-writer.js';
import { findWholeMemberUnlocked } from './unmask.queries.js';

export interface UnmaskRequest {
  readonly fields: readonly string[];
  /** Fields are the member's when given, the household's otherwise. */
  readonly memberId?: CaseId | undefined;
  readonly purposeCode: string;
  readonly purpose: string;
}

/** Shows sensitive fields in clear, for a stated purpose, and leaves a record of it in the same transaction. */
@Injectable()
export class UnmaskService {
  constructor(
    private readonly db: Db,
    private readonly writer: FieldWriter,
    private readonly access: AccessLog,
  ) {}

  /** Values by field key; null where nothing is recorded. @throws `not-found`, `purpose-required`, `validation` */
  async reveal(id: CaseId, request: UnmaskRequest): Promise<Record<string, string | null>> {
    if ([...request.purpose.trim()].length < 5) throw problem('purpose-required');
    const household = await this.db.maybeOne<HouseholdRow>(findHouseholdWhole, [id.countyCode, id.id]);
    if (!household) throw problem('not-found');
    const row = request.memberId ? await this.member(household, request.memberId) : household;
    const fields = [...new Set(request.fields)].map((key) => sensitiveField(request.memberId ? 'member' : 'household', key));
    await this.access.event('UNMASK', request.memberId ? 'member' : 'household', String(row['id']), {
      fields: fields.map((field) => field.key), purposeCode: request.purposeCode, purpose: request.purpose.trim(), household: formatCaseId(id.countyCode, id.id),
    }, { villageCode: household.village_code, householdId: household.id });
    return Object.fromEntries(fields.map((field) => [field.key, this.writer.reveal(field, String(row['id']), row)]));
  }

  /** The one telephone number that is about to be called; null where none is recorded. On record as an unmasking for contact. @throws `not-found` */
  async dial(id: CaseId, memberId?: CaseId): Promise<string | null> {
    const { phone } = await this.reveal(id, { fields: ['phone'], memberId, purposeCode: 'CONTACT', purpose: '拨打电话联系农牧户' });
    return phone ?? null;
  }

  private async member(household: HouseholdRow, id: CaseId): Promise<StoredRow> {
    const row = await this.db.maybeOne<MemberRow>(findWholeMemberUnlocked, [id.countyCode, id.id]);
    if (!row || row.county_code !== household.county_code || row.household_id !== household.id) throw problem('not-found');
    return row;
  }
}

function sensitiveField(entity: FieldEntity, key: string): Field {
  const field = findField(entity, key);
  if (!field?.encrypted) throw problem('validation', { fields: [{ field: `fields.${key}`, faults: ['not-sensitive'], zh: '该字段未加密，无需解除遮蔽', en: 'This field is not masked' }] });
  return field;
}
