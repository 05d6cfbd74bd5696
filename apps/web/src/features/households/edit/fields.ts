import { FACT_CATALOGUE, fieldsOf, findField, snakeCase, type Field, type FieldEntity, type FieldGroup } from '#domain';

const pick = (entity: FieldEntity, keys: readonly string[]): Field[] => keys.flatMap((key) => findField(entity, key) ?? []);
/** What procedures, the server or the household's place decide. */
const decided: ReadonlySet<string> = new Set(['status', 'villageCode', 'firstIdentifiedMonth', 'exitYear', 'returnYear', 'returnReason', 'householdCode', 'memberCode', 'isHead', 'memberStatus', 'joinedOn', 'leftOn', 'memberChangeReason']);
const open = (field: Field): boolean => !field.derived && !decided.has(field.key) && field.type !== 'division';

export const newHouseholdFields = pick('household', ['naturalVillage', 'phone', 'poorHouseholdType', 'mainCause', 'causeNote']);
export const newMemberFields = pick('member', ['name', 'relationToHead', 'gender', 'idNo', 'birthDate', 'ethnicGroup']);
export const memberFields = fieldsOf('member').filter(open);
export const householdFieldsIn = (group: FieldGroup): Field[] => fieldsOf('household').filter((field) => field.group === group && open(field));
export const yearFieldsIn = (group: FieldGroup): Field[] => fieldsOf('householdYear').filter((field) => field.group === group && open(field) && field.key !== 'year');
const compared = ['hasPublicPayrollMember', 'hasVillageCadre', 'ownsCar', 'ownsCommercialProperty', 'ownsRegisteredFirm'] as const;

/** What departments' lists say of a household, with the names of its facts. */
export const comparisonFields: readonly Field[] = compared.flatMap((key): Field[] => {
  const label = FACT_CATALOGUE.facts.household.get(snakeCase(key))?.label;
  return label ? [{ key, column: snakeCase(key), entity: 'household', type: 'boolean', group: 'status', ...label, required: false, headings: [], encrypted: false, derived: false }] : [];
});
