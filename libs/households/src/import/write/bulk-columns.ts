import { fieldsOf, type FieldEntity } from '#domain';
import type { FileColumns } from '../read/file-columns.js';

const fixed: Readonly<Record<FieldEntity, readonly string[]>> = {
  household: ['county_code', 'id', 'village_code', 'status', 'head_name', 'member_count', 'version', 'created_at', 'updated_at'],
  member: [
    'county_code', 'id', 'village_code', 'household_id', 'name', 'name_initials', 'relation_to_head', 'member_status', 'id_type', 'id_no_bidx', 'birth_date', 'gender',
    'version', 'created_at', 'updated_at',
  ],
  householdYear: ['county_code', 'id', 'village_code', 'household_id', 'year', 'version', 'recorded_at', 'member_count'],
  memberYear: ['county_code', 'id', 'village_code', 'household_id', 'member_id', 'year', 'version', 'recorded_at'],
};

/** Columns that new rows of this file can fill: what it carries, what follows from it, and what every row has. */
export function bulkColumns(entity: FieldEntity, columns: FileColumns): string[] {
  const carried = fieldsOf(entity).filter((field) => {
    if (entity === 'member' && field.key === 'idNo') return columns.has('member.idNo', 'virtual.headIdNo');
    if (entity === 'member' && field.key === 'memberCode') return columns.has('member.memberCode', 'virtual.headMemberCode');
    // Sums and what totals leave over belong to any income that the file has.
    if (entity === 'householdYear' && field.type === 'fen') return columns.field(entity, field.key) !== null || field.derived || field.key.endsWith('Unsplit');
    return columns.field(entity, field.key) !== null;
  });
  const names = carried.flatMap((field) => (field.encrypted ? [`${field.column}_enc`, `${field.column}_masked`] : [field.column]));
  if (entity === 'household' && names.includes('phone_enc')) names.push('phone_last4');
  return [...new Set([...fixed[entity], ...names.filter((name) => name !== 'village_code')])];
}
