import { Injectable } from '@nestjs/common';
import { fieldsOf, formatCaseId, problem, type CaseId, type FieldEntity } from '#domain';
import { FieldWriter, type StoredRow } from '#households';
import { AccessLog, Db } from '#platform';
import * as sql from './household-file.queries.js';

/** What a file in clear was asked for. */
export interface ClearPurpose {
  readonly purposeCode: string;
  readonly purpose: string;
}

/** Values in clear by row and field key. */
export type ClearValues = ReadonlyMap<string, Readonly<Record<string, string | null>>>;

/** Shows the numbers of a whole household in clear, for a stated purpose, with one record of it in the same transaction. */
@Injectable()
export class ClearNumbers {
  constructor(
    private readonly db: Db,
    private readonly writer: FieldWriter,
    private readonly access: AccessLog,
  ) {}

  /** @throws `purpose-required`, `not-found` */
  async reveal(id: CaseId, { purposeCode, purpose }: ClearPurpose): Promise<ClearValues> {
    if ([...purpose.trim()].length < 5) throw problem('purpose-required');
    const household = await this.db.maybeOne<StoredRow>(sql.wholeHousehold, [id.countyCode, id.id]);
    if (!household) throw problem('not-found');
    const members = await this.db.query<StoredRow>(sql.wholeMembers, [id.countyCode, id.id]);
    await this.access.event('UNMASK', 'household', id.id, {
      what: 'household.file', purposeCode, purpose: purpose.trim(), household: formatCaseId(id.countyCode, id.id), members: members.length,
      fields: [...sensitive('household'), ...sensitive('member')].map((field) => field.key),
    }, { villageCode: String(household['village_code']), householdId: id.id });
    return new Map([this.clear('household', household), ...members.map((member) => this.clear('member', member))]);
  }

  private clear(entity: FieldEntity, row: StoredRow): [string, Record<string, string | null>] {
    const rowId = String(row['id']);
    return [rowId, Object.fromEntries(sensitive(entity).map((field) => [field.key, this.writer.reveal(field, rowId, row)]))];
  }
}

const sensitive = (entity: FieldEntity) => fieldsOf(entity).filter((field) => field.encrypted);
